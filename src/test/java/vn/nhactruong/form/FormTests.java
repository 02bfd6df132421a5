package vn.nhactruong.form;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.Versioned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Every mistake that can be made in every form of a module: each gets a sentence at its
 * field, and nothing that was typed is lost. What can go wrong follows from the form's
 * type; a module adds what only its rules know. {@link FormCatalogueTests} sees to it
 * that no form is missing.
 */
@PortalTest
abstract class FormTests {

	private static final String NOWHERE = "999999999999";

	/** One byte over what a file may have. */
	private static final byte[] TOO_LARGE = new byte[20 * 1024 * 1024 + 1];

	@Autowired
	protected MockMvc mvc;

	@Autowired
	protected TestPeople people;

	@Autowired
	protected JdbcClient jdbc;

	@Autowired
	protected Clock clock;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mapping;

	private FormHandlers handlers;

	/**
	 * All forms of the module by the pattern of their address, filled in when needed. A
	 * form that is filled in differently has words behind the pattern, which say how.
	 */
	abstract Map<String, Supplier<FilledForm>> forms();

	@TestFactory
	Stream<DynamicNode> bad_input_gets_its_sentence_and_loses_nothing() {
		this.handlers = new FormHandlers(this.mapping);
		Set<String> filled = new LinkedHashSet<>();
		Set<String> known = new LinkedHashSet<>();
		Stream<DynamicNode> forms = forms().entrySet()
			.stream()
			.map((form) -> dynamicContainer(form.getKey(),
					Stream.of(form).flatMap((it) -> cases(pattern(it.getKey()), it.getValue(), filled, known))));
		return Stream.concat(forms, Stream.of(dynamicTest("every field of these forms is filled in once",
				() -> assertThat(filled).containsAll(known))));
	}

	static String pattern(String form) {
		return form.replaceFirst(" .*$", "");
	}

	private Stream<DynamicNode> cases(String pattern, Supplier<FilledForm> fixture, Set<String> filled,
			Set<String> known) {
		Cases cases;
		try {
			cases = new Cases(pattern, fixture.get(), this.handlers.form(pattern));
		}
		catch (RuntimeException | AssertionError ex) {
			return Stream.of(dynamicTest("is filled in", () -> {
				throw ex;
			}));
		}
		cases.fields.forEach((field) -> {
			known.add(cases.type.getSimpleName() + "." + field.name());
			if (cases.form.typed().containsKey(field.name()) || cases.form.files().containsKey(field.name())
					|| cases.form.told().contains(field.name()) || cases.form.carried().contains(field.name())) {
				filled.add(cases.type.getSimpleName() + "." + field.name());
			}
		});
		return cases.all();
	}

	/**
	 * Does what a fixture needs, as people do it.
	 * @return the page it leads to
	 */
	protected String done(RequestPostProcessor person, String url, Object... typed) {
		FilledForm form = FilledForm.at(url, person);
		for (int i = 0; i < typed.length; i += 2) {
			form.with((String) typed[i], typed[i + 1]);
		}
		return done(form);
	}

	/** The same, where files are sent, too. */
	protected String done(FilledForm form) {
		String url = form.url();
		MvcResult result = perform(form, form.typed(), form.files(), form.person(), url, UUID.randomUUID().toString());
		assertThat(result.getResponse().getStatus()).as("POST " + url + ": " + summary(result, url))
			.isBetween(300, 399);
		assertThat(result.getFlashMap().get("flashError")).as("POST " + url).isNull();
		return result.getResponse().getHeader("Location");
	}

	/**
	 * However little of a form is filled in, all that is wrong with the rest is told,
	 * too.
	 */
	protected void tellsAtOnce(RequestPostProcessor person, String url, List<String> fields, Object... typed)
			throws Exception {
		FilledForm form = FilledForm.at(url, person);
		for (int i = 0; i < typed.length; i += 2) {
			form.with((String) typed[i], typed[i + 1]);
		}
		Answer answer = Answer.of(
				perform(form, form.typed(), form.files(), person, url, UUID.randomUUID().toString()).getResponse(),
				url);
		assertThat(answer.status()).as(answer.summary()).isEqualTo(422);
		fields.forEach((field) -> assertThat(answer.faultsAt(field)).as(field + ": " + answer.summary()).isEmpty());
	}

