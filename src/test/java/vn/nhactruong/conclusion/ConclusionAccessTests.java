package vn.nhactruong.conclusion;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.nhactruong.account.Grant;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Who reads and who acts, role by state, once the conference itself is visible. */
class ConclusionAccessTests {

	private final ConclusionAccess access = new ConclusionAccess();

	@ParameterizedTest
	@CsvSource(textBlock = """
			# role,   nothing, DRAFT, IN_REVIEW, APPROVED, ISSUED, writes, reviews
			OFFICE,      true,  true,      true,     true,   true,   true,   false
			LEADER,      true,  true,      true,     true,   true,  false,    true
			UNIT_HEAD,  false, false,     false,    false,   true,  false,   false
			CLERK,      false, false,     false,    false,   true,  false,   false
			OBSERVER,   false, false,     false,    false,   true,  false,   false
			ADMIN,      false, false,     false,    false,  false,  false,   false
			""")
	void truth_table(Role role, boolean nothing, boolean draft, boolean inReview, boolean approved, boolean issued,
			boolean writes, boolean reviews) {
		Grant grant = new Grant(1, role, 1, "unit", Set.of(1L));
		Viewer viewer = new Viewer(1L, "name", "Name", grant, List.of(grant), role == Role.OBSERVER);
		assertThat(this.access.reads(viewer, null)).isEqualTo(nothing);
		assertThat(this.access.reads(viewer, ConclusionStatus.DRAFT)).isEqualTo(draft);
		assertThat(this.access.reads(viewer, ConclusionStatus.IN_REVIEW)).isEqualTo(inReview);
		assertThat(this.access.reads(viewer, ConclusionStatus.APPROVED)).isEqualTo(approved);
		assertThat(this.access.reads(viewer, ConclusionStatus.ISSUED)).isEqualTo(issued);
		assertThat(this.access.mayWrite(viewer)).isEqualTo(writes);
		assertThat(this.access.mayReview(viewer)).isEqualTo(reviews);
	}

	/**
	 * What each act answers in each state: done, or why not. Unseen comes before
	 * forbidden.
	 */
	@ParameterizedTest
	@CsvSource(textBlock = """
			# role,    act,    nothing, DRAFT, IN_REVIEW, APPROVED, ISSUED
			OFFICE,    READ,        ok,    ok,        ok,       ok,     ok
			OFFICE,    WRITE,       ok,    ok,        ok,       ok,     ok
			OFFICE,    REVIEW,     403,   403,       403,      403,    403
			LEADER,    READ,        ok,    ok,        ok,       ok,     ok
			LEADER,    WRITE,      403,   403,       403,      403,    403
			LEADER,    REVIEW,      ok,    ok,        ok,       ok,     ok
			UNIT_HEAD, READ,       404,   404,       404,      404,     ok
			UNIT_HEAD, WRITE,      404,   404,       404,      404,    403
			UNIT_HEAD, REVIEW,     404,   404,       404,      404,    403
			CLERK,     READ,       404,   404,       404,      404,     ok
			CLERK,     WRITE,      404,   404,       404,      404,    403
			CLERK,     REVIEW,     404,   404,       404,      404,    403
			OBSERVER,  READ,       404,   404,       404,      404,     ok
			OBSERVER,  WRITE,      404,   404,       404,      404,    403
			OBSERVER,  REVIEW,     404,   404,       404,      404,    403
			ADMIN,     READ,       404,   404,       404,      404,    404
			ADMIN,     WRITE,      404,   404,       404,      404,    404
			ADMIN,     REVIEW,     404,   404,       404,      404,    404
			""")
	void what_is_unseen_is_not_found_and_what_is_seen_only_is_forbidden(Role role, Act act, String nothing,
			String draft, String inReview, String approved, String issued) {
		Grant grant = new Grant(1, role, 1, "unit", Set.of(1L));
		// Whether a unit sees its conference at all is asked first; an observer of the
		// whole sector reads no more of the conclusion than one of a unit.
		for (boolean wholeSector : new boolean[] { false, true }) {
			Viewer viewer = new Viewer(1L, "name", "Name", grant, List.of(grant), wholeSector);
			assertThat(answer(act, viewer, null)).isEqualTo(nothing);
			assertThat(answer(act, viewer, ConclusionStatus.DRAFT)).isEqualTo(draft);
			assertThat(answer(act, viewer, ConclusionStatus.IN_REVIEW)).isEqualTo(inReview);
			assertThat(answer(act, viewer, ConclusionStatus.APPROVED)).isEqualTo(approved);
			assertThat(answer(act, viewer, ConclusionStatus.ISSUED)).isEqualTo(issued);
		}
	}

	private String answer(Act act, Viewer viewer, ConclusionStatus status) {
		try {
			switch (act) {
				case READ -> this.access.requireReader(viewer, status, 1);
				case WRITE -> this.access.requireWriter(viewer, status, 1);
				case REVIEW -> this.access.requireReviewer(viewer, status, 1);
			}
			return "ok";
		}
		catch (NotVisibleException ex) {
			return "404";
		}
		catch (NotAllowedException ex) {
			return "403";
		}
	}

	enum Act {

		READ, WRITE, REVIEW

	}

	@ParameterizedTest
	@CsvSource({ "DRAFT", "ISSUED" })
	void without_a_viewer_there_is_nothing(ConclusionStatus status) {
		assertThat(this.access.reads(null, status)).isFalse();
		assertThat(this.access.mayWrite(null)).isFalse();
		assertThat(this.access.mayReview(null)).isFalse();
	}

}
