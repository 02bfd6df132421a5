package vn.nhactruong.journey;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * Somebody at a screen: finds links and buttons by the words on them and fields by their
 * labels, as people and their screen readers do. What has several places with the same
 * word is narrowed down by its heading first: {@code office.in("Mời theo nhóm")}.
 */
final class Person {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private static final String OPTIONAL = "( \\((không bắt buộc|optional)\\))?";

	private final Page page;

	private final Locator place;

	Person(Page page) {
		this(page, page.locator("body"));
		// Every question of the journeys is meant to be answered with yes.
		page.onDialog((dialog) -> dialog.accept());
	}

	private Person(Page page, Locator place) {
		this.page = page;
		this.place = place;
	}

	static String day(LocalDate day) {
		return day.format(DAY);
	}

	Page page() {
		return this.page;
	}

	/** The part of the page below this heading or legend. */
	Person in(String heading) {
		Locator title = this.page.locator("h2, legend")
			.filter(new Locator.FilterOptions().setHasText(exactly(heading)));
		return new Person(this.page,
				this.place.locator("section, fieldset").filter(new Locator.FilterOptions().setHas(title)).last());
	}

	/** The line of a table or list that carries these words. */
	Person line(String words) {
		return new Person(this.page,
				this.place.locator("tbody tr, ul > li, ol > li")
					.filter(new Locator.FilterOptions()
						.setHasText(Pattern.compile(somewhere(words).pattern(), Pattern.CASE_INSENSITIVE)))
					.first());
	}

	Person follow(String link) {
		this.place.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link).setExact(true))
			.first()
			.click();
		this.page.waitForLoadState();
		return this;
	}

	Person press(String button) {
		Locator found = this.place.getByRole(AriaRole.BUTTON,
				new Locator.GetByRoleOptions().setName(button).setExact(true));
		found.click();
		this.page.waitForLoadState();
		return this;
	}

	/** What folds away: a group of units, a menu. */
	Person unfold(String words) {
		this.place.locator("summary").filter(new Locator.FilterOptions().setHasText(words)).click();
		return this;
	}

	Person fill(String label, String value) {
		field(label).fill(value);
		return this;
	}

	Person fill(String label, LocalDate value) {
		return fill(label, value.toString());
	}

	Person choose(String label, String option) {
		field(label).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
		return this;
	}

	/** A check box or a radio button. */
	Person tick(String label) {
		field(label).check();
		return this;
	}

	Person attach(String label, Path file) {
		field(label).setInputFiles(file);
		return this;
	}

	/** Waits until the words are there to be read. */
	Person sees(String words) {
		assertThat(this.place).containsText(somewhere(words));
		return this;
	}

	Person doesNotSee(String words) {
		assertThat(this.place).not().containsText(somewhere(words));
		return this;
	}

	Person isOffered(String linkOrButton) {
		assertThat(offer(linkOrButton).first()).isVisible();
		return this;
	}

	Person isNotOffered(String linkOrButton) {
		assertThat(offer(linkOrButton)).hasCount(0);
		return this;
	}

	/** What the page is about, as its main heading says. */
	Person isOn(String heading) {
		assertThat(this.page.locator("h1")).hasText(heading);
		return this;
	}

	/** Types an address; answers with the status of what came back. */
	int open(String address) {
		Response response = this.page.navigate(address);
		return response.status();
	}

	/** The address without host, to hand to somebody else. */
	String address() {
		return this.page.url().replaceFirst("^https?://[^/]+", "");
	}

	Locator element(String selector) {
		return this.place.locator(selector);
	}

	private Locator field(String label) {
		return this.place.getByLabel(exactly(label));
	}

	private Locator offer(String name) {
		return this.place.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true))
			.or(this.place.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true)));
	}

	/** The browser reads the pattern, which knows no literal quoting. */
	private static Pattern exactly(String words) {
		return Pattern.compile("^\\s*" + quoted(words) + OPTIONAL + "\\s*$");
	}

	/** Numbers of papers and codes are shown with hyphens at which no line breaks. */
	static Pattern somewhere(String words) {
		return Pattern.compile(quoted(words).replace("-", "[-\u2011]").replaceAll("\\s+", "\\\\s+"));
	}

	private static String quoted(String words) {
		return words.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
	}

}
