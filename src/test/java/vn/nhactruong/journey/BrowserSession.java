package vn.nhactruong.journey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One Chromium for all journeys, a fresh profile for each page asked for. Whatever the
 * browser complains about while a test runs (a script error, something the content
 * security policy blocked, a missing file, a server error) fails that test.
 */
class BrowserSession implements BeforeEachCallback, AfterTestExecutionCallback {

	private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(BrowserSession.class);

	private static final Path SCREENSHOTS = Path.of("target", "screenshots");

	/** Navigations answer 4xx where a form is refused or a page forbidden: no fault. */
	private static final Set<String> MAY_BE_REFUSED = Set.of("document", "xhr", "fetch");

	private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

	private final List<Page> pages = new ArrayList<>();

	private OneBrowser browser;

	@Override
	public void beforeEach(ExtensionContext context) {
		this.browser = context.getRoot()
			.getStore(NAMESPACE)
			.computeIfAbsent(OneBrowser.class, (key) -> new OneBrowser(), OneBrowser.class);
	}

	@Override
	public void afterTestExecution(ExtensionContext context) {
		try {
			if (context.getExecutionException().isPresent() || !this.complaints.isEmpty()) {
				String test = context.getRequiredTestClass().getSimpleName() + "."
						+ context.getRequiredTestMethod().getName();
				for (int i = 0; i < this.pages.size(); i++) {
					screenshot(this.pages.get(i), "failed-" + test + "-" + (i + 1));
				}
			}
		}
		finally {
			this.pages.forEach((page) -> page.context().close());
			this.pages.clear();
		}
		assertThat(takeComplaints()).as("what the browser complained about").isEmpty();
	}

	Page open(String baseUrl, int width) {
		return open(baseUrl, width, true);
	}

	Page open(String baseUrl, int width, boolean script) {
		boolean phone = width < 600;
		BrowserContext profile = this.browser.chromium.newContext(new Browser.NewContextOptions().setBaseURL(baseUrl)
			.setViewportSize(width, phone ? 844 : 900)
			.setIsMobile(phone)
			.setHasTouch(phone)
			.setJavaScriptEnabled(script)
			.setLocale("vi-VN")
			.setTimezoneId("Asia/Ho_Chi_Minh")
			.setReducedMotion(ReducedMotion.REDUCE));
		profile.setDefaultTimeout(15_000);
		Page page = profile.newPage();
		listen(page);
		this.pages.add(page);
		return page;
	}

	boolean hasComplaints() {
		return !this.complaints.isEmpty();
	}

	/** What was complained about since the last call. */
	List<String> takeComplaints() {
		List<String> taken = List.copyOf(this.complaints);
		this.complaints.clear();
		return taken;
	}

	static void screenshot(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
	}

	static void picture(Page page, String name) {
		page.evaluate("scrollTo(0, 0)");
		page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("readme").resolve(name + ".png")));
	}

	/** WCAG 2.1, levels A and AA; what is wrong is listed element by element. */
	static void axe(Page page) {
		List<String> violations = new AxeBuilder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
			.analyze()
			.getViolations()
			.stream()
			.flatMap((rule) -> rule.getNodes().stream().map((node) -> describe(rule, node)))
			.toList();
		assertThat(violations).as("what keeps people from using %s", page.url()).isEmpty();
	}

	private static String describe(Rule rule, CheckedNode node) {
		return "%n%s (%s): %s%n  at %s%n  %s%n  %s%n".formatted(rule.getId(), rule.getImpact(), rule.getHelp(),
				node.getTarget(), node.getHtml(), node.getFailureSummary().replace("\n", "\n  "));
	}

	private void listen(Page page) {
		page.onPageError((error) -> this.complaints.add("script error on " + page.url() + ": " + error));
		page.onConsoleMessage((message) -> {
			// Missing files and refused requests are judged by their response below.
			if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
				this.complaints.add("console on " + page.url() + ": " + message.text());
			}
		});
		page.onResponse((response) -> {
			if (isFault(response)) {
				this.complaints.add("status " + response.status() + " for " + response.url());
			}
		});
	}

	private static boolean isFault(Response response) {
		int status = response.status();
		return status >= 500 || (status >= 400 && !MAY_BE_REFUSED.contains(response.request().resourceType()));
	}

	/** Started with the first journey, closed when JUnit has run the last test. */
	private static final class OneBrowser implements AutoCloseable {

		private final Playwright playwright;

		private final Browser chromium;

		OneBrowser() {
			this.playwright = Playwright
				.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
			BrowserType type = this.playwright.chromium();
			Path executable = Chromium.executable(Path.of(type.executablePath()));
			List<String> arguments = new ArrayList<>(List.of("--disable-gpu", "--disable-background-networking",
					"--disable-component-update", "--disable-sync", "--no-first-run"));
			if (Chromium.isRoot()) {
				arguments.add("--no-sandbox");
			}
			this.chromium = type.launch(
					new BrowserType.LaunchOptions().setExecutablePath(executable).setHeadless(true).setArgs(arguments));
		}

		@Override
		public void close() {
			this.playwright.close();
		}

	}

}
