package vn.nhactruong.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import vn.nhactruong.shared.RuleViolation;

import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.nhactruong.conference.ConferenceStatus.ANNOUNCED;
import static vn.nhactruong.conference.ConferenceStatus.CANCELLED;
import static vn.nhactruong.conference.ConferenceStatus.CLOSED;
import static vn.nhactruong.conference.ConferenceStatus.CONCLUDED;
import static vn.nhactruong.conference.ConferenceStatus.DRAFT;
import static vn.nhactruong.conference.ConferenceStatus.IN_SESSION;
import static vn.nhactruong.conference.ConferenceStatus.POSTPONED;

/** Every step out of every state. */
class ConferenceTests {

	private static final LocalDate DAY = LocalDate.of(2026, 12, 4);

	private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

	private enum Step {

		ANNOUNCE(EnumSet.of(DRAFT), ANNOUNCED, (it) -> it.announce(3, NOW)),

		POSTPONE(EnumSet.of(DRAFT, ANNOUNCED), POSTPONED, (it) -> it.postpone("Bão")),

		RESCHEDULE(EnumSet.of(POSTPONED), ANNOUNCED,
				(it) -> it.reschedule(DAY.plusDays(7), HalfDay.MORNING, DAY.plusDays(7), HalfDay.AFTERNOON, NOW, 3,
						NOW)),

		CANCEL(EnumSet.of(DRAFT, ANNOUNCED, POSTPONED), CANCELLED, (it) -> it.cancel("Lồng vào hội nghị khác")),

		BEGIN(EnumSet.of(ANNOUNCED), IN_SESSION, (it) -> it.begin(DAY)),

		WITHDRAW_OPENING(EnumSet.of(IN_SESSION), ANNOUNCED, (it) -> it.withdrawOpening(DAY, false)),

		CONCLUDE(EnumSet.of(ANNOUNCED, IN_SESSION), CONCLUDED, (it) -> it.conclude(NOW)),

		CLOSE(EnumSet.of(CONCLUDED), CLOSED, (it) -> it.close(NOW));

		private final Set<ConferenceStatus> from;

		private final ConferenceStatus to;

		private final Consumer<Conference> act;

		Step(Set<ConferenceStatus> from, ConferenceStatus to, Consumer<Conference> act) {
			this.from = from;
			this.to = to;
			this.act = act;
		}

	}

	static Stream<Arguments> steps() {
		return Stream.of(Step.values())
			.flatMap((step) -> Stream.of(ConferenceStatus.values()).map((state) -> Arguments.of(step, state)));
	}

