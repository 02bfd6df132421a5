package vn.nhactruong.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.HtmlUtils;

import vn.nhactruong.StatementCounter;
import vn.nhactruong.TestDatabase;
import vn.nhactruong.account.Accounts;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.account.Viewers;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Permission.OpenToPublic;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Attachments from the form over a real connection to the disk and back: what a container
 * does with large requests can't be seen without one.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1", "portal.data-dir=target/test-data-files",
				"PORTAL_MAX_REQUEST_SIZE=50MB" })
@Import(TestDatabase.class)
@ActiveProfiles("test")
class FilesTests {

	private static final String TYPE = "sample";

	private static final String PASSWORD = "mat-khau-thu-nghiem";

	private static final int MEGABYTE = 1 << 20;

	/** Owner to those who may change it, and to those who may only read it. */
	private static final Map<Long, String> CHANGERS = new ConcurrentHashMap<>();

	private static final Map<Long, String> READERS = new ConcurrentHashMap<>();

	private static final AtomicLong IDS = new AtomicLong(System.nanoTime());

	@Autowired
	private Files files;

	@Autowired
	private FileContents contents;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Viewers viewers;

	@Autowired
	private PasswordEncoder encoder;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MessageSource messages;

	@LocalServerPort
	private int port;

	private Viewer lan;

	private Viewer minh;

	private Viewer stranger;

	private long owner;

	@BeforeEach
	void people() {
		this.lan = person("lan");
		this.minh = person("minh");
		this.stranger = person("stranger");
		this.owner = owner();
	}

	@Test
	void an_attached_file_is_listed_and_lies_on_disk_under_no_telling_name() throws IOException {
		attach("Báo cáo tổng kết.docx", SampleFiles.docx());
		FileRow row = this.files.of(TYPE, this.owner).get(0);
		assertThat(row.name()).isEqualTo("Báo cáo tổng kết.docx");
		assertThat(row.size()).isEqualTo(SampleFiles.docx().length);
		assertThat(row.mediaType()).isEqualTo(FileType.DOCX.mediaType());
		assertThat(row.uploadedBy()).isEqualTo(this.lan.displayName());
		Path path = path(row);
		assertThat(path).hasBinaryContent(SampleFiles.docx());
		assertThat(this.contents.root().relativize(path).toString()).matches("(..)/(..)/\\1\\2[0-9a-f-]{32}");
		assertThat(this.jdbc.sql("select sha256 from stored_file where id = ?").param(row.id()).query().singleValue())
			.isEqualTo(sha256(SampleFiles.docx()));
	}

	@Test
	void fields_without_a_chosen_file_are_skipped() {
		this.files.attach(TYPE, this.owner, null, "files", this.lan);
		attach("", new byte[0]);
		assertThat(this.files.of(TYPE, this.owner)).isEmpty();
		assertThat(this.files.count(TYPE, this.owner)).isZero();
	}

