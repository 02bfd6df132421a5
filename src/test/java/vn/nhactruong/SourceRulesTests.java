package vn.nhactruong;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** House rules that can be read off the source text. */
class SourceRulesTests {

	/** What holds Vietnamese letters for a reason other than being read by a person. */
	private static final Set<String> LETTER_TABLES = Set.of("TextFolding.java");

	/** A call of now() that isn't handed something called clock. */
	private static final Pattern CLOCKLESS = Pattern
		.compile("\\b(?:LocalDate|LocalDateTime|LocalTime|Instant|ZonedDateTime|OffsetDateTime|Year|YearMonth)"
				+ "\\s*\\.\\s*now\\((?!\\s*[\\w.]*\\bclock\\b)"
				+ "|System\\.currentTimeMillis\\(|new (?:java\\.util\\.)?Date\\(\\)|Clock\\.system");

	private static final Pattern STRING = Pattern
		.compile("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\])'", Pattern.DOTALL);

	private static final Pattern VIETNAMESE = Pattern
		.compile("(?i)[àáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹđ]", Pattern.UNICODE_CASE);

	@Test
	void time_comes_from_the_injected_clock() throws IOException {
		assertThat(findings("src/main/java", Set.of("ClockConfiguration.java"), CLOCKLESS)).isEmpty();
	}

	@Test
	void nothing_that_a_person_reads_stands_in_java() throws IOException {
		List<String> findings = new ArrayList<>();
		for (Path file : javaFiles("src/main/java")) {
			if (LETTER_TABLES.contains(file.getFileName().toString())) {
				continue;
			}
			String source = withoutComments(Files.readString(file));
			Matcher literal = STRING.matcher(source);
			while (literal.find()) {
				if (VIETNAMESE.matcher(literal.group()).find()) {
					findings.add(file + ":" + line(source, literal.start()) + " " + literal.group());
				}
			}
		}
		assertThat(findings).as("visible text; it belongs into messages/").isEmpty();
	}

	@Test
	void tests_wait_for_things_not_for_time() throws IOException {
		assertThat(findings("src/test/java", Set.of("SourceRulesTests.java"),
				Pattern.compile("Thread\\.sleep\\(|TimeUnit\\.\\w+\\.sleep\\(|waitForTimeout\\(")))
			.isEmpty();
	}

	@Test
	void no_test_is_skipped() throws IOException {
		assertThat(findings("src/test/java", Set.of("SourceRulesTests.java"), Pattern
			.compile("\\bDisabled\\w*\\b|\\bassumeTrue\\(|\\bassumeFalse\\(|\\bassumeThat\\(|disabledWithoutDocker")))
			.isEmpty();
	}

	@Test
	void nothing_is_printed_past_the_log() throws IOException {
		assertThat(
				findings("src/main/java", Set.of(), Pattern.compile("System\\.(?:out|err)\\.|\\.printStackTrace\\(")))
			.isEmpty();
	}

	private static List<String> findings(String root, Set<String> except, Pattern forbidden) throws IOException {
		List<String> findings = new ArrayList<>();
		for (Path file : javaFiles(root)) {
			if (except.contains(file.getFileName().toString())) {
				continue;
			}
			String source = withoutComments(Files.readString(file));
			Matcher found = forbidden.matcher(source);
			while (found.find()) {
				findings.add(file + ":" + line(source, found.start()) + " " + found.group());
			}
		}
		return findings;
	}

	private static List<Path> javaFiles(String root) throws IOException {
		try (Stream<Path> files = Files.walk(Path.of(root))) {
			List<Path> found = files.filter((file) -> file.toString().endsWith(".java")).sorted().toList();
			assertThat(found).as("sources found in " + root).isNotEmpty();
			return found;
		}
	}

	/** Comments become blank, line by line, so that positions stay what they are. */
	private static String withoutComments(String source) {
		Matcher matcher = Pattern.compile("(" + STRING.pattern() + ")|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL)
			.matcher(source);
		return matcher.replaceAll((found) -> Matcher
			.quoteReplacement((found.group(1) != null) ? found.group() : found.group().replaceAll("[^\\n]", " ")));
	}

	private static long line(String source, int position) {
		return source.substring(0, position).chars().filter((character) -> character == '\n').count() + 1;
	}

}