	@ParameterizedTest
	@MethodSource("steps")
	void a_step_leads_on_or_is_refused_and_changes_nothing(Step step, ConferenceStatus state) {
		Conference conference = in(state);
		if (step.from.contains(state)) {
			step.act.accept(conference);
			assertThat(conference.getStatus()).isEqualTo(step.to);
		}
		else {
			assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> step.act.accept(conference));
			assertThat(conference.getStatus()).isEqualTo(state);
		}
	}

	@ParameterizedTest
	@CsvSource({ "-1, false", "0, true", "1, true" })
	void a_conference_opens_on_its_first_day_at_the_earliest(int days, boolean opens) {
		Conference conference = in(ANNOUNCED);
		LocalDate today = DAY.plusDays(days);
		assertThat(conference.mayBegin(today)).isEqualTo(opens);
		if (opens) {
			conference.begin(today);
			assertThat(conference.getStatus()).isEqualTo(IN_SESSION);
		}
		else {
			assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> conference.begin(today))
				.satisfies((refused) -> assertThat(refused.arguments()).containsExactly("04/12/2026"));
		}
	}

	@ParameterizedTest
	@CsvSource({ "0, false, ", "1, false, conference.error.openedEarlier",
			"0, true, conference.error.openedAndCheckedIn" })
	void an_opening_is_taken_back_on_its_day_while_nobody_is_there(int days, boolean checkedIn, String refusal) {
		Conference conference = in(IN_SESSION);
		assertThat(conference.mayWithdrawOpening(DAY.plusDays(days), checkedIn)).isEqualTo(refusal == null);
		if (refusal != null) {
			assertThatExceptionOfType(RuleViolation.class)
				.isThrownBy(() -> conference.withdrawOpening(DAY.plusDays(days), checkedIn))
				.withMessage(refusal);
		}
	}

	@Test
	void the_plan_is_fixed_once_the_conference_is_over() {
		Map<ConferenceStatus, Boolean> changeable = new EnumMap<>(ConferenceStatus.class);
		for (ConferenceStatus state : ConferenceStatus.values()) {
			Conference conference = in(state);
			try {
				conference.plan(plan(DAY, HalfDay.MORNING, DAY, HalfDay.AFTERNOON, true));
				changeable.put(state, true);
			}
			catch (RuleViolation ex) {
				changeable.put(state, false);
			}
		}
		assertThat(changeable).containsAllEntriesOf(Map.of(DRAFT, true, ANNOUNCED, true, POSTPONED, true, IN_SESSION,
				true, CANCELLED, false, CONCLUDED, false, CLOSED, false));
	}

	@Test
	void nothing_is_announced_without_units_chair_and_lock() {
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> in(DRAFT).announce(0, NOW))
			.withMessage("conference.error.nobodyInvited");
		Conference leaderless = new Conference("HN-2026-12-09");
		leaderless.plan(plan(DAY, HalfDay.MORNING, DAY, HalfDay.AFTERNOON, false));
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> leaderless.announce(1, NOW))
			.withMessage("conference.error.noChair");
		Conference unlocked = in(DRAFT);
		ReflectionTestUtils.setField(unlocked, "registrationClosesAt", null);
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> unlocked.announce(1, NOW))
			.withMessage("conference.error.noLockDate");
	}

	@ParameterizedTest
	@CsvSource({ "0, MORNING, AFTERNOON, 2, ", "0, MORNING, MORNING, 1, ", "0, AFTERNOON, AFTERNOON, 1, ",
			"0, AFTERNOON, MORNING, 0, endsHalf", "1, AFTERNOON, MORNING, 2, ", "1, MORNING, AFTERNOON, 4, ",
			"-1, MORNING, AFTERNOON, 0, endsOn" })
	void half_days_are_counted_from_the_first_to_the_last(int days, HalfDay first, HalfDay last, int sessions,
			String wrongField) {
		Conference conference = new Conference("HN-2026-12-09");
		ConferencePlan plan = plan(DAY, first, DAY.plusDays(days), last, true);
		if (wrongField == null) {
			conference.plan(plan);
			assertThat(Session.between(DAY, first, DAY.plusDays(days), last)).hasSize(sessions).isSorted();
		}
		else {
			assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> conference.plan(plan))
				.satisfies((violation) -> assertThat(violation.field()).isEqualTo(wrongField));
		}
	}

	@ParameterizedTest
	@CsvSource({ "0, false", "1, true", "200, true", "201, false", "-5, false" })
	void a_quota_stays_in_its_range(int quota, boolean allowed) {
		if (allowed) {
			assertThat(new Invitation(1, 2, quota, null).getQuota()).isEqualTo(quota);
		}
		else {
			assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> new Invitation(1, 2, quota, null));
		}
	}

	private static Conference in(ConferenceStatus state) {
		Conference conference = new Conference("HN-2026-12-01");
		conference.plan(plan(DAY, HalfDay.MORNING, DAY, HalfDay.AFTERNOON, true));
		ReflectionTestUtils.setField(conference, "id", 7L);
		ReflectionTestUtils.setField(conference, "status", state);
		ReflectionTestUtils.setField(conference, "begunOn", (state == IN_SESSION) ? DAY : null);
		return conference;
	}

	private static ConferencePlan plan(LocalDate from, HalfDay first, LocalDate to, HalfDay last, boolean chaired) {
		List<ConferencePerson> persons = chaired
				? List.of(new ConferencePerson(ConferencePerson.Part.CHAIR, "Lãnh đạo Bộ", null)) : List.of();
		return new ConferencePlan("Hội nghị thử", ConferenceKind.BRIEFING, from, first, to, last, "Hà Nội", null, 1L,
				false, false, null, null, null, null, NOW, persons);
	}

}
