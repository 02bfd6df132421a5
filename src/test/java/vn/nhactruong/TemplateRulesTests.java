package vn.nhactruong;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import vn.nhactruong.TemplateFile.Tag;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the strict content security policy and the protection against forged requests ask
 * of every template; a page that breaks one of these would work on nobody's screen or on
 * too many.
 */
class TemplateRulesTests {

	private static final Pattern FOREIGN = Pattern.compile("(?i)(?:https?:)?//.*");

	private static final List<String> LOADING = List.of("src", "srcset", "th:src", "href", "th:href", "action",
			"th:action", "data", "poster");

	private final List<TemplateFile> templates = TemplateFile.all();

	@Test
	void no_inline_style() {
		assertThat(findings((file, tag) -> tag.name().equals("style") || tag.has("style") || tag.has("th:style")
				|| tag.value("th:attr").contains("style=")))
			.isEmpty();
	}

	@Test
	void no_inline_script() {
		assertThat(findings((file, tag) -> tag.name().equals("script") && !tag.has("src") && !tag.has("th:src")
				|| tag.attributes().keySet().stream().anyMatch((name) -> name.matches("(th:)?on[a-z]+|(data-)?hx-on.*"))
				|| tag.attributes()
					.values()
					.stream()
					.anyMatch((value) -> value.strip().toLowerCase(Locale.ROOT).startsWith("javascript:"))))
			.isEmpty();
	}

	@Test
	void no_condition_stands_beside_a_replacement() {
		// Thymeleaf replaces the element before it looks at its condition.
		assertThat(findings((file, tag) -> tag.has("th:replace") && (tag.has("th:if") || tag.has("th:unless"))))
			.isEmpty();
	}

	@Test
	void no_unescaped_text() {
		assertThat(findings((file, tag) -> tag.has("th:utext") || tag.has("data-th-utext"))).isEmpty();
		assertThat(this.templates.stream().filter((file) -> file.source().contains("[(")).map(TemplateFile::path))
			.as("templates with unescaped inlining [(...)]")
			.isEmpty();
	}

	@Test
	void nothing_is_loaded_from_another_host() {
		assertThat(findings((file,
				tag) -> !tag.name().equals("a") && LOADING.stream()
					.map(tag::value)
					.anyMatch((value) -> FOREIGN.matcher(value).matches() || value.matches("@\\{(?:https?:)?//.*"))))
			.isEmpty();
	}

	@Test
	void every_post_form_carries_the_hidden_tokens() {
		// Thymeleaf adds the CSRF and the submission token only where it processes
		// th:action.
		assertThat(findings((file, tag) -> tag.name().equals("form")
				&& Stream.of("method", "th:method")
					.anyMatch((name) -> tag.value(name).toLowerCase(Locale.ROOT).contains("post"))
				&& !tag.has("th:action")))
			.isEmpty();
		assertThat(findings((file, tag) -> tag.has("formaction") && !tag.has("th:formaction"))).isEmpty();
	}

	@Test
	void a_link_into_a_new_window_gives_nothing_away() {
		assertThat(
				findings((file, tag) -> tag.value("target").equals("_blank") && !tag.value("rel").contains("noopener")))
			.isEmpty();
	}

	private List<String> findings(BiFunction<TemplateFile, Tag, Boolean> rule) {
		assertThat(this.templates).as("templates found").isNotEmpty();
		return this.templates.stream()
			.flatMap((file) -> file.tags()
				.stream()
				.filter((tag) -> rule.apply(file, tag))
				.map((tag) -> file.at(tag.line()) + " <" + tag.name() + ">"))
			.toList();
	}

}
