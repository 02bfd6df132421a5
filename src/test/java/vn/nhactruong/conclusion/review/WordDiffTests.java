package vn.nhactruong.conclusion.review;

import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordDiffTests {

	@Test
	void words_are_struck_out_and_added_whole() {
		assertThat(marked("với Cục nghiên cứu giải pháp.", "với Cục có giải pháp, hoàn thành trước ngày 31/3/2027."))
			.isEqualTo("với Cục [-nghiên cứu-] [+có+] giải pháp[+, hoàn thành trước ngày 31/3/2027+].");
	}

	@Test
	void a_date_is_one_word() {
		assertThat(marked("trước ngày 31/3/2027.", "trước ngày 30/4/2027."))
			.isEqualTo("trước ngày [-31/3/2027-][+30/4/2027+].");
	}

	@Test
	void equal_texts_show_no_change() {
		assertThat(marked("Giữ nguyên.", "Giữ nguyên.")).isEqualTo("Giữ nguyên.");
	}

	@Test
	void blanks_alone_are_no_change() {
		assertThat(marked("một  hai", "một hai")).isEqualTo("một hai");
	}

	@Test
	void a_new_text_is_added_whole_and_a_struck_out_one_removed_whole() {
		assertThat(marked(null, "Đoạn mới.")).isEqualTo("[+Đoạn mới.+]");
		assertThat(marked("Đoạn cũ.", "")).isEqualTo("[-Đoạn cũ.-]");
	}

	@Test
	void one_syllable_of_a_word_with_marks_is_not_split() {
		assertThat(marked("thí điểm tại ba tỉnh", "thí điểm tại bốn tỉnh"))
			.isEqualTo("thí điểm tại [-ba-] [+bốn+] tỉnh");
	}

	private static String marked(String before, String after) {
		return WordDiff.between(before, after)
			.stream()
			.map((piece) -> piece.removed() ? "[-" + piece.text() + "-]"
					: piece.added() ? "[+" + piece.text() + "+]" : piece.text())
			.collect(Collectors.joining());
	}

}
