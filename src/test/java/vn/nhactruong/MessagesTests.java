package vn.nhactruong;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import vn.nhactruong.TemplateFile.Tag;
import vn.nhactruong.TemplateFile.Text;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything a person reads comes from the message files, in Vietnamese and, just as
 * complete, in English.
 */
class MessagesTests {

	private static final Path MESSAGES = Path.of("src/main/resources/messages");

	private static final Path JAVA = Path.of("src/main/java");

	/** Words that read the same in both languages: names, codes and formats. */
	private static final Set<String> SAME_IN_BOTH = Set.of("Email", "email", "Nhạc Trưởng", "Tiếng Việt", "English",
			"PDF", "Excel", "Word", "QR", "URL", "IP", "OK", "Logo", "Internet", "Website", "CSV", "JSON");

	/** Their number is a limit, never one. */
	private static final Pattern LIMIT = Pattern
		.compile("Size\\b|Max\\.|conference\\.error\\.(joinedQuota|quotaRange)$|statistics\\.chartMost"
				+ "|workingday\\.(error\\.swapTooFar|check\\.(tet|national))"
				+ "|workprogram\\.import\\.(problem\\.tooLong|error\\.tooManyRows)");

	/** A one, at most two words that describe, and what may be a plural. */
	private static final Pattern MANY_OF_ONE = Pattern
		.compile("(?<![\\p{L}\\d/–.,“-])1 (?:(?!(?:and|as|by|from|has|in|is|of|on|to|with|would)\\b)\\p{Ll}+ ){0,2}?"
				+ "(\\p{Ll}+s|people|men)\\b");

	/** Verbs and small words that end like a plural. */
	private static final Set<String> NO_PLURALS = Set.of("answers", "as", "asks", "belongs", "changes", "contributes",
			"does", "exists", "falls", "has", "is", "issues", "its", "leads", "lies", "names", "needs", "reports",
			"still", "stands", "stays", "takes", "this", "waits", "was", "applies", "holds");

	/** Codes of what Bean Validation and binding find. */
	private static final Pattern OF_A_RULE = Pattern
		.compile("(NotBlank|NotEmpty|NotNull|Size|Email|Min|Max|Positive|PositiveOrZero|AssertTrue|typeMismatch)\\b");

	private static final Pattern LETTER = Pattern.compile("\\p{L}");

	private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

	private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

	private static final Pattern LITERAL_KEY = Pattern
		.compile("#\\{\\s*([A-Za-z][\\w.\\-]*)\\s*[}(]|#messages\\.msg\\w*\\(\\s*'([A-Za-z][\\w.\\-]*)'\\s*[,)]");

	/** Keys that Java hands over by name: rules, flash messages, rejected fields. */
	private static final Pattern KEY_IN_JAVA = Pattern
		.compile("message = \"\\{([\\w.\\-]+)\\}\"" + "|RuleViolation\\s*\\.of\\(\\s*\"([\\w.\\-]+)\""
				+ "|RuleViolation\\s*\\.at\\(\\s*\"[^\"]*\"\\s*,\\s*\"([\\w.\\-]+)\""
				+ "|addFlashAttribute\\(\\s*\"flash(?:Error)?\"\\s*,\\s*\"([\\w.\\-]+)\""
				+ "|\\.reject\\(\\s*\"([\\w.\\-]+)\"|\\.rejectValue\\(\\s*\"[^\"]*\"\\s*,\\s*\"([\\w.\\-]+)\""
				+ "|\\.getMessage\\(\\s*\"([\\w.\\-]+)\"\\s*,");

	/** Attributes that are read out or shown. */
	private static final List<String> SPOKEN = List.of("placeholder", "title", "alt", "label", "aria-label",
			"aria-description", "aria-roledescription", "aria-valuetext", "data-confirm", "hx-confirm");

	/** An element with one of these has its body replaced or removed. */
	private static final List<String> REPLACING = List.of("th:text", "th:replace", "th:insert", "data-th-text",
			"data-th-replace", "data-th-insert");

	private final Map<String, Map<String, String>> vietnamese = read(
			(name) -> name.endsWith(".properties") && !name.endsWith("_en.properties"));

