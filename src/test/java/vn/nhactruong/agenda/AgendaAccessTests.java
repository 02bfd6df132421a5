package vn.nhactruong.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.nhactruong.account.Grant;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.conference.ConferenceAccess;
import vn.nhactruong.conference.ConferenceKind;
import vn.nhactruong.conference.ConferenceStatus;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Role × relation to the conference × state, for whoever sees the conference. */
class AgendaAccessTests {

	private static final long UNIT = 7;

	private static final Set<ConferenceStatus> OPEN = EnumSet.of(ConferenceStatus.DRAFT, ConferenceStatus.ANNOUNCED,
			ConferenceStatus.POSTPONED, ConferenceStatus.IN_SESSION);

	private final AgendaAccess access = new AgendaAccess(new ConferenceAccess());

	@ParameterizedTest
	@CsvSource({
			// role, organises the conference, whole sector; sees the draft, works on it
			"ADMIN,     false, true,  false, false", "ADMIN,     true,  false, false, false",
			"LEADER,    false, true,  true,  false", "LEADER,    true,  true,  true,  false",
			"OFFICE,    false, true,  true,  true", "OFFICE,    true,  true,  true,  true",
			"UNIT_HEAD, false, false, false, false", "UNIT_HEAD, true,  false, false, false",
			"CLERK,     false, false, false, false", "CLERK,     true,  false, false, false",
			"OBSERVER,  false, false, false, false", "OBSERVER,  false, true,  false, false",
			"OBSERVER,  true,  false, false, false" })
	void who_reads_the_draft_and_who_works_on_it(Role role, boolean own, boolean whole, boolean sees, boolean works) {
		Grant grant = new Grant(1, role, own ? UNIT : 99, "Đơn vị", Set.of(own ? UNIT : 99L));
		Viewer viewer = new Viewer(1L, "nguoi", "Người", grant, List.of(grant), whole);
		assertThat(this.access.seesDraft(viewer)).isEqualTo(sees);
		for (ConferenceStatus state : ConferenceStatus.values()) {
			ConferenceSummary conference = conference(state);
			assertThat(this.access.mayEdit(viewer, conference)).as("%s", state)
				.isEqualTo(works && OPEN.contains(state));
			if (!works) {
				assertThatExceptionOfType(NotAllowedException.class).as("%s", state)
					.isThrownBy(() -> this.access.requireEdit(viewer, conference));
			}
			else if (OPEN.contains(state)) {
				assertThatCode(() -> this.access.requireEdit(viewer, conference)).doesNotThrowAnyException();
			}
			else {
				assertThatExceptionOfType(RuleViolation.class).as("%s", state)
					.isThrownBy(() -> this.access.requireEdit(viewer, conference))
					.withMessage("agenda.error.fixed");
			}
		}
	}

	@Test
	void without_a_viewer_there_is_nothing() {
		assertThat(this.access.seesDraft(null)).isFalse();
		assertThat(this.access.mayEdit(null, conference(ConferenceStatus.DRAFT))).isFalse();
	}

	private static ConferenceSummary conference(ConferenceStatus state) {
		LocalDate day = LocalDate.of(2026, 12, 4);
		return new ConferenceSummary(1, "HN-1", "Hội nghị", ConferenceKind.TRAINING, state, day, HalfDay.MORNING, day,
				HalfDay.AFTERNOON, "Hà Nội", UNIT, Instant.parse("2026-12-01T02:00:00Z"), null, false, false, 0);
	}

}
