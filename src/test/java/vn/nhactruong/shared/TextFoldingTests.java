package vn.nhactruong.shared;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextFoldingTests {

	@ParameterizedTest
	@ValueSource(strings = { "2026-0148", "2026-0148.07", "HN-2026-12-01", "21/TB-BTP", "1205/BTP-VP" })
	void number_of_a_document_does_not_break_at_its_hyphen(String number) {
		String shown = TextFolding.unbroken("Nghiệm thu " + number + ": Rà soát");
		assertThat(shown).doesNotContain("-").isEqualTo("Nghiệm thu " + number.replace('-', '\u2011') + ": Rà soát");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Độc lập - Tự do", "sáng-chiều", "22-11-2026", "" })
	void other_words_are_left_alone(String text) {
		assertThat(TextFolding.unbroken(text)).isEqualTo(text);
	}

	@Test
	void number_copied_from_a_page_is_found() {
		assertThat(TextFolding.likePattern(TextFolding.unbroken("2026-0148"))).isEqualTo("%2026-0148%");
	}

}