	protected LocalDate today() {
		return LocalDate.now(this.clock);
	}

	protected RequestPostProcessor as(Role role, String unit) {
		return this.people.as(role, unit);
	}

	protected long id(String sql, Object... parameters) {
		return this.jdbc.sql(sql).params(parameters).query(Long.class).single();
	}

	protected long unit(String code) {
		return id("select id from organization where code = ?", code);
	}

	/** The number in an address, such as that of the new row one is led to. */
	protected static long number(String location) {
		return Long.parseLong(location.replaceFirst("^\\D*(\\d+).*$", "$1"));
	}

	protected static MockMultipartFile pdf(String field) {
		return new MockMultipartFile(field, "bao-cao.pdf", "application/pdf",
				"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
					.getBytes(StandardCharsets.UTF_8));
	}

	private static String summary(MvcResult result, String url) {
		try {
			return Answer.of(result.getResponse(), url).summary();
		}
		catch (Exception ex) {
			return ex.toString();
		}
	}

	private MvcResult perform(FilledForm form, Map<String, List<String>> typed, Map<String, MockMultipartFile> files,
			RequestPostProcessor person, String url, String token) {
		AbstractMockHttpServletRequestBuilder<?> request = files.isEmpty() ? post(url) : multipart(url);
		if (request instanceof MockMultipartHttpServletRequestBuilder parts) {
			files.values().forEach(parts::file);
		}
		typed.forEach((field, values) -> request.param(field, values.toArray(String[]::new)));
		request.param("_once", token).with(person).with(csrf());
		try {
			return this.mvc.perform(request).andReturn();
		}
		catch (Exception ex) {
			throw new IllegalStateException(form.url(), ex);
		}
	}

	/** Every write is audited, so that no new line means that nothing was written. */
	private long written() {
		return this.jdbc.sql("select coalesce(max(id), 0) from audit_entry").query(Long.class).single();
	}

	/** The cases of one form. */
	private final class Cases {

		private final String pattern;

		private final FilledForm form;

		private final Class<?> type;

		private final List<FormField> fields;

		private final Map<Map<String, List<String>>, Answer> refused = new HashMap<>();

		private final Set<String> exempted = new LinkedHashSet<>();

		private final List<DynamicNode> nodes = new ArrayList<>();

		Cases(String pattern, FilledForm form, Class<?> type) {
			this.pattern = pattern;
			this.form = form;
			this.type = type;
			Set<String> typed = new LinkedHashSet<>(form.typed().keySet());
			typed.addAll(form.files().keySet());
			this.fields = FormField.of(type, typed).stream().filter(FormField::isTyped).toList();
		}

		Stream<DynamicNode> all() {
			if (this.form.isElsewhere()) {
				return Stream.empty();
			}
			List<FormField> filled = this.form.isPreview() ? List.of() : this.fields.stream()
				.filter((field) -> !this.form.carried().contains(field.name())
						&& !this.form.told().contains(field.name())
						&& (this.form.typed().containsKey(field.name()) || this.form.files().containsKey(field.name())))
				.toList();
			missing(filled);
			tooLong(filled);
			garbage(filled);
			filled.stream().filter(FormField::isFile).forEach(this::wrongFile);
			for (FilledForm.Refusal refusal : this.form.isPreview() ? List.<FilledForm.Refusal>of()
					: this.form.refusals()) {
				add(refusal.mistake(), () -> refused(refusal.field(), refusal.changed(), refusal.fromThePage(), true));
			}
			if (FormTests.this.handlers.isRestricted(this.pattern)) {
				add("sent by a stranger", this::stranger);
			}
			rows().forEach((url, name) -> add(name + " is not there", () -> gone(url)));
			if (!versions().isEmpty()) {
				add("stale", this::stale);
			}
			add("accepted, and once when sent twice", this.form.isPreview() ? this::shown : this::accepted);
			add("sent again later", this::again);
			this.nodes.add(dynamicTest("exempts only what there is",
					() -> assertThat(this.exempted).isEqualTo(this.form.exemptions().keySet())));
			return this.nodes.stream();
		}

