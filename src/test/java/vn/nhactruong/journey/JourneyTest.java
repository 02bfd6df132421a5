package vn.nhactruong.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.nhactruong.TestDatabase;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A walk through the portal in a real browser, over the demo's data. All journeys share
 * one running application on a loopback port of its own; each page asked for is a browser
 * profile of its own, so two people can be in one journey.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "server.address=127.0.0.1")
@Import(TestDatabase.class)
@ActiveProfiles({ "test", "demo" })
abstract class JourneyTest {

	/** Width of an office screen, 900 pixels high. */
	static final int DESKTOP = 1280;

	/** Width of a leader's phone, 844 pixels high. */
	static final int PHONE = 390;

	/** The one password of all people in the demo. */
	static final String PASSWORD = "Nhactruong@2026";

	@RegisterExtension
	private final BrowserSession session = new BrowserSession();

	@LocalServerPort
	private int port;

	/** A fresh browser profile, not signed in and on no page yet. */
	Page page(int width) {
		return this.session.open("http://127.0.0.1:" + this.port, width);
	}

	/** A person of the demo at an office screen, on the page that signing in leads to. */
	Page signIn(String username) {
		return signIn(username, DESKTOP);
	}

	Page signIn(String username, int width) {
		Page page = page(width);
		signIn(page, username);
		return page;
	}

	private static void signIn(Page page, String username) {
		page.navigate("/sign-in");
		Locator form = page.locator("form:has(input[name=password])");
		form.locator("input[name=username]").fill(username);
		form.locator("input[name=password]").fill(PASSWORD);
		form.locator("[type=submit]").click();
		page.waitForURL((url) -> !url.contains("/sign-in"));
	}

	/** A person of the demo, signed in at an office screen. */
	Person person(String username) {
		return new Person(signIn(username));
	}

	Person person(String username, int width) {
		return new Person(signIn(username, width));
	}

	/** The same in a browser that runs no script. */
	Person personWithoutScript(String username) {
		Page page = this.session.open("http://127.0.0.1:" + this.port, DESKTOP, false);
		signIn(page, username);
		return new Person(page);
	}

	/** Somebody who hasn't signed in. */
	Person visitor() {
		return new Person(page(DESKTOP));
	}

	/** Keeps a picture of the whole page in target/screenshots. */
	void screenshot(Page page, String name) {
		BrowserSession.screenshot(page, name);
	}

	/**
	 * A picture for the README: what the screen shows, not the whole page. Copied from
	 * target/screenshots/readme to src/docs/screenshots when the look has changed.
	 */
	void picture(Person person, String name) {
		BrowserSession.picture(person.page(), name);
	}

	/** Nothing on the page keeps people out (WCAG 2.1 A and AA). */
	void axe(Page page) {
		BrowserSession.axe(page);
	}

	/**
	 * What every page a journey visits must stand: a picture to look at, no barrier, no
	 * text that is missing, nothing that sticks out of the screen.
	 */
	void look(Page page, String name) {
		screenshot(page, name);
		axe(page);
		assertThat(page.content()).as("texts of " + page.url()).doesNotContainPattern("\\?\\?[\\w.-]+\\?\\?");
		assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
			.as("pixels that stick out of %s", page.url())
			.isEqualTo(0);
	}

	void look(Person person, String name) {
		look(person.page(), name);
	}

}
