package vn.nhactruong.conclusion;

import java.util.ArrayList;
import java.util.List;

/** Numbers clauses of two levels by their order: 1, 2, 2.1, 2.2, 3. */
public final class ClauseNumbering {

	private ClauseNumbering() {
	}

	/**
	 * One label for each level given. A second level without a first before it counts as
	 * a first.
	 */
	public static List<String> labels(List<Integer> levels) {
		List<String> labels = new ArrayList<>();
		int first = 0;
		int second = 0;
		for (int level : levels) {
			if (level == 1 || first == 0) {
				first++;
				second = 0;
				labels.add(String.valueOf(first));
			}
			else {
				second++;
				labels.add(first + "." + second);
			}
		}
		return labels;
	}

}
