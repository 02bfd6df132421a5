package vn.nhactruong.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.attoparser.simple.SimpleMarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;

import org.springframework.web.util.HtmlUtils;

/** An element of a page, taken apart as a browser does. */
final class Html {

	private final String tag;

	private final Map<String, String> attributes = new LinkedHashMap<>();

	/** Elements and texts in their order. */
	private final List<Object> content = new ArrayList<>();

	private Html(String tag, Map<String, String> attributes) {
		this.tag = tag;
		if (attributes != null) {
			attributes.forEach(
					(name, value) -> this.attributes.put(name, HtmlUtils.htmlUnescape((value != null) ? value : "")));
		}
	}

	static Html parse(String page) {
		Builder builder = new Builder();
		try {
			new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(page, builder);
		}
		catch (ParseException ex) {
			throw new IllegalStateException(ex);
		}
		return builder.root;
	}

	String attribute(String name) {
		return this.attributes.get(name);
	}

	boolean has(String attribute) {
		return this.attributes.containsKey(attribute);
	}

	boolean is(String... tags) {
		return List.of(tags).contains(this.tag);
	}

	/** What can be read, without the markup. */
	String text() {
		return this.content.stream()
			.map((part) -> (part instanceof Html element) ? element.text() : part.toString())
			.collect(Collectors.joining());
	}

	/** All below, in the order of the page. */
	Stream<Html> all() {
		return this.content.stream()
			.filter(Html.class::isInstance)
			.map(Html.class::cast)
			.flatMap((element) -> Stream.concat(Stream.of(element), element.all()));
	}

	Stream<Html> all(String... tags) {
		return all().filter((element) -> element.is(tags));
	}

	Optional<Html> byId(String id) {
		return all().filter((element) -> id.equals(element.attribute("id"))).findFirst();
	}

	private static final class Builder extends AbstractSimpleMarkupHandler {

		private final Html root = new Html("", null);

		private final List<Html> open = new ArrayList<>(List.of(this.root));

		@Override
		public void handleText(char[] buffer, int offset, int length, int line, int column) {
			last().content.add(HtmlUtils.htmlUnescape(new String(buffer, offset, length)));
		}

		@Override
		public void handleStandaloneElement(String name, Map<String, String> attributes, boolean minimized, int line,
				int column) {
			last().content.add(new Html(name, attributes));
		}

		@Override
		public void handleOpenElement(String name, Map<String, String> attributes, int line, int column) {
			Html element = new Html(name, attributes);
			last().content.add(element);
			this.open.add(element);
		}

		@Override
		public void handleAutoOpenElement(String name, Map<String, String> attributes, int line, int column) {
			handleOpenElement(name, attributes, line, column);
		}

		@Override
		public void handleCloseElement(String name, int line, int column) {
			this.open.remove(this.open.size() - 1);
		}

		@Override
		public void handleAutoCloseElement(String name, int line, int column) {
			handleCloseElement(name, line, column);
		}

		private Html last() {
			return this.open.get(this.open.size() - 1);
		}

	}

}