	private final Map<String, Map<String, String>> english = read((name) -> name.endsWith("_en.properties"));

	private final List<TemplateFile> templates = TemplateFile.all();

	@Test
	void every_file_has_its_english_twin_with_the_same_keys() {
		assertThat(this.vietnamese).as("message files found").isNotEmpty();
		assertThat(this.english.keySet()).containsExactlyInAnyOrderElementsOf(this.vietnamese.keySet());
		List<String> findings = new ArrayList<>();
		this.vietnamese.forEach((module, texts) -> {
			Map<String, String> twin = this.english.get(module);
			difference(texts.keySet(), twin.keySet())
				.forEach((key) -> findings.add("missing in " + module + "_en.properties: " + key));
			difference(twin.keySet(), texts.keySet())
				.forEach((key) -> findings.add("missing in " + module + ".properties: " + key));
		});
		assertThat(findings).isEmpty();
	}

	@Test
	void no_key_is_written_twice() throws IOException {
		List<String> findings = new ArrayList<>();
		for (String suffix : List.of(".properties", "_en.properties")) {
			Map<String, String> seen = new HashMap<>();
			for (String module : this.vietnamese.keySet()) {
				for (String line : Files.readAllLines(MESSAGES.resolve(module + suffix))) {
					Matcher entry = Pattern.compile("^\\s*([A-Za-z][\\w.\\-]*)\\s*[=:]").matcher(line);
					if (entry.find()) {
						String before = seen.put(entry.group(1), module);
						if (before != null) {
							findings
								.add(entry.group(1) + " in " + before + suffix + " and again in " + module + suffix);
						}
					}
				}
			}
		}
		assertThat(findings).isEmpty();
	}

	@Test
	void no_text_is_empty() {
		List<String> findings = new ArrayList<>();
		Stream.of(this.vietnamese, this.english)
			.forEach((language) -> language.forEach((module, texts) -> texts.forEach((key, text) -> {
				if (text.isBlank()) {
					findings.add(module + ": " + key);
				}
			})));
		assertThat(findings).isEmpty();
	}

	/**
	 * Whatever a text is given, one of it reads as one: "1 unit". Each argument is one
	 * here, a number or not, so that nobody has to tell which are counted.
	 */
	@Test
	void one_is_not_many_in_english() {
		Object[] ones = Collections.nCopies(10, 1L).toArray();
		List<String> findings = new ArrayList<>();
		this.english.values().forEach((texts) -> texts.forEach((key, text) -> {
			if (!arguments(text).isEmpty() && !LIMIT.matcher(key).lookingAt()) {
				String read = new MessageFormat(text, Locale.ENGLISH).format(ones);
				if (MANY_OF_ONE.matcher(read).results().anyMatch((many) -> !NO_PLURALS.contains(many.group(1)))) {
					findings.add(key + ": " + read);
				}
			}
		}));
		assertThat(findings).isEmpty();
	}

	@Test
	void many_of_one_is_found() {
		assertThat(Stream.of("1 extension requests", "1 more working days", "after 1 attempts", "in 1 points.")
			.filter((text) -> !MANY_OF_ONE.matcher(text).find())).isEmpty();
		assertThat(Stream.of("1 extension request", "version 1, other points", "11 days", "1 of many units")
			.filter((text) -> MANY_OF_ONE.matcher(text).find())).isEmpty();
	}

	@Test
	void both_languages_take_the_same_arguments() {
		List<String> findings = new ArrayList<>();
		pairs((key, vi, en) -> {
			// English may ask for a number to choose the noun; Vietnamese nouns stay.
			if (!arguments(vi).equals(arguments(vi.contains("{") ? en : en.replaceAll("\\{\\d,choice,[^{}]*}", "")))) {
				findings.add(key + ": " + vi + " | " + en);
			}
		});
		assertThat(findings).isEmpty();
	}

