package vn.nhactruong.workprogram.register;

import java.util.stream.LongStream;

import vn.nhactruong.shared.TextFolding;

/**
 * The groups of three letters of a title or name, each word with two blanks before and
 * one behind it, as the database's {@code pg_trgm} counts them. Two thousand titles are
 * two million pairs: the database takes a minute and a half for them, with any of its
 * indexes still a quarter of that, since it takes every title apart for every pair.
 */
public final class Trigrams {

	private final long[] grams;

	private Trigrams(long[] grams) {
		this.grams = grams;
	}

	public static Trigrams of(String title) {
		LongStream.Builder grams = LongStream.builder();
		for (String word : TextFolding.fold(title).split("[^\\p{L}\\p{N}]+")) {
			if (!word.isEmpty()) {
				String padded = "  " + word + " ";
				for (int i = 0; i + 3 <= padded.length(); i++) {
					grams.add((long) padded.charAt(i) << 32 | (long) padded.charAt(i + 1) << 16 | padded.charAt(i + 2));
				}
			}
		}
		return new Trigrams(grams.build().sorted().distinct().toArray());
	}

	/**
	 * How many both have, as a share of all that either has: 0 to 1.
	 * @param least what is less than this counts as 0
	 */
	public double likeness(Trigrams other, double least) {
		int smaller = Math.min(this.grams.length, other.grams.length);
		int larger = Math.max(this.grams.length, other.grams.length);
		if (smaller == 0 || smaller < least * larger) {
			return 0;
		}
		int common = 0;
		for (int i = 0, j = 0; i < this.grams.length && j < other.grams.length;) {
			int order = Long.compare(this.grams[i], other.grams[j]);
			common += (order == 0) ? 1 : 0;
			i += (order <= 0) ? 1 : 0;
			j += (order >= 0) ? 1 : 0;
		}
		double likeness = (double) common / (this.grams.length + other.grams.length - common);
		return (likeness < least) ? 0 : likeness;
	}

}
