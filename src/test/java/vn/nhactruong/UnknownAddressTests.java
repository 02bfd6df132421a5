package vn.nhactruong;

import java.lang.reflect.Parameter;
import java.net.URI;
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
