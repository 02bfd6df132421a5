package vn.nhactruong.directive.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import vn.nhactruong.directive.page.Lateness.Awaited;
import vn.nhactruong.directive.page.Lateness.Holder;
import vn.nhactruong.directive.page.Lateness.Part;
import vn.nhactruong.directive.page.Lateness.Share;
import vn.nhactruong.directive.page.Lateness.Turn;

import static org.assertj.core.api.Assertions.assertThat;

/** Days late are split among those who held the task on them. */
class LatenessTests {

	private static final LocalDate DUE = LocalDate.of(2026, 11, 10);

	private static final long LEAD = 1;

	private static final long OTHER = 2;

	private static final List<Turn> ISSUED = List.of(new Turn(DUE.minusDays(20), LEAD, false));

	@Test
	void what_is_in_time_has_no_shares() {
		assertThat(Lateness.split(DUE, DUE, ISSUED, List.of())).isEmpty();
		assertThat(Lateness.split(null, DUE.plusDays(9), ISSUED, List.of())).isEmpty();
	}

	@Test
	void days_while_a_contribution_is_overdue_are_those_of_the_unit_that_owes_it() {
		List<Awaited> awaited = List.of(new Awaited(7, DUE.minusDays(5), DUE.plusDays(7)));
		assertThat(Lateness.split(DUE, DUE.plusDays(12), ISSUED, awaited))
			.containsExactly(new Share(new Holder(Part.COORDINATOR, 7L), 7), new Share(new Holder(Part.LEAD, LEAD), 5));
	}

	@Test
	void contribution_that_came_before_the_deadline_excuses_nobody() {
		List<Awaited> awaited = List.of(new Awaited(7, DUE.minusDays(5), DUE.minusDays(1)));
		assertThat(Lateness.split(DUE, DUE.plusDays(3), ISSUED, awaited))
			.containsExactly(new Share(new Holder(Part.LEAD, LEAD), 3));
	}

	@Test
	void of_two_that_are_waited_for_the_one_that_was_due_first_has_the_day() {
		List<Awaited> awaited = List.of(new Awaited(8, DUE.minusDays(1), null),
				new Awaited(7, DUE.minusDays(5), DUE.plusDays(2)));
		assertThat(Lateness.split(DUE, DUE.plusDays(6), ISSUED, awaited)).containsExactly(
				new Share(new Holder(Part.COORDINATOR, 7L), 2), new Share(new Holder(Part.COORDINATOR, 8L), 4));
	}

	@Test
	void while_the_issuer_decides_the_days_are_the_issuers() {
		List<Turn> turns = List.of(new Turn(DUE.minusDays(20), LEAD, false), new Turn(DUE.plusDays(2), LEAD, true),
				new Turn(DUE.plusDays(5), LEAD, false));
		assertThat(Lateness.split(DUE, DUE.plusDays(6), turns, List.of()))
			.containsExactly(new Share(new Holder(Part.LEAD, LEAD), 3), new Share(new Holder(Part.ISSUER, null), 3));
	}

	@Test
	void each_lead_has_the_days_on_which_it_led() {
		List<Turn> turns = List.of(new Turn(DUE.minusDays(20), LEAD, false), new Turn(DUE.plusDays(4), OTHER, false));
		assertThat(Lateness.split(DUE, DUE.plusDays(10), turns, List.of()))
			.containsExactly(new Share(new Holder(Part.LEAD, LEAD), 4), new Share(new Holder(Part.LEAD, OTHER), 6));
	}

	static List<Random> randoms() {
		return IntStream.range(0, 300).mapToObj(Random::new).toList();
	}

	@ParameterizedTest
	@MethodSource("randoms")
	void shares_always_add_up_to_all_days_late_whatever_happened(Random random) {
		List<Turn> turns = new ArrayList<>();
		for (int i = random.nextInt(6); i >= 0; i--) {
			turns.add(new Turn(DUE.plusDays(random.nextInt(60) - 30), 1L + random.nextInt(3), random.nextInt(3) == 0));
		}
		turns.sort(Comparator.comparing(Turn::on));
		List<Awaited> awaited = new ArrayList<>();
		for (int i = random.nextInt(4); i > 0; i--) {
			LocalDate due = (random.nextInt(5) == 0) ? null : DUE.plusDays(random.nextInt(40) - 20);
			awaited.add(new Awaited(10 + i, due, random.nextBoolean() ? null : DUE.plusDays(random.nextInt(40) - 20)));
		}
		LocalDate judged = DUE.plusDays(random.nextInt(60) - 10);
		List<Share> shares = Lateness.split(DUE, judged, turns, awaited);
		assertThat(shares.stream().mapToInt(Share::days).sum())
			.isEqualTo((int) Math.max(0, ChronoUnit.DAYS.between(DUE, judged)));
		assertThat(shares).allMatch((share) -> share.days() > 0).doesNotHaveDuplicates();
		assertThat(shares.stream().map(Share::holder)).doesNotHaveDuplicates();
		Collections.shuffle(awaited, random);
		assertThat(Lateness.split(DUE, judged, turns, awaited)).as("in whatever order they are read").isEqualTo(shares);
	}

}
