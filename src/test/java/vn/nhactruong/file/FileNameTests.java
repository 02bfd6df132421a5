package vn.nhactruong.file;

import java.text.Normalizer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileNameTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Báo cáo tổng kết 2026.docx            | Báo cáo tổng kết 2026.docx
			../../etc/passwd                      | passwd
			C:\\Users\\Lan\\Tờ trình.PDF          | Tờ trình.PDF
			/var/lib/kết luận.pdf                 | kết luận.pdf
			'  nhiều   khoảng    trắng .txt '     | nhiều khoảng trắng .txt
			.htaccess                             | htaccess
			'tên kết thúc bằng chấm.docx. .'      | tên kết thúc bằng chấm.docx
			Giấy mời "họp" <khẩn>; v1.pdf         | Giấy mời "họp" <khẩn>; v1.pdf
			""")
	void a_name_is_kept_without_what_is_no_name(String sent, String kept) {
		assertThat(FileName.of(sent).text()).isEqualTo(kept);
	}

	@Test
	void letters_put_together_by_a_mac_are_composed() {
		String name = "Quyết định phê duyệt kế hoạch.pdf";
		String sent = Normalizer.normalize(name, Normalizer.Form.NFD);
		assertThat(sent).isNotEqualTo(name);
		assertThat(FileName.of(sent).text()).isEqualTo(name);
	}

	@Test
	void signs_that_nobody_sees_are_removed() {
		assertThat(FileName.of("a\u202Efdp\u0000.\r\nexe\u200B").text()).isEqualTo("afdp.exe");
	}

	@Test
	void a_long_name_is_shortened_in_front_of_its_extension() {
		FileName name = FileName.of("Đề án ".repeat(60) + ".docx");
		assertThat(name.text()).startsWith("Đề án Đề án").endsWith(".docx").hasSizeLessThanOrEqualTo(200);
		assertThat(name.extension()).isEqualTo("docx");
		assertThat(FileName.of("😀".repeat(300)).text().codePointCount(0, 400)).isEqualTo(200);
		assertThat(FileName.of("a." + "b".repeat(300)).text()).hasSize(200);
	}

	@Test
	void a_name_of_nothing_is_empty() {
		assertThat(FileName.of(null).isEmpty()).isTrue();
		assertThat(FileName.of("../..").isEmpty()).isTrue();
		assertThat(FileName.of("\u0007\u200B").isEmpty()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "a.PDF,pdf", "a.tar.gz,gz", "không đuôi,''" })
	void the_extension_is_read_in_small_letters(String name, String extension) {
		assertThat(FileName.of(name).extension()).isEqualTo(extension);
	}

}