	@Test
	void a_text_with_arguments_is_a_valid_format_that_loses_no_apostrophe() {
		List<String> findings = new ArrayList<>();
		Stream.of(this.vietnamese, this.english)
			.forEach((language) -> language.values().forEach((texts) -> texts.forEach((key, text) -> {
				if (arguments(text).isEmpty()) {
					return;
				}
				try {
					new MessageFormat(text);
				}
				catch (IllegalArgumentException ex) {
					findings.add(key + ": " + ex.getMessage());
				}
				if (text.replace("''", "").contains("'")) {
					findings.add(key + ": a single apostrophe disappears, write two: " + text);
				}
			})));
		assertThat(findings).isEmpty();
	}

	/**
	 * A text without arguments is given out as it stands; only what a form's rule says is
	 * a format all the same, since the field's label comes along.
	 */
	@Test
	void an_apostrophe_is_written_twice_only_where_a_format_reads_it() {
		List<String> findings = new ArrayList<>();
		Stream.of(this.vietnamese, this.english)
			.forEach((language) -> language.forEach((module, texts) -> texts.forEach((key, text) -> {
				boolean format = OF_A_RULE.matcher(key).lookingAt() || module.equals("database");
				if (arguments(text).isEmpty()
						&& (format ? text.replace("''", "").contains("'") : text.contains("''"))) {
					findings.add(key + ": " + text);
				}
			})));
		assertThat(findings).isEmpty();
	}

	@Test
	void vietnamese_reads_vietnamese() {
		List<String> findings = new ArrayList<>();
		pairs((key, vi, en) -> {
			String plain = vi.replaceAll("\\{[^}]*}", "").strip();
			if (vi.equals(en) && WORD.matcher(plain).find() && !SAME_IN_BOTH.contains(plain)
					&& !plain.matches("[\\p{Lu}\\d\\p{Punct}\\s]+")) {
				findings.add(key + " is the same in both languages: " + vi);
			}
		});
		assertThat(findings).isEmpty();
	}

	@Test
	void every_key_that_a_template_names_exists() {
		assertThat(this.templates).as("templates found").isNotEmpty();
		Set<String> keys = keys();
		List<String> findings = new ArrayList<>();
		for (TemplateFile file : this.templates) {
			String source = withoutComments(file.source());
			Matcher matcher = LITERAL_KEY.matcher(source);
			while (matcher.find()) {
				String key = (matcher.group(1) != null) ? matcher.group(1) : matcher.group(2);
				if (!keys.contains(key)) {
					findings.add(file.at((int) source.substring(0, matcher.start()).lines().count()) + " " + key);
				}
			}
		}
		assertThat(findings).isEmpty();
	}

	@Test
	void every_key_that_java_names_exists() throws IOException {
		Set<String> keys = keys();
		List<String> findings = new ArrayList<>();
		for (Path file : javaFiles()) {
			Matcher matcher = KEY_IN_JAVA.matcher(Files.readString(file));
			while (matcher.find()) {
				for (int group = 1; group <= matcher.groupCount(); group++) {
					String key = matcher.group(group);
					if (key != null && !key.startsWith("jakarta.") && !keys.contains(key)) {
						findings.add(file.getFileName() + " " + key);
					}
				}
			}
		}
		assertThat(findings).isEmpty();
	}

	@Test
	void an_enum_shown_once_is_shown_whole() {
		Set<String> keys = keys();
		Set<String> prefixes = keys.stream()
			.filter((key) -> key.contains("."))
			.map((key) -> key.substring(0, key.indexOf('.')))
			.collect(Collectors.toSet());
		JavaClasses classes = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages(NhacTruongApplication.class.getPackageName());
		List<String> findings = classes.stream()
			.filter((type) -> type.isEnum() && prefixes.contains(type.getSimpleName()))
			.flatMap((type) -> constants(type).map((constant) -> type.getSimpleName() + "." + constant))
			.filter((key) -> !keys.contains(key))
			.sorted()
			.toList();
		assertThat(findings).as("enum constants without a text").isEmpty();
	}

