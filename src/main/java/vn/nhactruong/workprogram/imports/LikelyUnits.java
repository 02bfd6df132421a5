package vn.nhactruong.workprogram.imports;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.nhactruong.organization.Unit;
import vn.nhactruong.workprogram.register.Trigrams;

/**
 * Which unit somebody may have meant by a name that none has. Many units are called the
 * same but for a word or two ("Sở Tư pháp tỉnh …"): these words have to be alike.
 */
class LikelyUnits {

	/** How much alike names have to be; trigrams in common, 0 to 1. */
	private static final double ALIKE = 0.4;

	/** A word in so many names tells none of them apart. */
	private static final long COMMON = 10;

	/**
	 * For how many names a unit is looked for; of a workbook with more of them, another
	 * column was filled in.
	 */
	private static final int MOST = 200;

	private final Predicate<String> common;

	private final List<Candidate> candidates;

	private final Map<String, Optional<Unit>> known = new HashMap<>();

	LikelyUnits(Collection<Unit> units) {
		Map<String, Long> words = units.stream()
			.flatMap((unit) -> words(unit.name()).distinct())
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		this.common = (word) -> words.getOrDefault(word, 0L) >= COMMON;
		this.candidates = units.stream()
			.map((unit) -> new Candidate(unit, Trigrams.of(unit.name()), Trigrams.of(own(unit.name()))))
			.toList();
	}

	/** The unit of the likeliest name; none where two are equally likely. */
	Optional<Unit> meantBy(String name) {
		if (this.known.size() >= MOST && !this.known.containsKey(name)) {
			return Optional.empty();
		}
		return this.known.computeIfAbsent(name, this::search);
	}

	private Optional<Unit> search(String name) {
		Trigrams whole = Trigrams.of(name);
		Trigrams own = Trigrams.of(own(name));
		List<Likeness> found = this.candidates.stream()
			.map((candidate) -> new Likeness(candidate.unit(), own.likeness(candidate.own(), ALIKE),
					whole.likeness(candidate.whole(), ALIKE)))
			.filter((likeness) -> likeness.own() > 0 && likeness.whole() > 0)
			.sorted(Likeness.CLOSEST_FIRST)
			.limit(2)
			.toList();
		boolean clear = found.size() == 1
				|| found.size() == 2 && Likeness.CLOSEST_FIRST.compare(found.get(0), found.get(1)) < 0;
		return clear ? Optional.of(found.get(0).unit()) : Optional.empty();
	}

	/** The words that a unit doesn't share with many; all where it has no other. */
	private String own(String name) {
		String own = words(name).filter(this.common.negate()).collect(Collectors.joining(" "));
		return own.isEmpty() ? name : own;
	}

	private static Stream<String> words(String name) {
		return Arrays.stream(WorkbookColumns.folded(name).split(" "));
	}

	private record Candidate(Unit unit, Trigrams whole, Trigrams own) {
	}

	/** How alike the own words are, and the whole names. */
	private record Likeness(Unit unit, double own, double whole) {

		private static final Comparator<Likeness> CLOSEST_FIRST = Comparator.comparingDouble(Likeness::own)
			.thenComparingDouble(Likeness::whole)
			.reversed();

	}

}
