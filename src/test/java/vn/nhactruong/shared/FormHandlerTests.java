package vn.nhactruong.shared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.util.DetailedError;

import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;

import static org.assertj.core.api.Assertions.assertThat;

class FormHandlerTests {

	private final FormHandler forms = new FormHandler(new StaticMessageSource(), new DefaultConversionService());

	@Test
	void mistakes_follow_the_order_of_the_fields_on_the_form() {
		assertThat(
				ordered("note", "people[10].name", "title", "people[2].post", "people[2].name", "base", "place.room"))
			.containsExactly("base", "title", "people[2].name", "people[2].post", "people[10].name", "place.room",
					"note");
	}

	@Test
	void what_concerns_the_whole_comes_first_and_what_is_unknown_last() {
		List<DetailedError> mistakes = new ArrayList<>(List.of(mistake("elsewhere"), mistake("note"),
				new DetailedError("code", new Object[0], "the whole"), mistake("title")));
		assertThat(this.forms.inOrder(new Form(), mistakes)).extracting(DetailedError::getMessage)
			.containsExactly("the whole", "title", "note", "elsewhere");
	}

	@Test
	void mistakes_follow_the_order_that_a_form_names() {
		List<DetailedError> mistakes = List.of(mistake("base"), mistake("note"), mistake("people[1].name"),
				mistake("people[0].post"), mistake("title"));
		assertThat(this.forms.inOrder(new OrderedForm(), mistakes)).extracting(DetailedError::getFieldName)
			.containsExactly("title", "people[0].post", "people[1].name", "base", "note");
	}

	@Test
	void a_page_without_its_form_shows_mistakes_as_they_come() {
		List<DetailedError> mistakes = List.of(mistake("note"), mistake("title"));
		assertThat(this.forms.inOrder(null, mistakes)).isEqualTo(mistakes);
	}

	@Test
	void all_that_the_domain_found_is_told_at_once() {
		BindingResult errors = new MapBindingResult(new HashMap<>(), "form");
		MockHttpServletResponse response = new MockHttpServletResponse();
		assertThat(this.forms.accepted(errors, new ExtendedModelMap(), response, () -> RuleViolation.throwAll(
				List.of(RuleViolation.at("title", "one"), RuleViolation.at("note", "two"), RuleViolation.of("three")))))
			.isFalse();
		assertThat(response.getStatus()).isEqualTo(422);
		assertThat(errors.getFieldErrors()).extracting(FieldError::getField).containsExactly("title", "note");
		assertThat(errors.getGlobalErrors()).hasSize(1);
		RuleViolation.throwAll(List.of());
	}

	private List<String> ordered(String... fields) {
		return this.forms.inOrder(new Form(), List.of(fields).stream().map(FormHandlerTests::mistake).toList())
			.stream()
			.map(DetailedError::getFieldName)
			.toList();
	}

	private static DetailedError mistake(String field) {
		return new DetailedError(field, "code", new Object[0], field);
	}

	static class Base {

		String base;

	}

	static class Form extends Base {

		String title;

		List<Person> people;

		Place place;

		Map<String, String> others;

		String note;

	}

	static class OrderedForm extends Form implements FormHandler.Ordered {

		@Override
		public List<String> fieldOrder() {
			return List.of("title", "people", "base", "note");
		}

	}

	static class Person {

		String name;

		String post;

	}

	static class Place {

		String house;

		String room;

	}

}
