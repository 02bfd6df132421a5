package vn.nhactruong;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.attoparser.AbstractMarkupHandler;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;

/**
 * A template as its author wrote it, read by the parser that Thymeleaf itself uses: every
 * tag with its attributes, every text with the tags around it.
 */
record TemplateFile(Path path, String source, List<Tag> tags, List<Text> texts) {

	private static final Path ROOT = Path.of("src/main/resources/templates");

	/** All HTML templates of the portal; an empty answer is an error of the caller's. */
	static List<TemplateFile> all() {
		if (!Files.isDirectory(ROOT)) {
			return List.of();
		}
		try (Stream<Path> files = Files.walk(ROOT)) {
			return files.filter((file) -> file.toString().endsWith(".html")).sorted().map(TemplateFile::read).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static TemplateFile parse(Path path, String source) {
		Collector collector = new Collector();
		try {
			new MarkupParser(ParseConfiguration.htmlConfiguration()).parse(source, collector);
		}
		catch (ParseException ex) {
			throw new IllegalStateException(path + " isn't well-formed: " + ex.getMessage(), ex);
		}
		return new TemplateFile(path, source, List.copyOf(collector.tags), List.copyOf(collector.texts));
	}

	private static TemplateFile read(Path path) {
		try {
			return parse(path, Files.readString(path));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where a finding stands, as an editor opens it. */
	String at(int line) {
		return ROOT.relativize(this.path.startsWith(ROOT) ? this.path : ROOT.resolve(this.path)) + ":" + line;
	}

	record Tag(String name, Map<String, String> attributes, int line) {

		boolean has(String attribute) {
			return this.attributes.containsKey(attribute);
		}

		String value(String attribute) {
			return this.attributes.getOrDefault(attribute, "");
		}

	}

	/** A text and the tags around it, the innermost first. */
	record Text(String text, List<Tag> around, int line) {
	}

	private static final class Collector extends AbstractMarkupHandler {

		private final List<Tag> tags = new ArrayList<>();

		private final List<Text> texts = new ArrayList<>();

		private final Deque<Tag> open = new ArrayDeque<>();

		private Map<String, String> attributes = new LinkedHashMap<>();

		@Override
		public void handleOpenElementStart(char[] buffer, int offset, int length, int line, int column) {
			start(buffer, offset, length, line, true);
		}

		@Override
		public void handleStandaloneElementStart(char[] buffer, int offset, int length, boolean minimized, int line,
				int column) {
			start(buffer, offset, length, line, false);
		}

		@Override
		public void handleAutoOpenElementStart(char[] buffer, int offset, int length, int line, int column) {
			start(buffer, offset, length, line, true);
		}

		@Override
		public void handleCloseElementStart(char[] buffer, int offset, int length, int line, int column) {
			this.open.poll();
		}

		@Override
		public void handleAutoCloseElementStart(char[] buffer, int offset, int length, int line, int column) {
			this.open.poll();
		}

		@Override
		public void handleAttribute(char[] buffer, int nameOffset, int nameLength, int nameLine, int nameColumn,
				int operatorOffset, int operatorLength, int operatorLine, int operatorColumn, int contentOffset,
				int contentLength, int outerOffset, int outerLength, int valueLine, int valueColumn) {
			this.attributes.put(new String(buffer, nameOffset, nameLength).toLowerCase(Locale.ROOT),
					new String(buffer, contentOffset, contentLength));
		}

		@Override
		public void handleText(char[] buffer, int offset, int length, int line, int column) {
			this.texts.add(new Text(new String(buffer, offset, length), List.copyOf(this.open), line));
		}

		private void start(char[] buffer, int offset, int length, int line, boolean container) {
			this.attributes = new LinkedHashMap<>();
			Tag tag = new Tag(new String(buffer, offset, length).toLowerCase(Locale.ROOT), this.attributes, line);
			this.tags.add(tag);
			if (container) {
				this.open.push(tag);
			}
		}

	}

}
