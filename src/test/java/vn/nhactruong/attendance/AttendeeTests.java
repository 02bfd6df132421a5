package vn.nhactruong.attendance;

import java.time.Instant;
import java.util.function.Consumer;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.nhactruong.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AttendeeTests {

	private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

	/** Every state meets every act; "-" is a refusal. */
	@ParameterizedTest
	@CsvSource({ "REGISTERED, change, REGISTERED", "REGISTERED, confirm, CONFIRMED", "REGISTERED, withdraw, WITHDRAWN",
			"REGISTERED, reinstate, -", "REGISTERED, substitute, SUBSTITUTED", "CONFIRMED, change, REGISTERED",
			"CONFIRMED, confirm, -", "CONFIRMED, withdraw, WITHDRAWN", "CONFIRMED, reinstate, -",
			"CONFIRMED, substitute, SUBSTITUTED", "SUBSTITUTED, change, -", "SUBSTITUTED, confirm, -",
			"SUBSTITUTED, withdraw, -", "SUBSTITUTED, reinstate, -", "SUBSTITUTED, substitute, -",
			"WITHDRAWN, change, -", "WITHDRAWN, confirm, -", "WITHDRAWN, withdraw, -",
			"WITHDRAWN, reinstate, REGISTERED", "WITHDRAWN, substitute, -" })
	void each_state_takes_only_its_acts(AttendeeStatus before, String act, String after) {
		Attendee attendee = in(before);
		ThrowingCallable call = () -> act(act).accept(attendee);
		if (after.equals("-")) {
			assertThatExceptionOfType(RuleViolation.class).isThrownBy(call);
			assertThat(attendee.getStatus()).isEqualTo(before);
		}
		else {
			act(act).accept(attendee);
			assertThat(attendee.getStatus()).isEqualTo(AttendeeStatus.valueOf(after));
		}
	}

	@Test
	void a_substitute_takes_over_the_lead_of_the_delegation_and_awaits_confirmation() {
		Attendee attendee = in(AttendeeStatus.CONFIRMED);
		Attendee substitute = attendee.substitute("BBBBBBBB", "Lê Thị B", "Phó Giám đốc", "0912345679", NOW);
		assertThat(attendee.isDelegationHead()).isFalse();
		assertThat(substitute.isDelegationHead()).isTrue();
		assertThat(substitute.getStatus()).isEqualTo(AttendeeStatus.REGISTERED);
		assertThat(substitute.getOrganizationId()).isEqualTo(attendee.getOrganizationId());
	}

	@Test
	void who_withdraws_no_longer_leads_the_delegation() {
		Attendee attendee = in(AttendeeStatus.REGISTERED);
		attendee.withdraw(NOW);
		attendee.reinstate();
		assertThat(attendee.isDelegationHead()).isFalse();
	}

	private static Consumer<Attendee> act(String name) {
		return switch (name) {
			case "change" -> (attendee) -> attendee.change(details());
			case "confirm" -> (attendee) -> attendee.confirm(NOW);
			case "withdraw" -> (attendee) -> attendee.withdraw(NOW);
			case "reinstate" -> Attendee::reinstate;
			default -> (attendee) -> attendee.substitute("BBBBBBBB", "Lê Thị B", "Phó Giám đốc", "0912345679", NOW);
		};
	}

	private static Attendee in(AttendeeStatus status) {
		Attendee attendee = new Attendee(1, 2, "AAAAAAAA", details(), NOW);
		switch (status) {
			case CONFIRMED -> attendee.confirm(NOW);
			case WITHDRAWN -> attendee.withdraw(NOW);
			case SUBSTITUTED -> attendee.substitute("BBBBBBBB", "Lê Thị B", "Phó Giám đốc", "0912345679", NOW);
			case REGISTERED -> {
			}
		}
		return attendee;
	}

	private static AttendeeDetails details() {
		return new AttendeeDetails("Nguyễn Văn A", "Giám đốc", "0912345678", null, null, TravelNeed.NONE, null, false,
				null, null, true, null);
	}

}