	@Test
	void templates_hold_no_visible_text() {
		assertThat(this.templates).as("templates found").isNotEmpty();
		List<String> findings = new ArrayList<>();
		for (TemplateFile file : this.templates) {
			file.texts().forEach((text) -> {
				if (isShown(text) && LETTER.matcher(withoutExpressions(text.text())).find()) {
					findings.add(file.at(text.line()) + " text: " + text.text().strip());
				}
			});
			file.tags().forEach((tag) -> spoken(tag).forEach((attribute) -> {
				if (LETTER.matcher(withoutExpressions(tag.value(attribute))).find() && !isReplaced(tag, attribute)) {
					findings.add(file.at(tag.line()) + " " + attribute + ": " + tag.value(attribute));
				}
			}));
		}
		assertThat(findings).isEmpty();
	}

	private static List<String> spoken(Tag tag) {
		List<String> spoken = new ArrayList<>(SPOKEN);
		if (tag.name().equals("input") && Set.of("submit", "button", "reset").contains(tag.value("type"))) {
			spoken.add("value");
		}
		if (tag.name().equals("meta") && tag.value("name").equals("description")) {
			spoken.add("content");
		}
		return spoken;
	}

	private static boolean isReplaced(Tag tag, String attribute) {
		return tag.has("th:" + attribute) || tag.has("data-th-" + attribute)
				|| tag.value("th:attr").contains(attribute + "=");
	}

	private static boolean isShown(Text text) {
		return text.around()
			.stream()
			.noneMatch((tag) -> tag.name().equals("script") || tag.name().equals("style")
					|| REPLACING.stream().anyMatch(tag::has) || Set.of("all", "body").contains(tag.value("th:remove")));
	}

	/** Comments show how a fragment is called; their lines stay, empty. */
	private static String withoutComments(String html) {
		return Pattern.compile("<!--.*?-->", Pattern.DOTALL)
			.matcher(html)
			.replaceAll((comment) -> "\n".repeat((int) comment.group().chars().filter((one) -> one == '\n').count()));
	}

	/** What is left of a text when its expressions and character references are gone. */
	private static String withoutExpressions(String text) {
		return text.replaceAll("(?s)\\[\\[.*?]]", "").replaceAll("&#?\\w+;", "");
	}

	private static Stream<String> constants(JavaClass type) {
		return type.getFields()
			.stream()
			.filter((field) -> field.getModifiers().contains(JavaModifier.ENUM))
			.map(JavaField::getName);
	}

	private Set<String> keys() {
		return this.vietnamese.values()
			.stream()
			.flatMap((texts) -> texts.keySet().stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private void pairs(Pair action) {
		this.vietnamese.forEach((module, texts) -> texts.forEach((key, vi) -> {
			String en = this.english.getOrDefault(module, Map.of()).get(key);
			if (en != null) {
				action.accept(key, vi, en);
			}
		}));
	}

	private static Set<String> arguments(String text) {
		return ARGUMENT.matcher(text)
			.results()
			.map((found) -> found.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> difference(Set<String> all, Set<String> without) {
		Set<String> rest = new TreeSet<>(all);
		rest.removeAll(without);
		return rest;
	}

	private static List<Path> javaFiles() throws IOException {
		try (Stream<Path> files = Files.walk(JAVA)) {
			return files.filter((file) -> file.toString().endsWith(".java")).sorted().toList();
		}
	}

	private static Map<String, Map<String, String>> read(Predicate<String> wanted) {
		if (!Files.isDirectory(MESSAGES)) {
			return Map.of();
		}
		try (Stream<Path> files = Files.list(MESSAGES)) {
			return files.filter((file) -> wanted.test(file.getFileName().toString()))
				.sorted(Comparator.comparing(Path::getFileName))
				.collect(Collectors.toMap(MessagesTests::module, MessagesTests::texts, (first, second) -> first,
						TreeMap::new));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String module(Path file) {
		return file.getFileName().toString().replaceFirst("(_en)?\\.properties$", "");
	}

	private static Map<String, String> texts(Path file) {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file)) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(file.toString(), ex);
		}
		return properties.stringPropertyNames()
			.stream()
			.sorted()
			.collect(Collectors.toMap(Function.identity(), properties::getProperty, (first, second) -> first,
					LinkedHashMap::new));
	}

	@FunctionalInterface
	private interface Pair {

		void accept(String key, String vi, String en);

	}

}
