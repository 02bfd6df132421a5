package vn.nhactruong.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * A form as somebody who may use it fills it in without a mistake, and the mistakes that
 * only its module knows. Those of every form follow from its type.
 */
final class FilledForm {

	private final String url;

	private final RequestPostProcessor person;

	private final Map<String, List<String>> typed = new LinkedHashMap<>();

	private final Map<String, MockMultipartFile> files = new LinkedHashMap<>();

	private final Set<String> required = new LinkedHashSet<>();

	private final Set<String> told = new LinkedHashSet<>();

	private final Set<String> carried = new LinkedHashSet<>();

	private final List<Refusal> refusals = new ArrayList<>();

	private final Map<String, String> exemptions = new LinkedHashMap<>();

	private RequestPostProcessor stranger;

	private String preview;

	private String unaudited;

	private String elsewhere;

	private FilledForm(String url, RequestPostProcessor person) {
		this.url = url;
		this.person = person;
	}

	static FilledForm at(String url, RequestPostProcessor person) {
		return new FilledForm(url, person);
	}

	/** Fills a field; several values tick several boxes. */
	FilledForm with(String field, Object... values) {
		this.typed.put(field, texts(values));
		return this;
	}

	FilledForm file(String field, MockMultipartFile file) {
		this.files.put(field, file);
		return this;
	}

	/** Fields that may not be empty although the type doesn't say so. */
	FilledForm requires(String... fields) {
		this.required.addAll(Arrays.asList(fields));
		return this;
	}

	/** What the form holds for the portal to tell, and nobody types. */
	FilledForm told(String... fields) {
		this.told.addAll(Arrays.asList(fields));
		return this;
	}

	/** What the page that led to the form has put into it, such as where it belongs. */
	FilledForm carries(String... fields) {
		this.carried.addAll(Arrays.asList(fields));
		return this;
	}

	/**
	 * A mistake that a rule of the module finds.
	 * @param field where the sentence stands, or {@code null} where no single field is
	 * wrong
	 * @param changes names and values of what is typed otherwise; {@code null} leaves a
	 * field out
	 */
	FilledForm refuses(String mistake, String field, Object... changes) {
		return refuses(mistake, field, true, changes);
	}

	/** The same, of something that the page doesn't offer, so that it can't show it. */
	FilledForm refusesUnoffered(String mistake, String field, Object... changes) {
		return refuses(mistake, field, false, changes);
	}

	private FilledForm refuses(String mistake, String field, boolean fromThePage, Object... changes) {
		Map<String, List<String>> changed = new LinkedHashMap<>();
		for (int i = 0; i < changes.length; i += 2) {
			changed.put((String) changes[i], (changes[i + 1] != null) ? texts(changes[i + 1]) : List.of());
		}
		this.refusals.add(new Refusal(mistake, field, changed, fromThePage));
		return this;
	}

	/**
	 * Who may not send this form: without it, a clerk of a unit that is not concerned.
	 */
	FilledForm stranger(RequestPostProcessor somebody) {
		this.stranger = somebody;
		return this;
	}

	/** The form is not acted upon but shown again, as somebody asked for. */
	FilledForm preview(String reason) {
		this.preview = reason;
		return this;
	}

	/** It is taken in without a line in the audit trail. */
	FilledForm unaudited(String reason) {
		this.unaudited = reason;
		return this;
	}

	/** Its cases are found in another test, for a reason. */
	FilledForm elsewhere(String reason) {
		this.elsewhere = reason;
		return this;
	}

	/** Leaves a case out that its type asks for. */
	FilledForm exempt(String cell, String reason) {
		this.exemptions.put(cell, reason);
		return this;
	}

	String url() {
		return this.url;
	}

	RequestPostProcessor person() {
		return this.person;
	}

	Map<String, List<String>> typed() {
		return this.typed;
	}

	Map<String, MockMultipartFile> files() {
		return this.files;
	}

	Set<String> required() {
		return this.required;
	}

	Set<String> told() {
		return this.told;
	}

	Set<String> carried() {
		return this.carried;
	}

	List<Refusal> refusals() {
		return this.refusals;
	}

	Map<String, String> exemptions() {
		return this.exemptions;
	}

	RequestPostProcessor stranger() {
		return this.stranger;
	}

	boolean isElsewhere() {
		return this.elsewhere != null;
	}

	boolean isAudited() {
		return this.unaudited == null;
	}

	boolean isPreview() {
		return this.preview != null;
	}

	private static List<String> texts(Object... values) {
		List<String> texts = new ArrayList<>();
		for (Object value : values) {
			if (value instanceof Collection<?> many) {
				many.forEach((one) -> texts.add(text(one)));
			}
			else {
				texts.add(text(value));
			}
		}
		return texts;
	}

	/** As a browser sends it: its date fields send days in this order. */
	private static String text(Object value) {
		return (value instanceof LocalDate day) ? day.toString() : Objects.toString(value, "");
	}

	/** What is typed otherwise, and the field at which that is refused. */
	record Refusal(String mistake, String field, Map<String, List<String>> changed, boolean fromThePage) {
	}

}
