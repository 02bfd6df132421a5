package vn.nhactruong.form;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.mock.web.MockHttpServletResponse;

/** What came back after a form was sent: a page, and in it perhaps the form again. */
final class Answer {

	/** What no clerk should have to read. */
	private static final Pattern NOT_FOR_CLERKS = Pattern
		.compile("\\?\\?|[{}]|Failed|Exception|typeMismatch|\\bmust\\b|\\bnull\\b|java\\.|\\bvalue\\b|=");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");

	private final int status;

	private final Html page;

	private final Html form;

	private Answer(int status, Html page, Html form) {
		this.status = status;
		this.page = page;
		this.form = form;
	}

	static Answer of(MockHttpServletResponse response, String url) throws Exception {
		Html page = Html.parse(response.getContentAsString());
		return new Answer(response.getStatus(), page, sent(page, url));
	}

	/** Among several forms of a page the one that was sent. */
	private static Html sent(Html page, String url) {
		String sent = path(url);
		return page.all("form")
			.filter((form) -> sent.equals(path(form.attribute("action"))) || form.all("button")
				.anyMatch((button) -> button.has("formaction") && sent.equals(path(button.attribute("formaction")))))
			.max(Comparator.comparing((Html form) -> form.byId("error-summary").isPresent())
				.thenComparing((form) -> form.byId("conflict").isPresent()))
			.orElse(null);
	}

	private static String path(String address) {
		return (address != null) ? address.replaceFirst("[?#].*$", "") : null;
	}

	int status() {
		return this.status;
	}

	Html page() {
		return this.page;
	}

	/** What is read aloud at once. */
	Optional<Html> alert() {
		return this.page.all().filter((element) -> "alert".equals(element.attribute("role"))).findFirst();
	}

	/** The sentences on top, each with where it leads. */
	String summary() {
		return this.page.byId("error-summary")
			.map((summary) -> summary.all("li")
				.map((line) -> line.all("a").map((link) -> link.attribute("href")).findFirst().orElse("(no field)")
						+ " " + line.text().strip())
				.collect(Collectors.joining("; ")))
			.orElse("no summary");
	}

	/**
	 * What is missing so that a person finds the mistake at this field; nothing if all is
	 * there.
	 * @param field {@code null} for what concerns the form as a whole
	 */
	List<String> faultsAt(String field) {
		if (this.form == null) {
			return List.of("the form is not shown again");
		}
		List<String> faults = new ArrayList<>();
		Optional<Html> summary = this.form.byId("error-summary");
		if (summary.isEmpty()) {
			return List.of("no summary of mistakes in the form");
		}
		if (field == null) {
			return summary.get()
				.all("li")
				.anyMatch((line) -> line.all("a").findAny().isEmpty() && isSentence(line.text())) ? List.of()
						: List.of("no sentence about the whole: " + summary());
		}
		Optional<Html> place = summary.stream()
			.flatMap((it) -> it.all("a"))
			.flatMap((link) -> this.page.byId(link.attribute("href").substring(1)).stream())
			.filter((target) -> isFor(target, field))
			.findFirst();
		if (place.isEmpty()) {
			return List.of("the summary leads to no control of " + field + " but says: " + summary());
		}
		if (!isMarked(place.get())) {
			faults.add("the control is not marked as wrong");
		}
		String sentence = described(place.get()).map(Html::text).map(String::strip).orElse("");
		if (sentence.isEmpty()) {
			faults.add("no sentence is tied to the control");
		}
		String said = sentence.replaceFirst("^Lỗi:", "").strip();
		if (!isSentence(said)) {
			faults.add("no sentence for a clerk: " + said);
		}
		return faults;
	}

	/** What is wrong with the sentences on top; nothing if a clerk understands each. */
	List<String> faultsOfSummary() {
		List<String> sentences = this.page.byId("error-summary")
			.stream()
			.flatMap((it) -> it.all("li"))
			.map((line) -> line.text().strip())
			.toList();
		return sentences.isEmpty() ? List.of("no summary of mistakes")
				: sentences.stream().filter((sentence) -> !isSentence(sentence)).toList();
	}

	private static boolean isSentence(String said) {
		return !NOT_FOR_CLERKS.matcher(said).find() && (said.strip().endsWith(".") || said.strip().endsWith("?"));
	}

	private static boolean isFor(Html target, String field) {
		return Stream.concat(Stream.of(target), target.all())
			.anyMatch((element) -> field.equals(element.attribute("name"))
					|| (field + "[]").equals(element.attribute("name")));
	}

	private static boolean isMarked(Html target) {
		return target.is("fieldset", "div")
				? (" " + target.attribute("class") + " ").contains(" invalid ")
						|| target.all("input").anyMatch((box) -> "true".equals(box.attribute("aria-invalid")))
				: "true".equals(target.attribute("aria-invalid"));
	}

	/** The sentence that a screen reader reads with the control. */
	private Optional<Html> described(Html target) {
		return Stream.of(String.valueOf(target.attribute("aria-describedby")).split(" "))
			.filter((id) -> id.endsWith("-error"))
			.flatMap((id) -> this.page.byId(id).stream())
			.findFirst();
	}

	/** Whether a field still shows what was typed. */
	boolean shows(String field, List<String> typed) {
		if (this.form == null) {
			return false;
		}
		Set<String> shown = values(field);
		Set<String> wanted = new TreeSet<>();
		typed.stream().filter((value) -> !value.isEmpty()).forEach((value) -> wanted.add(canonical(value)));
		return shown.containsAll(wanted);
	}

	/** Whether what was typed can at least be read and copied. */
	boolean mentions(String typed) {
		return canonical(this.page.text()).contains(canonical(typed));
	}

	/** A password is never sent back. */
	boolean isSecret(String field) {
		return this.form != null && controls(field).anyMatch((control) -> "password".equals(control.attribute("type")));
	}

	/** Whether the field is one to write in: a choice can only show what it offers. */
	boolean isWritten(String field) {
		return this.form != null && field != null
				&& controls(field).anyMatch((control) -> control.is("textarea") || control.is("input")
						&& !Set.of("hidden", "checkbox", "radio").contains(String.valueOf(control.attribute("type"))));
	}

	Set<String> values(String field) {
		return controls(field).flatMap(Answer::values)
			.map(Answer::canonical)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private Stream<Html> controls(String field) {
		return this.form.all("input", "select", "textarea")
			.filter((control) -> field.equals(control.attribute("name")));
	}

	private static Stream<String> values(Html control) {
		if (control.is("textarea")) {
			return Stream.of(control.text());
		}
		if (control.is("select")) {
			return control.all("option")
				.filter((option) -> option.has("selected"))
				.map((option) -> String.valueOf(option.attribute("value")));
		}
		boolean ticked = !Set.of("checkbox", "radio").contains(String.valueOf(control.attribute("type")))
				|| control.has("checked");
		return (ticked && control.has("value")) ? Stream.of(control.attribute("value")) : Stream.empty();
	}

	/** Days, times and line ends read the same however they are written. */
	private static String canonical(String value) {
		String text = value.strip().replace("\r\n", "\n");
		try {
			return text.matches("\\d{4}-\\d{2}-\\d{2}") ? DAY.format(LocalDate.parse(text))
					: text.matches("\\d{2}:\\d{2}(:\\d{2})?") ? LocalTime.parse(text).toString()
							: text.matches("\\d{4}-\\d{2}-\\d{2}T.*") ? MOMENT.format(LocalDateTime.parse(text)) : text;
		}
		catch (DateTimeParseException ex) {
			return text;
		}
	}

}