		private void missing(List<FormField> filled) {
			Map<String, List<String>> together = new LinkedHashMap<>();
			for (FormField field : filled) {
				boolean byRule = this.form.required().contains(field.name());
				Map<String, List<String>> empty = field.isRequired() ? together : new LinkedHashMap<>();
				if (!field.isFile() && (field.isRequired() || byRule)) {
					empty.put(field.name(), field.isLeftOutWhenEmpty() ? List.of() : List.of(""));
					add(field.name() + " missing", () -> refused(field.name(), empty, false, true));
				}
				else if (byRule) {
					add(field.name() + " missing", () -> refused(field.name(), field.name(),
							new MockMultipartFile(field.name(), "", "application/octet-stream", new byte[0])));
				}
			}
		}

		private void tooLong(List<FormField> filled) {
			Map<String, List<String>> together = new LinkedHashMap<>();
			filled.stream().filter(FormField::isText).forEach((field) -> {
				// Whether a code is known is asked last, and of one at a time.
				Map<String, List<String>> longer = field.isCode() ? new LinkedHashMap<>() : together;
				longer.put(field.name(), List.of(longer(field.name(), field.tooLong())));
				add(field.name() + " too long", () -> refused(field.name(), longer, !field.isCode(), true));
			});
		}

		private void garbage(List<FormField> filled) {
			List<Map<String, List<String>>> together = new ArrayList<>();
			for (FormField field : filled) {
				List<String> unreadable = field.unreadable();
				for (int i = 0; i < unreadable.size(); i++) {
					if (together.size() == i) {
						together.add(new LinkedHashMap<>());
					}
					Map<String, List<String>> round = together.get(i);
					round.put(field.name(), List.of(unreadable.get(i)));
					add(field.name() + " is '" + unreadable.get(i) + "'",
							() -> refused(field.name(), round, true, field.isWritten()));
				}
				for (String unknown : field.unknown()) {
					Map<String, List<String>> alone = Map.of(field.name(), List.of(unknown));
					add(field.name() + " is '" + unknown + "'",
							() -> refused(field.name(), alone, field.isWritten(), true));
				}
			}
			for (String field : this.form.carried()) {
				add(field + " is of nothing", () -> carried(Map.of(field, List.of(NOWHERE))));
			}
		}

		private void wrongFile(FormField field) {
			wrongFiles(field.name()).forEach(
					(mistake, file) -> add(field.name() + " " + mistake, () -> refused(field.name(), mistake, file)));
		}

		private String longer(String field, int length) {
			String typed = this.form.typed().get(field).get(0);
			return typed + "x".repeat(Math.max(0, length - typed.length()));
		}

		private Map<String, MockMultipartFile> wrongFiles(String field) {
			Map<String, MockMultipartFile> files = new LinkedHashMap<>();
			byte[] program = "MZ\0\1\0\0\0\0This program cannot be run in DOS mode.".getBytes(StandardCharsets.UTF_8);
			byte[] page = "<!DOCTYPE html><html><body><script>alert(1)</script></body></html>"
				.getBytes(StandardCharsets.UTF_8);
			files.put("is a program", new MockMultipartFile(field, "cai-dat.exe", "application/pdf", program));
			files.put("is a program called a paper",
					new MockMultipartFile(field, "bao-cao.pdf", "application/pdf", program));
			files.put("is a page called a paper", new MockMultipartFile(field, "bao-cao.docx", "text/html", page));
			files.put("is empty", new MockMultipartFile(field, "trong.pdf", "application/pdf", new byte[0]));
			files.put("is too large", new MockMultipartFile(field, "qua-lon.pdf", "application/pdf", TOO_LARGE));
			return files;
		}

		private void add(String name, Executable test) {
			String known = this.form.exemptions().get(name);
			if (known != null) {
				this.exempted.add(name);
				return;
			}
			this.nodes.add(dynamicTest(name, () -> {
				try {
					test.execute();
				}
				catch (AssertionError error) {
					throw new AssertionError(this.pattern + ", " + name + ": " + error.getMessage(), error);
				}
			}));
		}

		private Map<String, List<String>> typed(Map<String, List<String>> changed) {
			Map<String, List<String>> typed = new LinkedHashMap<>(this.form.typed());
			changed.forEach((field, values) -> {
				if (values.isEmpty()) {
					typed.remove(field);
				}
				else {
					typed.put(field, values);
				}
			});
			return typed;
		}

