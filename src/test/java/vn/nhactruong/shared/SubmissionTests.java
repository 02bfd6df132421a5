package vn.nhactruong.shared;

import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.TestPeople;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@PortalTest
class SubmissionTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private JdbcClient jdbc;

	private final String token = UUID.randomUUID().toString();

	@Test
	void a_repetition_of_bad_input_shows_the_form_too() throws Exception {
		String admin = this.people.add(Role.ADMIN, "VPB");
		String key = admin + ":" + this.token;
		this.jdbc.sql("insert into form_submission (token) values (?)").param(key).update();
		FutureTask<MockHttpServletResponse> second = new FutureTask<>(() -> this.mvc
			.perform(post("/accounts").with(this.people.as(admin))
				.with(SecurityMockMvcRequestPostProcessors.csrf())
				.param("_once", this.token)
				.param("displayName", "Trần Thị B"))
			.andReturn()
			.getResponse());
		Thread browser = new Thread(second);
		browser.start();
		while (browser.getState() != Thread.State.TIMED_WAITING && browser.isAlive()) {
			Thread.onSpinWait();
		}
		// The first one ends by showing its form again, which gives the token back.
		this.jdbc.sql("delete from form_submission where token = ?").param(key).update();
		assertThat(second.get(20, TimeUnit.SECONDS).getStatus()).isEqualTo(422);
		assertThat(second.get().getContentAsString()).contains("Trần Thị B");
	}

	@Test
	void a_refused_act_may_be_tried_again() throws Exception {
		String admin = this.people.add(Role.ADMIN, "VPB");
		long other = this.people.id(this.people.add(Role.CLERK, "STP-48"));
		for (int i = 0; i < 2; i++) {
			this.mvc
				.perform(post("/accounts/" + other + "/unlock").with(this.people.as(admin))
					.with(SecurityMockMvcRequestPostProcessors.csrf())
					.header("Referer", "http://localhost/accounts/" + other)
					.param("_once", this.token))
				.andExpect(status().is3xxRedirection())
				.andExpect(flash().attribute("flashError", "account.error.notLocked"));
		}
	}

	@Test
	void a_form_that_was_refused_as_a_whole_keeps_what_was_typed() throws Exception {
		String admin = this.people.add(Role.ADMIN, "VPB");
		long own = this.people.id(admin);
		this.mvc
			.perform(post("/accounts/" + own + "/password-reset").with(this.people.as(admin))
				.with(SecurityMockMvcRequestPostProcessors.csrf())
				.header("Referer", "http://localhost/accounts/" + own + "/password-reset")
				.param("reason", "Quên mật khẩu"))
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("Quên mật khẩu")));
	}

}
