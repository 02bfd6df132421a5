package vn.nhactruong.notification;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessageArgumentsTests {

	private final JsonMapper json = JsonMapper.builder().build();

	@Test
	void what_reads_differently_is_kept_by_its_key_and_read_in_each_language() {
		StaticMessageSource messages = new StaticMessageSource();
		Locale vietnamese = Locale.forLanguageTag("vi");
		messages.addMessage("month", vietnamese, "tháng {0} năm {1}");
		messages.addMessage("month", Locale.ENGLISH, "{0,choice,11#November|12#December} {1}");
		messages.addMessage("notice", vietnamese, "Chương trình {1} của {0}");
		messages.addMessage("notice", Locale.ENGLISH, "Program for {1} of {0}");
		String kept = MessageArguments.write(this.json, List.of("Bộ Tư pháp",
				new DefaultMessageSourceResolvable(new String[] { "month" }, new Object[] { 11, "2026" })));
		Object[] read = MessageArguments.read(this.json, kept).toArray();
		assertThat(messages.getMessage("notice", read, vietnamese))
			.isEqualTo("Chương trình tháng 11 năm 2026 của Bộ Tư pháp");
		assertThat(messages.getMessage("notice", read, Locale.ENGLISH))
			.isEqualTo("Program for November 2026 of Bộ Tư pháp");
	}

	@Test
	void texts_are_kept_as_they_are() {
		assertThat(MessageArguments.write(this.json, List.of("một", "2"))).isEqualTo("[\"một\",\"2\"]");
		assertThat(MessageArguments.read(this.json, "[\"một\", \"2\"]")).containsExactly("một", "2");
	}

}
