package vn.nhactruong.notification;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

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
	void list_of_changes_is_read_line_by_line_in_each_language_and_the_first_of_many() {
		StaticMessageSource messages = new StaticMessageSource();
		messages.addMessage("notice", Locale.ENGLISH, "Changed:\n{0}");
		messages.addMessage("notification.lines", Locale.ENGLISH, "{0}\n{1}");
		messages.addMessage("notification.moreChanges", Locale.ENGLISH, "and {0} more");
		messages.addMessage("level", Locale.ENGLISH, "Minister");
		messages.addMessage("change", Locale.ENGLISH, "{0}: {1}");
		assertThat(read(messages, 1)).isEqualTo("Changed:\n1: Minister");
		assertThat(read(messages, 5)).endsWith("\n4: Minister\n5: Minister");
		assertThat(read(messages, 7)).endsWith("\n4: Minister\n5: Minister\nand 2 more");
	}

	private String read(StaticMessageSource messages, int changes) {
		String kept = MessageArguments.write(this.json,
				List.of(MessageArguments.lines(IntStream.rangeClosed(1, changes)
					.mapToObj((number) -> MessageArguments.named("change", String.valueOf(number),
							MessageArguments.named("level")))
					.toList())));
		return messages.getMessage("notice", MessageArguments.read(this.json, kept).toArray(), Locale.ENGLISH);
	}

	@Test
	void texts_are_kept_as_they_are() {
		assertThat(MessageArguments.write(this.json, List.of("một", "2"))).isEqualTo("[\"một\",\"2\"]");
		assertThat(MessageArguments.read(this.json, "[\"một\", \"2\"]")).containsExactly("một", "2");
	}

}
