package vn.nhactruong.directive.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import vn.nhactruong.directive.AwaitedContribution;
import vn.nhactruong.directive.history.DirectiveEvent;

/**
 * Splits the days by which a directive is late among those who held its task on each of
 * them. Whoever holds it when a day begins has that day: the issuer while a report, a
 * declination or a request for more time waits for a decision; else the coordinating unit
 * whose contribution has been due for longest; else the lead of that day.
 */
public final class Lateness {

	private Lateness() {
	}

	/**
	 * The days after the deadline up to the day by which it is judged, each counted once.
	 * @param turns when the task went from hand to hand, in their order
	 * @return shares that add up to all days late, in the order in which they began;
	 * empty when nothing is late
	 */
	static List<Share> split(LocalDate dueOn, LocalDate judgedOn, List<Turn> turns, List<Awaited> awaited) {
		Map<Holder, Integer> days = new LinkedHashMap<>();
		if (dueOn != null) {
			for (LocalDate day = dueOn.plusDays(1); !day.isAfter(judgedOn); day = day.plusDays(1)) {
				days.merge(holder(day, turns, awaited), 1, Integer::sum);
			}
		}
		return days.entrySet().stream().map((entry) -> new Share(entry.getKey(), entry.getValue())).toList();
	}

	private static Holder holder(LocalDate day, List<Turn> turns, List<Awaited> awaited) {
		Turn turn = turns.stream()
			.filter((one) -> one.on().isBefore(day))
			.reduce((first, second) -> second)
			.orElseGet(() -> turns.isEmpty() ? new Turn(day, null, false) : turns.get(0));
		if (turn.withIssuer()) {
			return new Holder(Part.ISSUER, null);
		}
		return awaited.stream()
			.filter((one) -> one.outstandingOn(day))
			.min(Comparator.comparing(Awaited::dueOn).thenComparing(Awaited::unitId))
			.map((one) -> new Holder(Part.COORDINATOR, one.unitId()))
			.orElseGet(() -> new Holder(Part.LEAD, turn.leadId()));
	}

	/**
	 * Reads from the history when the task went from hand to hand.
	 * @param lead the first lead, where the history doesn't name it
	 * @param events oldest first
	 */
	static List<Turn> turns(Long lead, List<DirectiveEvent> events) {
		List<Turn> turns = new ArrayList<>();
		Long holder = lead;
		boolean declined = false;
		boolean reported = false;
		boolean asking = false;
		for (DirectiveEvent event : events) {
			switch (event.act()) {
				case ISSUED -> holder = Objects.requireNonNullElse(event.targetId(), lead);
				case REASSIGNED, DECLINATION_ACCEPTED -> {
					holder = event.targetId();
					declined = false;
					asking = false;
				}
				case DECLINED -> declined = true;
				case DECLINATION_REFUSED -> declined = false;
				case REPORTED -> reported = true;
				case RETURNED, REOPENED -> reported = false;
				case EXTENSION_REQUESTED -> asking = true;
				case EXTENSION_APPROVED, EXTENSION_REFUSED, VERIFIED -> asking = false;
				default -> {
					continue;
				}
			}
			turns.add(new Turn(event.day(DirectivePages.ZONE), holder, declined || reported || asking));
		}
		return turns;
	}

	/** Whose turn it was. */
	public enum Part {

		LEAD, COORDINATOR, ISSUER

	}

	/**
	 * Somebody who held the task.
	 *
	 * @param unitId {@code null} for the issuer
	 */
	record Holder(Part part, Long unitId) {
	}

	/** How many of the days late were somebody's. */
	record Share(Holder holder, int days) {
	}

	/** From that day on, whose lead it is and whether the issuer has to act. */
	record Turn(LocalDate on, Long leadId, boolean withIssuer) {
	}

	/**
	 * A contribution that the lead needs.
	 *
	 * @param settledOn when it came or was done without; {@code null} while it is waited
	 * for
	 */
	record Awaited(long unitId, LocalDate dueOn, LocalDate settledOn) {

		static Awaited of(AwaitedContribution contribution) {
			return new Awaited(contribution.getOrganizationId(), contribution.getDueOn(), contribution.getSettledOn());
		}

		boolean outstandingOn(LocalDate day) {
			return this.dueOn != null && this.dueOn.isBefore(day)
					&& (this.settledOn == null || !this.settledOn.isBefore(day));
		}

	}

}
