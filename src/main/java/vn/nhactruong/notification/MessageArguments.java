package vn.nhactruong.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * The arguments of a message as they are kept: texts as texts, and what reads differently
 * in each language, such as a period, by its message key with arguments of its own.
 */
public final class MessageArguments {

	private static final TypeReference<List<Object>> KEPT = new TypeReference<>() {
	};

	private MessageArguments() {
	}

	static String write(JsonMapper json, List<?> arguments) {
		return json.writeValueAsString(arguments.stream().map(MessageArguments::kept).toList());
	}

	private static Object kept(Object argument) {
		return (argument instanceof MessageSourceResolvable named)
				? Map.of("key", named.getCodes()[0], "args", Arrays.asList(named.getArguments())) : argument;
	}

	/** What a message source takes. */
	public static List<Object> read(JsonMapper json, String arguments) {
		return json.readValue(arguments, KEPT).stream().map(MessageArguments::given).toList();
	}

	private static Object given(Object kept) {
		return (kept instanceof Map<?, ?> named) ? new DefaultMessageSourceResolvable(
				new String[] { (String) named.get("key") }, ((List<?>) named.get("args")).toArray()) : kept;
	}

}