	@Test
	void every_refusal_names_the_file_and_says_what_to_do() {
		assertThat(refusal("Trống.pdf", new byte[0])).contains("“Trống.pdf” không có nội dung");
		assertThat(refusal("Báo cáo.docx", SampleFiles.program()))
			.contains("“Báo cáo.docx” có đuôi .docx nhưng nội dung là chương trình chạy trên máy tính");
		assertThat(refusal("Thông báo.pdf", SampleFiles.text("<html><body/></html>"))).contains("trang web (HTML)");
		assertThat(refusal("Sơ đồ.svg", SampleFiles.text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")))
			.contains("“Sơ đồ.svg” là ảnh SVG nên không được nhận");
		assertThat(refusal("setup.exe", SampleFiles.program())).contains("“setup.exe” là chương trình");
		assertThat(refusal("Biểu.xlsx", SampleFiles.xlsx("xl/vbaProject.bin"))).contains("có chứa macro");
		assertThat(refusal("Biểu.docm", SampleFiles.docm())).contains("có chứa macro");
		assertThat(refusal("Mật.docx", SampleFiles.compound("EncryptedPackage"))).contains("đặt mật khẩu");
		assertThat(refusal("Hỏng.docx", SampleFiles.text("PK\3\4"))).contains("bị hỏng");
		assertThat(refusal("chạy.js", SampleFiles.text("var a = 1"))).contains("có đuôi .js");
		assertThat(refusal("Kết luận", SampleFiles.pdf())).contains("“Kết luận.pdf”");
		assertThat(refusal("Kết luận.doc", SampleFiles.docx())).contains(".doc nhưng nội dung là văn bản Word (.docx)");
		assertThat(refusal("..", SampleFiles.pdf())).contains("không có tên");
		assertThat(refusal("Lớn.pdf", new byte[20 * MEGABYTE + 1])).contains("“Lớn.pdf” lớn hơn 20 MB");
		assertThat(this.files.of(TYPE, this.owner)).isEmpty();
	}

	@Test
	void a_file_of_exactly_twenty_megabytes_is_taken() {
		byte[] content = new byte[20 * MEGABYTE];
		java.util.Arrays.fill(content, (byte) 'a');
		attach("vừa đủ.txt", content);
		assertThat(this.files.of(TYPE, this.owner)).hasSize(1);
	}

	@Test
	void a_thing_carries_twenty_files_and_a_removed_one_makes_room() {
		for (int i = 0; i < 19; i++) {
			attach(i + ".txt", SampleFiles.text("x"));
		}
		List<MultipartFile> two = List.of(file("a.txt", SampleFiles.text("x")), file("b.txt", SampleFiles.text("x")));
		assertThat(sentence(() -> this.files.attach(TYPE, this.owner, two, "files", this.lan)))
			.contains("tối đa 20 tệp");
		attach("20.txt", SampleFiles.text("x"));
		assertThat(refusal("21.txt", SampleFiles.text("x"))).contains("tối đa 20 tệp");
		this.files.remove(this.files.of(TYPE, this.owner).get(0).id(), this.lan);
		attach("21.txt", SampleFiles.text("x"));
		assertThat(this.files.count(TYPE, this.owner)).isEqualTo(20);
	}

	@Test
	void a_transaction_rolled_back_leaves_nothing() {
		List<Path> before = onDisk();
		this.transaction.executeWithoutResult((status) -> {
			attach("a.pdf", SampleFiles.pdf());
			assertThat(onDisk()).hasSize(before.size() + 1);
			status.setRollbackOnly();
		});
		assertThat(this.files.of(TYPE, this.owner)).isEmpty();
		assertThat(onDisk()).isEqualTo(before);
	}

	@Test
	void one_bad_file_refuses_all_that_came_with_it() {
		List<Path> before = onDisk();
		List<MultipartFile> both = List.of(file("a.pdf", SampleFiles.pdf()), file("b.pdf", SampleFiles.program()));
		assertThat(sentence(() -> this.files.attach(TYPE, this.owner, both, "files", this.lan))).contains("“b.pdf”");
		assertThat(this.files.of(TYPE, this.owner)).isEmpty();
		assertThat(onDisk()).isEqualTo(before);
	}

	@Test
	void an_unknown_kind_of_owner_is_a_mistake_of_the_program() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(
				() -> this.files.attach("nobody", 1, List.of(file("a.pdf", SampleFiles.pdf())), "files", this.lan));
	}

	@Test
	void removing_is_for_those_who_may_change_the_thing() {
		long id = attached("a.pdf", SampleFiles.pdf());
		assertThatExceptionOfType(NotVisibleException.class).isThrownBy(() -> this.files.remove(id, this.stranger));
		assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> this.files.remove(id, this.minh));
		assertThat(this.files.remove(id, this.lan)).isEqualTo("/sample?of=" + this.owner);
		assertThat(this.files.of(TYPE, this.owner)).isEmpty();
		assertThatExceptionOfType(NotVisibleException.class).isThrownBy(() -> this.files.remove(id, this.lan));
		assertThatExceptionOfType(NotVisibleException.class).isThrownBy(() -> this.files.remove(-1, this.lan));
	}

