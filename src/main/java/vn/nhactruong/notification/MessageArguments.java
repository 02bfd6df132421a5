package vn.nhactruong.notification;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * The arguments of a message as they are kept: texts as texts, and what reads differently
 * in each language, such as a period or a list of changes, by its message key with
 * arguments of its own.
 */
public final class MessageArguments {

	private static final TypeReference<List<Object>> KEPT = new TypeReference<>() {
	};

	/** A message is read on a phone: what is more stands on the page it leads to. */
	private static final int MOST_LINES = 5;

	private MessageArguments() {
	}

	/**
	 * What a sentence names in the reader's language.
	 * @param arguments texts, or what is named like this
	 */
	public static DefaultMessageSourceResolvable named(String messageKey, Object... arguments) {
		return new DefaultMessageSourceResolvable(new String[] { messageKey }, arguments);
	}

	/**
	 * A list of changes as one argument, each on a line of its own; of a long one its
	 * beginning, and how many more there are.
	 * @param changes at least one
	 */
	public static DefaultMessageSourceResolvable lines(Collection<DefaultMessageSourceResolvable> changes) {
		Stream<DefaultMessageSourceResolvable> shown = changes.stream().limit(MOST_LINES);
		int more = changes.size() - MOST_LINES;
		return joined(((more > 0) ? Stream.concat(shown, Stream.of(named("notification.moreChanges", more))) : shown)
			.iterator());
	}

	private static DefaultMessageSourceResolvable joined(Iterator<DefaultMessageSourceResolvable> lines) {
		DefaultMessageSourceResolvable line = lines.next();
		return lines.hasNext() ? named("notification.lines", line, joined(lines)) : line;
	}

	static String write(JsonMapper json, List<?> arguments) {
		return json.writeValueAsString(kept(arguments));
	}

	private static List<Object> kept(List<?> arguments) {
		return arguments.stream().map(MessageArguments::kept).toList();
	}

	private static Object kept(Object argument) {
		return (argument instanceof MessageSourceResolvable named)
				? Map.of("key", named.getCodes()[0], "args", kept(Arrays.asList(named.getArguments()))) : argument;
	}

	/** What a message source takes. */
	public static List<Object> read(JsonMapper json, String arguments) {
		return given(json.readValue(arguments, KEPT));
	}

	private static List<Object> given(List<?> kept) {
		return kept.stream().map(MessageArguments::given).toList();
	}

	private static Object given(Object kept) {
		return (kept instanceof Map<?, ?> named)
				? named((String) named.get("key"), given((List<?>) named.get("args")).toArray()) : kept;
	}

}