		private Answer send(Map<String, List<String>> typed, Map<String, MockMultipartFile> files) throws Exception {
			MvcResult result = perform(this.form, typed, files, this.form.person(), this.form.url(),
					UUID.randomUUID().toString());
			return Answer.of(result.getResponse(), this.form.url());
		}

		/**
		 * What comes back for a mistake, or for one in each of several fields: every one
		 * of them is to be named at once.
		 */
		private Answer refusal(Map<String, List<String>> changed, Map<String, MockMultipartFile> files)
				throws Exception {
			Answer known = files.equals(this.form.files()) ? this.refused.get(changed) : null;
			if (known != null) {
				return known;
			}
			long before = written();
			Answer answer = send(typed(changed), files);
			assertThat(answer.status()).as("status, with " + answer.summary()).isEqualTo(422);
			assertThat(written()).as("written nevertheless").isEqualTo(before);
			if (files.equals(this.form.files())) {
				this.refused.put(Map.copyOf(changed), answer);
			}
			return answer;
		}

		/**
		 * @param shownAgain whether the mistake itself is to be seen
		 * @param atField whether a person can make it, and is to be led there
		 */
		private void refused(String field, Map<String, List<String>> changed, boolean shownAgain, boolean atField)
				throws Exception {
			Answer answer = refusal(changed, this.form.files());
			assertThat(atField ? answer.faultsAt(field) : answer.faultsOfSummary()).isEmpty();
			Map<String, List<String>> typed = typed(changed);
			Set<String> compared = new LinkedHashSet<>(typed.keySet());
			if (field == null || !shownAgain
					|| this.form.refusals().stream().noneMatch((it) -> it.changed() == changed)) {
				compared.removeAll(changed.keySet());
			}
			if (shownAgain && answer.isWritten(field)) {
				compared.add(field);
			}
			assertThat(lost(answer, typed, compared)).as("typed and lost").isEmpty();
		}

		private void refused(String field, String mistake, MockMultipartFile file) throws Exception {
			Answer answer = refusal(Map.of(), Map.of(field, file));
			assertThat(answer.faultsAt(field)).as(mistake).isEmpty();
			assertThat(lost(answer, this.form.typed(), this.form.typed().keySet())).as("typed and lost").isEmpty();
		}

		/**
		 * What the page carries along can't be typed wrong, but what it stands for may be
		 * gone: the texts are at least there to be copied.
		 */
		private void carried(Map<String, List<String>> changed) throws Exception {
			long before = written();
			Answer answer = send(typed(changed), this.form.files());
			assertThat(answer.status()).as("status, with " + answer.summary()).isIn(404, 422);
			assertThat(copied(answer)).as("typed and lost").isEmpty();
			assertThat(written()).as("written nevertheless").isEqualTo(before);
		}

		/** Texts that can't be found anywhere on the page. */
		private List<String> copied(Answer answer) {
			return this.fields.stream()
				.filter((field) -> field.isText() && !field.isCode() && !answer.isSecret(field.name())
						&& this.form.typed().containsKey(field.name()))
				.flatMap((field) -> this.form.typed().get(field.name()).stream())
				.filter((text) -> !answer.mentions(text) && this.form.typed()
					.entrySet()
					.stream()
					.noneMatch(
							(field) -> field.getValue().contains(text) && answer.shows(field.getKey(), List.of(text))))
				.toList();
		}

		/** What was typed and doesn't stand in its field any more. */
		private Map<String, List<String>> lost(Answer answer, Map<String, List<String>> typed, Set<String> compared) {
			Map<String, List<String>> lost = new LinkedHashMap<>();
			typed.forEach((field, values) -> {
				if (compared.contains(field) && !answer.isSecret(field) && !answer.shows(field, values)) {
					lost.put(field, values);
				}
			});
			return lost;
		}