	@Test
	void a_removed_file_stays_for_the_record_and_both_acts_are_audited() {
		long id = attached("Tờ trình.pdf", SampleFiles.pdf());
		Path path = path(this.files.of(TYPE, this.owner).get(0));
		this.files.remove(id, this.lan);
		assertThat(path).exists();
		assertThat(this.jdbc.sql("""
				select action || ' ' || subject || ' ' || actor from audit_entry
				where area = 'file' and subject_id = ? order by id
				""").param(id).query(String.class).list()).containsExactly(
				"file.audit.attached Tờ trình.pdf " + this.lan.displayName(),
				"file.audit.removed Tờ trình.pdf " + this.lan.displayName());
	}

	@Test
	void files_of_many_things_take_one_statement() throws Exception {
		attach("a.pdf", SampleFiles.pdf());
		long second = owner();
		this.files.attach(TYPE, second, List.of(file("b.pdf", SampleFiles.pdf()), file("c.pdf", SampleFiles.pdf())),
				"files", this.lan);
		StatementCounter.expect(1, () -> this.files.of(TYPE, this.owner));
		StatementCounter.expect(1, () -> this.files.of(TYPE, List.of(this.owner, second, -1L)));
		assertThat(this.files.of(TYPE, List.of(this.owner, second, -1L)).get(second)).extracting(FileRow::name)
			.containsExactly("b.pdf", "c.pdf");
		assertThat(this.files.of(TYPE, List.of())).isEmpty();
	}

	@Test
	void the_sweeper_deletes_old_files_that_no_row_names() throws IOException {
		attach("a.pdf", SampleFiles.pdf());
		Path known = path(this.files.of(TYPE, this.owner).get(0));
		Path orphan = written(this.contents.path(UUID.randomUUID()));
		Path fresh = written(this.contents.path(UUID.randomUUID()));
		Path upload = written(this.contents.root().resolve("incoming").resolve(UUID.randomUUID().toString()));
		for (Path old : List.of(known, orphan, upload)) {
			java.nio.file.Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
		}
		this.contents.sweep();
		assertThat(known).exists();
		assertThat(fresh).exists();
		assertThat(orphan).doesNotExist();
		assertThat(upload).doesNotExist();
		java.nio.file.Files.delete(fresh);
	}

