package vn.nhactruong.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The journeys' own watchdogs bark: on pages with a strict content security policy, which
 * is what the portal sends, each kind of fault is noticed and a good page is not.
 */
class BrowserRulesTests {

	private static final String GOOD = """
			<!doctype html><html lang="vi"><head><title>Trang</title></head>
			<body><main><h1>Trang</h1><p>Chữ</p></main></body></html>""";

	@RegisterExtension
	private final BrowserSession session = new BrowserSession();

	private HttpServer server;

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
	}

	@Test
	void a_good_page_passes() {
		Page page = show(GOOD);
		assertThatCode(() -> BrowserSession.axe(page)).doesNotThrowAnyException();
		assertThat(this.session.takeComplaints()).isEmpty();
	}

	@Test
	void a_field_without_a_label_is_named() {
		Page page = show(GOOD.replace("<p>Chữ</p>", "<input name='nobody-knows'>"));
		assertThatThrownBy(() -> BrowserSession.axe(page)).hasMessageContaining("label (critical)")
			.hasMessageContaining("nobody-knows");
		assertThat(this.session.takeComplaints()).isEmpty();
	}

	@Test
	void what_the_policy_blocks_is_a_fault() {
		show(GOOD.replace("<p>", "<p style='color:red'>"));
		assertThat(this.session.takeComplaints()).singleElement().asString().contains("Content Security Policy");
	}

	@Test
	void a_script_error_is_a_fault() {
		Page page = show(GOOD);
		page.addScriptTag(new Page.AddScriptTagOptions().setUrl("/broken.js"));
		page.waitForCondition(() -> this.session.hasComplaints());
		assertThat(this.session.takeComplaints()).singleElement().asString().contains("nothingHere");
	}

	@Test
	void a_missing_file_is_a_fault() {
		show(GOOD.replace("</head>", "<link rel='stylesheet' href='/missing.css'></head>"));
		assertThat(this.session.takeComplaints()).anySatisfy((text) -> assertThat(text).contains("404", "missing.css"));
	}

	@Test
	void a_server_error_is_a_fault_and_a_refused_form_is_none() {
		Page page = show(GOOD);
		page.navigate("/422");
		assertThat(this.session.takeComplaints()).isEmpty();
		page.navigate("/500");
		assertThat(this.session.takeComplaints()).singleElement().asString().contains("500");
	}

	private Page show(String html) {
		this.server.createContext("/", (exchange) -> {
			String path = exchange.getRequestURI().getPath();
			int status = switch (path) {
				case "/422" -> 422;
				case "/500" -> 500;
				case "/missing.css" -> 404;
				default -> 200;
			};
			String body = path.equals("/broken.js") ? "nothingHere();" : path.equals("/favicon.ico") ? "" : html;
			exchange.getResponseHeaders()
				.add("Content-Type", path.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8");
			exchange.getResponseHeaders().add("Content-Security-Policy", "default-src 'self'");
			byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
			exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
			exchange.getResponseBody().write(bytes);
			exchange.close();
		});
		Page page = this.session.open("http://127.0.0.1:" + this.server.getAddress().getPort(), 1280);
		page.navigate("/");
		return page;
	}

}
