package vn.nhactruong.attendance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import vn.nhactruong.account.Grant;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.conference.ConferenceKind;
import vn.nhactruong.conference.ConferenceStatus;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Role × relation to the unit × state of the conference. */
class AttendanceAccessTests {

	private static final long UNIT = 7;

	private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

	private final AttendanceAccess access = new AttendanceAccess(Clock.fixed(NOW, ZoneId.of("Asia/Ho_Chi_Minh")));

	@ParameterizedTest
	@CsvSource({
			// role, own unit, whole sector; sees, contacts, keeps, heads, reads check-in
			"ADMIN,      true,  false, false, false, false, false, false",
			"ADMIN,      false, true,  false, false, false, false, false",
			"LEADER,     false, true,  true,  true,  false, false, true",
			"OFFICE,     false, true,  true,  true,  true,  false, true",
			"OFFICE,     true,  true,  true,  true,  true,  false, true",
			"UNIT_HEAD,  true,  false, true,  true,  true,  true,  false",
			"UNIT_HEAD,  false, false, false, false, false, false, false",
			"CLERK,      true,  false, true,  true,  true,  false, false",
			"CLERK,      false, false, false, false, false, false, false",
			"OBSERVER,   true,  false, true,  true,  false, false, false",
			"OBSERVER,   false, true,  true,  false, false, false, true",
			"OBSERVER,   false, false, false, false, false, false, false" })
	void rights_by_role_and_unit(Role role, boolean own, boolean whole, boolean sees, boolean contacts, boolean keeps,
			boolean heads, boolean reads) {
		Viewer viewer = viewer(role, own, whole);
		assertThat(this.access.sees(viewer, UNIT)).as("sees").isEqualTo(sees);
		assertThat(this.access.seesContacts(viewer, UNIT)).as("contacts").isEqualTo(contacts);
		assertThat(this.access.keeps(viewer, UNIT)).as("keeps").isEqualTo(keeps);
		assertThat(this.access.heads(viewer, UNIT)).as("heads").isEqualTo(heads);
		assertThat(this.access.seesCheckIn(viewer)).as("reads check-in").isEqualTo(reads);
	}

	@ParameterizedTest
	@CsvSource({
			// state, locked; unit changes, office changes, head confirms, reminds, checks
			// in
			"DRAFT,      false, false, false, false, false, false",
			"ANNOUNCED,  false, true,  true,  true,  true,  true",
			"ANNOUNCED,  true,  false, true,  true,  false, true",
			"POSTPONED,  false, false, true,  false, false, false",
			"CANCELLED,  false, false, false, false, false, false",
			"IN_SESSION, true,  false, true,  true,  false, true",
			// before its last day is over
			"CONCLUDED,  true,  false, false, false, false, true",
			"CLOSED,     true,  false, false, false, false, false" })
	void rights_by_state_and_lock(ConferenceStatus status, boolean locked, boolean unit, boolean office, boolean head,
			boolean reminds, boolean checksIn) {
		ConferenceSummary conference = conference(status, locked ? NOW : NOW.plusSeconds(1));
		assertThat(this.access.mayChange(viewer(Role.CLERK, true, false), conference, UNIT)).isEqualTo(unit);
		assertThat(this.access.mayChange(viewer(Role.UNIT_HEAD, true, false), conference, UNIT)).isEqualTo(unit);
		assertThat(this.access.mayChange(viewer(Role.OFFICE, false, true), conference, UNIT)).isEqualTo(office);
		assertThat(this.access.mayConfirm(viewer(Role.UNIT_HEAD, true, false), conference, UNIT)).isEqualTo(head);
		assertThat(this.access.mayConfirm(viewer(Role.CLERK, true, false), conference, UNIT)).isFalse();
		assertThat(this.access.mayConfirm(viewer(Role.OFFICE, false, true), conference, UNIT)).isFalse();
		assertThat(this.access.mayRemind(viewer(Role.OFFICE, false, true), conference)).isEqualTo(reminds);
		assertThat(this.access.mayRemind(viewer(Role.LEADER, false, true), conference)).isFalse();
		assertThat(this.access.mayCheckIn(viewer(Role.OFFICE, false, true), conference)).isEqualTo(checksIn);
		assertThat(this.access.mayCheckIn(viewer(Role.LEADER, false, true), conference)).isFalse();
	}

	@Test
	void check_in_stays_open_to_the_last_day_of_a_conference_whose_notice_is_issued() {
		Viewer office = viewer(Role.OFFICE, false, true);
		LocalDate today = LocalDate.of(2026, 11, 22);
		assertThat(this.access.mayCheckIn(office, concluded(today))).isTrue();
		assertThat(this.access.mayCheckIn(office, concluded(today.plusDays(1)))).isTrue();
		assertThat(this.access.mayCheckIn(office, concluded(today.minusDays(1)))).isFalse();
	}

	@Test
	void invisible_comes_before_forbidden_and_forbidden_before_closed() {
		ConferenceSummary closed = conference(ConferenceStatus.CLOSED, NOW);
		assertThatExceptionOfType(NotVisibleException.class)
			.isThrownBy(() -> this.access.requireChange(viewer(Role.CLERK, false, false), closed, UNIT));
		assertThatExceptionOfType(NotAllowedException.class)
			.isThrownBy(() -> this.access.requireChange(viewer(Role.OBSERVER, true, false), closed, UNIT));
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.access.requireChange(viewer(Role.CLERK, true, false), closed, UNIT));
		assertThatExceptionOfType(NotVisibleException.class)
			.isThrownBy(() -> this.access.requireConfirm(viewer(Role.UNIT_HEAD, false, false), closed, UNIT));
		assertThatExceptionOfType(NotAllowedException.class)
			.isThrownBy(() -> this.access.requireConfirm(viewer(Role.OFFICE, false, true), closed, UNIT));
	}

	@ParameterizedTest
	@EnumSource
	void whoever_may_not_change_a_list_is_told_why(ConferenceStatus status) {
		ConferenceSummary conference = conference(status, NOW);
		assertThat(this.access.refusal(viewer(Role.CLERK, true, false), conference)).startsWith("attendance.error.");
	}

	static Viewer viewer(Role role, boolean own, boolean whole) {
		Grant grant = new Grant(1, role, own ? UNIT : 99, "Đơn vị", Set.of(own ? UNIT : 99L));
		return new Viewer(1L, "nguoi", "Người", grant, List.of(grant), whole);
	}

	private static ConferenceSummary conference(ConferenceStatus status, Instant lock) {
		return conference(status, lock, LocalDate.of(2026, 12, 4));
	}

	private static ConferenceSummary concluded(LocalDate endsOn) {
		return conference(ConferenceStatus.CONCLUDED, NOW, endsOn);
	}

	private static ConferenceSummary conference(ConferenceStatus status, Instant lock, LocalDate day) {
		return new ConferenceSummary(1, "HN-1", "Hội nghị", ConferenceKind.TRAINING, status, day, HalfDay.MORNING, day,
				HalfDay.AFTERNOON, "Hà Nội", 1L, lock, null, false, false, 0);
	}

}
