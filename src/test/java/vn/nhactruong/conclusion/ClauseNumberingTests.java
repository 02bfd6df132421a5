package vn.nhactruong.conclusion;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClauseNumberingTests {

	@Test
	void second_levels_count_below_the_first_before_them() {
		assertThat(ClauseNumbering.labels(List.of(1, 1, 2, 2, 1, 2))).containsExactly("1", "2", "2.1", "2.2", "3",
				"3.1");
	}

	@Test
	void a_second_level_without_a_first_counts_as_one() {
		assertThat(ClauseNumbering.labels(List.of(2, 2, 1))).containsExactly("1", "1.1", "2");
	}

	@Test
	void nothing_has_no_numbers() {
		assertThat(ClauseNumbering.labels(List.of())).isEmpty();
	}

}