	@Test
	void a_download_is_a_file_with_its_vietnamese_name_and_nothing_that_runs() throws Exception {
		long id = attached("Báo cáo “quý IV”.docx", SampleFiles.docx());
		HttpResponse<byte[]> answer = signIn(this.minh).get("/files/" + id);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo(SampleFiles.docx());
		assertThat(header(answer, "Content-Disposition")).startsWith("attachment;")
			.endsWith("filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%E2%80%9Cqu%C3%BD%20IV%E2%80%9D.docx");
		assertThat(header(answer, "Content-Type")).isEqualTo(FileType.DOCX.mediaType());
		assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-store");
		assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(header(answer, "Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
	}

	@Test
	void only_pictures_and_pdf_are_shown_and_only_when_asked() throws Exception {
		long pdf = attached("a.pdf", SampleFiles.pdf());
		long picture = attached("a.png", SampleFiles.image("png"));
		long text = attached("a.txt", SampleFiles.text("<b>x"));
		Browser browser = signIn(this.minh);
		assertThat(header(browser.get("/files/" + pdf), "Content-Disposition")).startsWith("attachment");
		HttpResponse<byte[]> paper = browser.get("/files/" + pdf + "?view");
		assertThat(header(paper, "Content-Disposition")).startsWith("inline");
		assertThat(header(paper, "Content-Type")).isEqualTo("application/pdf");
		assertThat(header(paper, "X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(header(paper, "Content-Security-Policy")).startsWith("default-src 'none';")
			.doesNotContain("sandbox", "script-src");
		assertThat(header(browser.get("/files/" + text + "?view"), "Content-Disposition")).startsWith("attachment");
		HttpResponse<byte[]> shown = browser.get("/files/" + picture + "?view");
		assertThat(header(shown, "Content-Disposition")).startsWith("inline");
		assertThat(header(shown, "Content-Type")).isEqualTo("image/png");
		assertThat(header(shown, "X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(header(shown, "Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
	}

	@Test
	void what_one_may_not_see_does_not_exist() throws Exception {
		long id = attached("a.pdf", SampleFiles.pdf());
		assertThat(signIn(this.stranger).get("/files/" + id).statusCode()).isEqualTo(404);
		Browser browser = signIn(this.lan);
		assertThat(browser.get("/files/" + id).statusCode()).isEqualTo(200);
		assertThat(browser.get("/files/9999999999").statusCode()).isEqualTo(404);
		assertThat(browser.get("/files/abc").statusCode()).isEqualTo(404);
		java.nio.file.Files.delete(path(this.files.of(TYPE, this.owner).get(0)));
		assertThat(browser.get("/files/" + id).statusCode()).isEqualTo(404);
		this.files.remove(id, this.lan);
		assertThat(browser.get("/files/" + id).statusCode()).isEqualTo(404);
		assertThat(new Browser().get("/files/" + id).statusCode()).isEqualTo(302);
	}

	@Test
	void removing_over_the_web_leads_back_to_the_thing() throws Exception {
		long id = attached("a.pdf", SampleFiles.pdf());
		assertThat(signIn(this.minh).post("/files/" + id + "/removal").statusCode()).isEqualTo(403);
		assertThat(signIn(this.stranger).post("/files/" + id + "/removal").statusCode()).isEqualTo(404);
		Browser browser = signIn(this.lan);
		HttpResponse<byte[]> answer = browser.post("/files/" + id + "/removal");
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(header(answer, "Location")).endsWith("/sample?of=" + this.owner);
		assertThat(text(browser.get("/sample?of=" + this.owner))).contains("Đã gỡ tệp đính kèm.",
				"Chưa có tệp đính kèm.");
	}

	@Test
	void a_form_with_files_is_received_with_its_token_only() throws Exception {
		Browser browser = signIn(this.lan);
		assertThat(browser.send(this.owner, "Kế hoạch", false, Map.of("a.pdf", SampleFiles.pdf())).statusCode())
			.isEqualTo(403);
		HttpResponse<byte[]> answer = browser.send(this.owner, "Kế hoạch", true,
				Map.of("Đề án.pdf", SampleFiles.pdf()));
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(text(browser.get("/sample?of=" + this.owner))).contains("Đề án.pdf", "0,2 KB", "Gỡ tệp Đề án.pdf");
		assertThat(text(signIn(this.minh).get("/sample?of=" + this.owner))).contains("Đề án.pdf")
			.doesNotContain("Gỡ tệp");
	}

	@Test
	void a_long_vietnamese_name_arrives() throws Exception {
		String name = "Ước tính kết quả thực hiện nhiệm vụ ".repeat(5).strip() + ".pdf";
		HttpResponse<byte[]> answer = signIn(this.lan).send(this.owner, "x", true, Map.of(name, SampleFiles.pdf()));
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(this.files.of(TYPE, this.owner)).extracting(FileRow::name).containsExactly(name);
	}

	@Test
	void a_file_too_large_is_refused_at_its_field_with_everything_typed_kept() throws Exception {
		HttpResponse<byte[]> answer = signIn(this.lan).send(this.owner, "Kế hoạch công tác tháng 12", true,
				Map.of("Ảnh hội nghị.png", new byte[21 * MEGABYTE]));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(text(answer)).contains("“Ảnh hội nghị.png” lớn hơn 20 MB", "value=\"Kế hoạch công tác tháng 12\"",
				"id=\"files-error\"");
	}

	@Test
	void a_request_beyond_the_containers_limit_gets_a_page_of_ours() throws Exception {
		HttpResponse<byte[]> answer = signIn(this.lan).send(this.owner, "x", true,
				Map.of("a.png", new byte[51 * MEGABYTE]));
		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(text(answer)).contains("lang=\"vi\"", "Tệp quá lớn").doesNotContain("Exception", "Tomcat");
	}

	@Test
	void a_form_that_can_not_be_read_gets_a_page_of_ours() throws Exception {
		HttpResponse<byte[]> answer = signIn(this.lan)
			.exchange(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/sample"))
				.header("Content-Type", "multipart/form-data; boundary=x")
				.POST(HttpRequest.BodyPublishers.ofString("--x\r\nno part")));
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(text(answer)).contains("lang=\"vi\"").doesNotContain("Exception", "Tomcat");
	}

	private Viewer person(String username) {
		if (this.viewers.byUsername(username).isEmpty()) {
			this.accounts.addInitial(username, "Người thử " + username, null, this.encoder.encode(PASSWORD), false,
					Role.CLERK, "VPB", new Tester());
		}
		return this.viewers.byUsername(username).orElseThrow();
	}

	private static long owner() {
		long id = IDS.incrementAndGet();
		CHANGERS.put(id, "lan");
		READERS.put(id, "minh");
		return id;
	}

	private void attach(String name, byte[] content) {
		this.files.attach(TYPE, this.owner, List.of(file(name, content)), "files", this.lan);
	}

	private long attached(String name, byte[] content) {
		attach(name, content);
		List<FileRow> rows = this.files.of(TYPE, this.owner);
		return rows.get(rows.size() - 1).id();
	}

	private static MultipartFile file(String name, byte[] content) {
		return new MockMultipartFile("files", name, "application/pdf", content);
	}

	private String refusal(String name, byte[] content) {
		return sentence(() -> attach(name, content));
	}

	private String sentence(ThrowingCallable act) {
		RuleViolation violation = catchThrowableOfType(RuleViolation.class, act);
		assertThat(violation).isNotNull();
		assertThat(violation.field()).isEqualTo("files");
		return this.messages.getMessage(violation.messageKey(), violation.arguments(), Locale.forLanguageTag("vi-VN"));
	}

	private Path path(FileRow row) {
		return this.contents.path(this.jdbc.sql("select content from stored_file where id = ?")
			.param(row.id())
			.query(UUID.class)
			.single());
	}

	private List<Path> onDisk() {
		try (Stream<Path> all = java.nio.file.Files.walk(this.contents.root())) {
			return all.filter(java.nio.file.Files::isRegularFile).sorted().toList();
		}
		catch (java.nio.file.NoSuchFileException ex) {
			return List.of();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path written(Path path) throws IOException {
		java.nio.file.Files.createDirectories(path.getParent());
		return java.nio.file.Files.writeString(path, "x");
	}

	private static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (java.security.NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String header(HttpResponse<?> answer, String name) {
		return String.join(" | ", answer.headers().allValues(name));
	}

	private static String text(HttpResponse<byte[]> answer) {
		return HtmlUtils.htmlUnescape(new String(answer.body(), StandardCharsets.UTF_8));
	}

	private Browser signIn(Viewer viewer) throws Exception {
		Browser browser = new Browser();
		HttpResponse<byte[]> answer = browser.post("/sign-in", "username", viewer.username(), "password", PASSWORD);
		assertThat(header(answer, "Location")).endsWith("/desk");
		return browser;
	}

	/** A session of its own, with what a form of ours would send along. */
	private final class Browser {

		private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

		HttpResponse<byte[]> get(String path) throws Exception {
			return exchange(HttpRequest.newBuilder(uri(path)));
		}

		HttpResponse<byte[]> post(String path, String... fields) throws Exception {
			List<String> pairs = new ArrayList<>(List.of("_csrf=" + token()));
			for (int i = 0; i < fields.length; i += 2) {
				pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
			}
			return exchange(HttpRequest.newBuilder(uri(path))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs))));
		}

		/** As a browser sends a form with files: names in plain UTF-8. */
		HttpResponse<byte[]> send(long owner, String title, boolean withToken, Map<String, byte[]> sent)
				throws Exception {
			String boundary = "----" + UUID.randomUUID();
			List<byte[]> body = new ArrayList<>();
			Map<String, String> fields = withToken
					? Map.of("of", String.valueOf(owner), "title", title, "_csrf", token())
					: Map.of("of", String.valueOf(owner), "title", title);
			fields.forEach((name, value) -> body.add(SampleFiles.text("--" + boundary
					+ "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")));
			sent.forEach((name, content) -> Collections.addAll(body,
					SampleFiles.text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
							+ name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"),
					content, SampleFiles.text("\r\n")));
			body.add(SampleFiles.text("--" + boundary + "--\r\n"));
			return exchange(HttpRequest.newBuilder(uri("/sample"))
				.header("Content-Type", "multipart/form-data; boundary=" + boundary)
				.POST(HttpRequest.BodyPublishers.ofByteArrays(body)));
		}

		private String token() throws Exception {
			return text(get("/css/test-token"));
		}

		private HttpResponse<byte[]> exchange(HttpRequest.Builder request) throws Exception {
			return this.client.send(request.header("Accept", "text/html").build(),
					HttpResponse.BodyHandlers.ofByteArray());
		}

		private URI uri(String path) {
			return URI.create("http://127.0.0.1:" + FilesTests.this.port + path);
		}

	}

	/** Who sets the tests up. */
	private record Tester() implements Actor {

		@Override
		public Long accountId() {
			return null;
		}

		@Override
		public String displayName() {
			return "test";
		}

		@Override
		public String roleName() {
			return null;
		}

		@Override
		public Long unitId() {
			return null;
		}

	}

	/** A module that has things with attachments. */
	@TestConfiguration(proxyBeanMethods = false)
	@Import({ SampleOwner.class, SampleController.class })
	static class SampleModule {

	}

	static class SampleOwner implements FileOwner {

		@Override
		public String type() {
			return TYPE;
		}

		@Override
		public boolean mayRead(Viewer viewer, long ownerId) {
			return mayChange(viewer, ownerId) || viewer.username().equals(READERS.get(ownerId));
		}

		@Override
		public boolean mayChange(Viewer viewer, long ownerId) {
			return viewer.username().equals(CHANGERS.get(ownerId));
		}

		@Override
		public String url(long ownerId) {
			return "/sample?of=" + ownerId;
		}

	}

	@Controller
	static class SampleController {

		private final Files files;

		private final FormHandler forms;

		private final SampleOwner owner;

		SampleController(Files files, FormHandler forms, SampleOwner owner) {
			this.files = files;
			this.forms = forms;
			this.owner = owner;
		}

		/** Stands where one may ask without being signed in. */
		@GetMapping("/css/test-token")
		@ResponseBody
		@OpenToPublic
		String token(CsrfToken token) {
			return token.getToken();
		}

		@GetMapping("/sample")
		@SignedIn
		String show(@ModelAttribute SampleForm sampleForm, Model model, Viewer viewer) {
			model.addAttribute("files", this.files.of(TYPE, sampleForm.getOf()));
			model.addAttribute("mayChange", this.owner.mayChange(viewer, sampleForm.getOf()));
			return "sample/form";
		}

		@PostMapping("/sample")
		@SignedIn
		String change(@ModelAttribute SampleForm sampleForm, BindingResult errors, Model model, Viewer viewer,
				HttpServletResponse response, RedirectAttributes flash) {
			if (!this.forms.accepted(errors, model, response,
					() -> this.files.attach(TYPE, sampleForm.getOf(), sampleForm.getFiles(), "files", viewer))) {
				return show(sampleForm, model, viewer);
			}
			return "redirect:" + this.owner.url(sampleForm.getOf());
		}

	}

	static class SampleForm {

		private long of;

		private String title;

		private List<MultipartFile> files;

		public long getOf() {
			return this.of;
		}

		public void setOf(long of) {
			this.of = of;
		}

		public String getTitle() {
			return this.title;
		}

		public void setTitle(String title) {
			this.title = title;
		}

		public List<MultipartFile> getFiles() {
			return this.files;
		}

		public void setFiles(List<MultipartFile> files) {
			this.files = files;
		}

	}

}
