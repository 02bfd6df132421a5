package vn.nhactruong;

import java.lang.reflect.Parameter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.conference.ConferenceKind;
import vn.nhactruong.conference.ConferencePerson;
import vn.nhactruong.conference.ConferencePlan;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

/**
 * Every address that names a row, with one that is not there: deleted meanwhile, or typed
 * by somebody who tries numbers. A form is no exception, whatever was filled in.
 */
@PortalTest
class UnknownAddressTests {

	/** {@code {id}} or {@code {year:\\d{4}}}. */
	private static final Pattern VARIABLE = Pattern.compile("\\{(?:[^{}]|\\{[^}]*\\})+\\}");

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private Conferences conferences;

	@Autowired
	private Clock clock;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mapping;

	private List<RequestPostProcessor> viewers;

	@BeforeEach
	void addPeople() {
		this.viewers = List.of(this.people.as(Role.OFFICE, "VPB"), this.people.as(Role.ADMIN, "VPB"),
				this.people.as(Role.LEADER, "BTP"), this.people.as(Role.UNIT_HEAD, "STP-48"),
				this.people.as(Role.CLERK, "STP-48"));
	}

	@Test
	void a_row_that_is_not_there_is_not_found() throws Exception {
		List<String> findings = new ArrayList<>();
		for (Address address : addresses()) {
			Set<Integer> answers = answers(address, "999999999999");
			// Whoever may use the address at all learns that there is no such row.
			if (!answers.contains(404) || !Set.of(403, 404).containsAll(answers)) {
				findings.add(address + " answers " + answers);
			}
		}
		assertThat(addresses()).isNotEmpty();
		assertThat(findings).isEmpty();
	}

	@Test
	void nothing_is_done_to_a_missing_row_below_what_is_there() throws Exception {
		Map<String, String> there = Map.of("/conferences/{id}/", "/conferences/" + conference() + "/",
				"/settings/holidays/{year:\\d{4}}/", "/settings/holidays/2026/");
		List<String> findings = new ArrayList<>();
		int asked = 0;
		for (Address address : addresses()) {
			for (Map.Entry<String, String> parent : there.entrySet()) {
				String below = address.pattern().replace(parent.getKey(), parent.getValue());
				if (below.equals(address.pattern()) || !VARIABLE.matcher(below).find()) {
					continue;
				}
				asked++;
				Set<Integer> answers = answers(new Address(address.method(), below, address.fields()), "999999999999");
				// A form with nothing in it may be shown again before the row is looked
				// for.
				if (!Set.of(403, 404, 409, 422).containsAll(answers) || answers.equals(Set.of(403))) {
					findings.add(address + " answers " + answers);
				}
			}
		}
		assertThat(asked).isGreaterThan(30);
		assertThat(findings).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "-1", "99999999999999999999999", "1e3", "%27", "%F0%9F%98%80" })
	void a_row_that_cannot_be_is_no_error_of_ours(String id) throws Exception {
		List<String> findings = new ArrayList<>();
		for (Address address : addresses()) {
			Set<Integer> answers = answers(address, id);
			if (!Set.of(400, 403, 404, 405).containsAll(answers)) {
				findings.add(address + " answers " + answers);
			}
		}
		assertThat(findings).isEmpty();
	}

	private long conference() {
		Viewer viewer = this.people.viewer(this.people.add(Role.OFFICE, "VPB"));
		LocalDate day = LocalDate.now(this.clock).plusDays(10);
		return this.conferences.create(new ConferencePlan("Hội nghị có thật", ConferenceKind.TRAINING, day,
				HalfDay.MORNING, day, HalfDay.AFTERNOON, "Hội trường", null, viewer.unitId(), false, false, "Nội dung",
				"Lãnh đạo Sở", null, null, this.clock.instant().plus(Duration.ofDays(5)),
				List.of(new ConferencePerson(ConferencePerson.Part.CHAIR, "Thứ trưởng", null))), viewer);
	}

	private Set<Integer> answers(Address address, String id) throws Exception {
		Set<Integer> answers = new TreeSet<>();
		URI uri = URI.create(VARIABLE.matcher(address.pattern()).replaceAll(id));
		for (RequestPostProcessor viewer : this.viewers) {
			MockHttpServletRequestBuilder request = request(address.method(), uri).with(viewer).with(csrf());
			address.fields().forEach(request::param);
			answers.add(this.mvc.perform(request).andReturn().getResponse().getStatus());
		}
		return answers;
	}

	private List<Address> addresses() {
		List<Address> addresses = new ArrayList<>();
		this.mapping.getHandlerMethods().forEach((info, handler) -> {
			if (handler.getBeanType().getPackageName().startsWith("vn.nhactruong")) {
				for (String pattern : info.getPatternValues()) {
					for (RequestMethod method : info.getMethodsCondition().getMethods()) {
						if (VARIABLE.matcher(pattern).find()) {
							addresses.add(new Address(method.asHttpMethod(), pattern, fields(handler)));
						}
					}
				}
			}
		});
		return addresses;
	}

	/** What each of the page's forms sends along unseen, such as a version. */
	private static Map<String, String> fields(HandlerMethod handler) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (Parameter parameter : handler.getMethod().getParameters()) {
			RequestParam field = parameter.getAnnotation(RequestParam.class);
			if (field != null && field.required()) {
				Class<?> type = parameter.getType();
				fields.put(field.value().isEmpty() ? parameter.getName() : field.value(),
						type.isEnum() ? type.getEnumConstants()[0].toString() : (type == boolean.class) ? "true" : "1");
			}
		}
		return fields;
	}

	private record Address(HttpMethod method, String pattern, Map<String, String> fields) {

		@Override
		public String toString() {
			return this.method + " " + this.pattern;
		}

	}

}
