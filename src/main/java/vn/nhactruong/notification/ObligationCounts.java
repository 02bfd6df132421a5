package vn.nhactruong.notification;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much is due, exactly, however few of it a list shows.
 *
 * @param dueSoon not overdue, but due up to the desk's horizon
 */
public record ObligationCounts(long total, long overdue, long dueSoon, Map<Obligation.Kind, Long> byKind) {

	public static ObligationCounts none() {
		return new ObligationCounts(0, 0, 0, Map.of());
	}

	/** Counts what is all there; what is of others, in the total only. */
	public static ObligationCounts of(Collection<Obligation> all, LocalDate today, LocalDate horizon) {
		List<Obligation> obligations = all.stream().filter((it) -> it.kind() != Obligation.Kind.OF_OTHERS).toList();
		Map<Obligation.Kind, Long> byKind = new EnumMap<>(Obligation.Kind.class);
		obligations.forEach((obligation) -> byKind.merge(obligation.kind(), 1L, Long::sum));
		return new ObligationCounts(all.size(),
				obligations.stream().filter((it) -> it.dueOn() != null && it.dueOn().isBefore(today)).count(),
				obligations.stream()
					.filter((it) -> it.dueOn() != null && !it.dueOn().isBefore(today) && !it.dueOn().isAfter(horizon))
					.count(),
				byKind);
	}

	public ObligationCounts plus(ObligationCounts other) {
		Map<Obligation.Kind, Long> sum = new EnumMap<>(Obligation.Kind.class);
		sum.putAll(this.byKind);
		other.byKind.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
		return new ObligationCounts(this.total + other.total, this.overdue + other.overdue,
				this.dueSoon + other.dueSoon, sum);
	}

	public long of(Obligation.Kind kind) {
		return this.byKind.getOrDefault(kind, 0L);
	}

}
