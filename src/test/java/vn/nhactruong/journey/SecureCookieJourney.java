package vn.nhactruong.journey;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Behind a proxy that speaks TLS the session never travels in the clear. */
class SecureCookieJourney extends JourneyTest {

	@Test
	void cookie_is_secure_when_the_proxy_says_that_the_request_was() {
		APIRequestContext web = page(DESKTOP).request();
		assertThat(web.get("/sign-in", RequestOptions.create().setHeader("X-Forwarded-Proto", "https"))
			.headers()
			.get("set-cookie")).contains("SESSION=").contains("Secure");
	}

	@Test
	void cookie_stays_usable_on_a_plain_line() {
		assertThat(page(DESKTOP).request().get("/sign-in").headers().get("set-cookie")).contains("SESSION=")
			.doesNotContain("Secure");
	}

}
