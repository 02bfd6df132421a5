package vn.nhactruong.shared;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.nhactruong.PortalTest;
import vn.nhactruong.account.TestPeople;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@PortalTest
class ErrorPagesTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	private RequestPostProcessor admin;

	@BeforeEach
	void addPerson() {
		this.admin = this.people.as(Role.ADMIN, "VPB");
	}

	@ParameterizedTest
	@CsvSource({ "/accounts/7/lock, /accounts/7", "/accounts/7/grants/3/revocation, /accounts/7",
			"/accounts/7/password-reset, /accounts/7", "/notifications/3/reading, /notifications/3",
			"/conferences/5/attendees/7/reinstatement, /conferences/5/attendees",
			"/conferences/5/invitations/groups, /conferences/5/invitations",
			"/directives/5/extensions/3/approval, /directives/5", "/directives/5/extensions, /directives/5",
			"/sign-in/refused, /sign-in", "/files/3/removal, /", "/sign-out-everywhere, /" })
	void an_address_that_only_takes_forms_leads_to_the_page_above_it(String address, String page) throws Exception {
		this.mvc.perform(get(address).with(this.admin)).andExpect(redirectedUrl(page));
	}

	@Test
	void a_sentence_on_its_way_to_such_an_address_arrives_at_the_page_above() throws Exception {
		String account = "/accounts/" + this.people.id(this.people.add(Role.CLERK, "STP-48"));
		// The page that showed bad input of one form again, and on it another form.
		MvcResult refused = this.mvc
			.perform(post(account + "/unlock").with(this.admin)
				.with(csrf())
				.header("Referer", "http://localhost" + account + "/lock"))
			.andExpect(redirectedUrl(account + "/lock"))
			.andReturn();
		this.mvc.perform(get(account + "/lock").with(this.admin).cookie(refused.getResponse().getCookie("SESSION")))
			.andExpect(redirectedUrl(account))
			.andExpect(flash().attribute("flashError", "account.error.notLocked"));
	}

	@Test
	void what_is_asked_for_in_the_wrong_way_is_told_the_right_ones() throws Exception {
		this.mvc.perform(post("/audit").with(this.admin).with(csrf()))
			.andExpect(status().isMethodNotAllowed())
			.andExpect(header().string("Allow", containsString("GET")));
		this.mvc.perform(delete("/accounts").with(this.admin).with(csrf()))
			.andExpect(status().isMethodNotAllowed())
			.andExpect(header().string("Allow", containsString("POST")));
	}

	@Test
	void a_form_sent_as_something_else_is_bad_input_and_no_fault_of_ours() throws Exception {
		this.mvc.perform(
				post("/accounts").with(this.admin).with(csrf()).contentType(MediaType.APPLICATION_JSON).content("{}"))
			.andExpect(status().is(422));
	}

}