		private void stranger() {
			RequestPostProcessor stranger = (this.form.stranger() != null) ? this.form.stranger()
					: FormTests.this.handlers.isForBusiness(this.pattern) ? FormTests.this.people.as(Role.ADMIN, "VPB")
							: FormTests.this.people.as(Role.CLERK, "STP-92");
			long before = written();
			MvcResult result = perform(this.form, this.form.typed(), this.form.files(), stranger, this.form.url(),
					UUID.randomUUID().toString());
			assertThat(result.getResponse().getStatus()).isIn(403, 404);
			assertThat(written()).as("written nevertheless").isEqualTo(before);
		}

		/** The address with each row that it names replaced by one that is not there. */
		private Map<String, String> rows() {
			Map<String, String> rows = new LinkedHashMap<>();
			String[] names = this.pattern.split("/");
			String[] parts = this.form.url().split("/");
			for (int i = 0; i < names.length; i++) {
				if (names[i].matches("\\{\\w+}") && parts[i].matches("\\d+")) {
					String[] other = parts.clone();
					other[i] = NOWHERE;
					rows.put(String.join("/", other), names[i]);
				}
			}
			return rows;
		}

		private void gone(String url) throws Exception {
			long before = written();
			MvcResult result = perform(this.form, this.form.typed(), this.form.files(), this.form.person(), url,
					UUID.randomUUID().toString());
			Answer answer = Answer.of(result.getResponse(), url);
			assertThat(answer.status()).isEqualTo(404);
			assertThat(copied(answer)).as("typed and lost").isEmpty();
			assertThat(written()).as("written nevertheless").isEqualTo(before);
		}

		/** Of the whole, or of each row. */
		private List<String> versions() {
			return this.form.typed()
				.keySet()
				.stream()
				.filter((field) -> field.equals("version") || field.endsWith(".version"))
				.toList();
		}

		private void stale() throws Exception {
			long before = written();
			Map<String, List<String>> typed = new LinkedHashMap<>(this.form.typed());
			versions().forEach((field) -> typed.computeIfPresent(field,
					(name, version) -> List.of(String.valueOf(Integer.parseInt(version.get(0)) - 1))));
			Answer answer = send(typed, this.form.files());
			assertThat(answer.status()).as("status, with " + answer.summary()).isEqualTo(409);
			// Who decides has typed nothing that somebody else could have typed, too.
			assertThat(Versioned.class.isAssignableFrom(this.type) ? answer.page().byId("conflict") : answer.alert())
				.as("what happened meanwhile")
				.isPresent();
			assertThat(lost(answer, this.form.typed(), this.form.typed().keySet())).as("typed and lost").isEmpty();
			assertThat(written()).as("written nevertheless").isEqualTo(before);
		}

		private void accepted() {
			long before = written();
			String token = UUID.randomUUID().toString();
			MvcResult first = perform(this.form, this.form.typed(), this.form.files(), this.form.person(),
					this.form.url(), token);
			assertThat(first.getResponse().getStatus()).as("status, with " + summary(first, this.form.url()))
				.isBetween(300, 399);
			assertThat(first.getFlashMap().get("flashError")).isNull();
			long after = written();
			assertThat(after > before).as("written").isEqualTo(this.form.isAudited());
			MvcResult second = perform(this.form, this.form.typed(), this.form.files(), this.form.person(),
					this.form.url(), token);
			assertThat(second.getResponse().getStatus()).isBetween(300, 399);
			assertThat(second.getResponse().getHeader("Location")).isEqualTo(first.getResponse().getHeader("Location"));
			assertThat(second.getFlashMap().get("flash")).isEqualTo("form.sentTwice");
			assertThat(written()).as("written twice").isEqualTo(after);
		}

		private void shown() throws Exception {
			long before = written();
			Answer answer = send(this.form.typed(), this.form.files());
			assertThat(answer.status()).isEqualTo(200);
			assertThat(lost(answer, this.form.typed(), this.form.typed().keySet())).as("typed and lost").isEmpty();
			assertThat(written()).as("written nevertheless").isEqualTo(before);
		}

		/** Whoever goes back and sends the form once more gets no error of ours. */
		private void again() throws Exception {
			Answer answer = send(this.form.typed(), this.form.files());
			assertThat(answer.status()).as("status, with " + answer.summary()).isIn(200, 302, 303, 403, 404, 409, 422);
			if (answer.status() == 422) {
				assertThat(copied(answer)).as("typed and lost").isEmpty();
			}
		}

	}

}
