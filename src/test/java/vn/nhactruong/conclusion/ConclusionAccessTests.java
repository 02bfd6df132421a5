package vn.nhactruong.conclusion;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.nhactruong.account.Grant;
import vn.nhactruong.account.Viewer;
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

	@ParameterizedTest
	@CsvSource({ "DRAFT", "ISSUED" })
	void without_a_viewer_there_is_nothing(ConclusionStatus status) {
		assertThat(this.access.reads(null, status)).isFalse();
		assertThat(this.access.mayWrite(null)).isFalse();
		assertThat(this.access.mayReview(null)).isFalse();
	}

}
