package vn.nhactruong.conclusion.notice;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

import vn.nhactruong.PortalTest;
import vn.nhactruong.StatementCounter;
import vn.nhactruong.account.Accounts;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.account.Viewers;
import vn.nhactruong.conclusion.ArchivedClause;
import vn.nhactruong.conclusion.AssessmentKind;
import vn.nhactruong.conclusion.ClausePlan;
import vn.nhactruong.conclusion.ConclusionStatus;
import vn.nhactruong.conclusion.Conclusions;
import vn.nhactruong.conclusion.IssuePlan;
import vn.nhactruong.conclusion.review.ConclusionReviews;
import vn.nhactruong.conference.ConferenceKind;
import vn.nhactruong.conference.ConferencePerson;
import vn.nhactruong.conference.ConferencePlan;
import vn.nhactruong.conference.ConferenceStatus;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.workingday.WorkingDays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Conclusions as people meet them: every page, every refusal, and who sees what when. */
@PortalTest
class ConclusionPagesTests {

	private static final String SECRET = "Nội dung chưa công bố";

	private static final AtomicInteger NUMBERS = new AtomicInteger(40_000);

	private static final String PASSWORD = "mat-khau-thu-nghiem";

	private static final AtomicReference<String> HASH = new AtomicReference<>();

	private final Map<String, Authentication> signedIn = new HashMap<>();

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Conclusions conclusions;

	@Autowired
	private ConclusionReviews reviews;

	@Autowired
	private ConclusionObligations obligations;

	@Autowired
	private Conferences conferences;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Viewers viewers;

	@Autowired
	private AuthenticationProvider signIn;

	@Autowired
	private PasswordEncoder encoder;

	@Autowired
	private UnitDirectory units;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@Autowired
	private WorkingDays workingDays;

	private Viewer office;

	private Viewer leader;

	private Viewer head;

	private Viewer stranger;

	private Viewer admin;

	private Viewer observer;

	private Unit invited;

	private Unit other;

	private LocalDate today;

	private long conference;

	@BeforeEach
	void conference() {
		this.today = LocalDate.now(this.clock);
		List<Unit> justice = this.units.ofKind(OrganizationKind.PROVINCIAL_JUSTICE, null, this.today);
		this.invited = justice.get(0);
		this.other = justice.get(1);
		this.office = person(Role.OFFICE, UnitDirectory.MINISTRY_OFFICE);
		this.leader = person(Role.LEADER, UnitDirectory.MINISTRY);
		this.head = person(Role.UNIT_HEAD, this.invited.code());
		this.stranger = person(Role.UNIT_HEAD, this.other.code());
		this.admin = person(Role.ADMIN, UnitDirectory.MINISTRY_OFFICE);
		this.observer = person(Role.OBSERVER, UnitDirectory.MINISTRY);
		this.conference = held(this.today.minusDays(1));
	}

	@Test
	void a_conclusion_goes_from_its_first_word_to_the_notice() throws Exception {
		page(this.office, "").andExpect(status().isOk()).andExpect(content().string(containsString("clauses/new")));
		send(this.office, "/assessment", "kind", "ACHIEVEMENT", "text", "Giải quyết đúng hạn 98 %")
			.andExpect(status().is3xxRedirection());
		send(this.office, "/contributions", "speaker", "Nguyễn Văn An", "unit", "Sở Tư pháp", "text", "Đề nghị hỗ trợ")
			.andExpect(status().is3xxRedirection());
		send(this.office, "/clauses", "level", "1", "content", "Số hóa hồ sơ", "leadIds", id(this.invited), "deadline",
				DateFormats.day(this.today.plusDays(30)), "deliverable", "Báo cáo")
			.andExpect(status().is3xxRedirection());
		send(this.office, "/clauses", "level", "2", "content", "Phổ biến kết luận", "noTask", "true")
			.andExpect(status().is3xxRedirection());
		page(this.office, "").andExpect(content().string(containsString("1.1.")))
			.andExpect(content().string(containsString(this.invited.name())));
		send(this.office, "/submission").andExpect(flash().attribute("flash", "conclusion.submitted"));
		page(this.leader, "/review").andExpect(status().isOk());
		page(this.leader, "/review/1").andExpect(status().isOk())
			.andExpect(content().string(containsString("Đoạn 1 / 2")));
		send(this.leader, "/review/1/agreement", "round", "1").andExpect(redirectedUrl(url("/review/2")));
		send(this.leader, "/review/2/agreement", "round", "1").andExpect(redirectedUrl(url("/review")));
		send(this.leader, "/approval", "round", "1").andExpect(flash().attribute("flash", "conclusion.approved"));
		String number = String.valueOf(NUMBERS.incrementAndGet());
		page(this.office, "/issue").andExpect(status().isOk());
		issue(number).andExpect(flash().attribute("flash", "conclusion.issued"));
		assertThat(this.conferences.unguarded(this.conference).status()).isEqualTo(ConferenceStatus.CONCLUDED);
		page(this.head, "").andExpect(content().string(containsString(number + "/TB-BTP")))
			.andExpect(content().string(containsString("Số hóa hồ sơ")))
			.andExpect(content().string(not(containsString("directives/new"))));
		page(this.office, "").andExpect(content().string(containsString("directives/new?clause=")));
		page(this.head, "/notice").andExpect(content().string(containsString("Số: " + number + "/TB-BTP")));
		assertThat(this.jdbc.sql("select message_key from notification where account_id = ?")
			.param(this.head.accountId())
			.query(String.class)
			.list()).contains("conclusion.notice.issued");
	}

	@Test
	void nothing_leaks_to_an_invited_unit_before_the_issue() throws Exception {
		long clause = clause(SECRET);
		this.reviews.submit(this.conference, this.office);
		for (Viewer unit : List.of(this.head, this.observer)) {
			page(unit, "").andExpect(status().isOk())
				.andExpect(content().string(not(containsString(SECRET))))
				.andExpect(content().string(containsString("chưa được ban hành")));
			for (String path : List.of("/clauses/" + clause + "/edit", "/clauses/new", "/review", "/review/1",
					"/clauses/" + clause + "/comments/new", "/return", "/issue", "/notice", "/assessment/new",
					"/contributions/new", "/comments/1/answer")) {
				page(unit, path).andExpect(status().isNotFound());
			}
			for (String path : List.of("/clauses", "/clauses/" + clause, "/clauses/" + clause + "/up",
					"/clauses/" + clause + "/deletion", "/clauses/" + clause + "/comments",
					"/clauses/" + clause + "/no-task", "/submission", "/return", "/issue", "/assessment",
					"/contributions", "/comments/1/handled")) {
				send(unit, path).andExpect(status().isNotFound());
			}
			send(unit, "/approval", "round", "1").andExpect(status().isNotFound());
			send(unit, "/review/1/agreement", "round", "1").andExpect(status().isNotFound());
		}
		assertThatExceptionOfType(NotVisibleException.class)
			.isThrownBy(() -> this.conclusions.issuedClause(clause, this.head));
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.conclusions.issuedClause(clause, this.office));
		page(this.stranger, "").andExpect(status().isNotFound());
		page(this.admin, "").andExpect(status().isNotFound());
	}

	@Test
	void what_leaders_said_stays_hidden_from_units_after_the_issue() throws Exception {
		long clause = clause("Số hóa hồ sơ");
		this.reviews.submit(this.conference, this.office);
		this.reviews.comment(this.conference, clause, 1, SECRET, this.leader);
		this.reviews.approve(this.conference, 1, this.leader);
		issue(String.valueOf(NUMBERS.incrementAndGet())).andExpect(status().is3xxRedirection());
		page(this.head, "").andExpect(content().string(not(containsString(SECRET))));
		page(this.head, "/review").andExpect(status().isNotFound());
		page(this.head, "/clauses/" + clause + "/edit").andExpect(status().isForbidden());
		page(this.office, "").andExpect(content().string(containsString(SECRET)));
	}

	@Test
	void an_issued_conclusion_is_frozen_in_the_database() throws Exception {
		long clause = clause("Số hóa hồ sơ");
		this.conclusions.addAssessment(this.conference, AssessmentKind.LIMITATION, "Còn chậm", this.office);
		this.conclusions.addContribution(this.conference, "Nguyễn Văn An", null, "Đề nghị", this.office);
		approved(clause);
		issue(String.valueOf(NUMBERS.incrementAndGet())).andExpect(status().is3xxRedirection());
		long conclusion = this.jdbc.sql("select id from conclusion where conference_id = ?")
			.param(this.conference)
			.query(Long.class)
			.single();
		for (String sql : List.of("update conclusion set signer_name = 'x' where id = ?",
				"update conclusion set status = 'DRAFT' where id = ?", "delete from conclusion where id = ?",
				"update clause set content = 'x' where conclusion_id = ?",
				"update clause set level_no = 2 where conclusion_id = ?",
				"insert into clause (conclusion_id, position_no, level_no, content) values (?, 9, 1, 'x')",
				"delete from clause_party where clause_id in (select id from clause where conclusion_id = ?)",
				"update assessment_item set text = 'x' where conclusion_id = ?",
				"delete from assessment_item where conclusion_id = ?",
				"update contribution set text = 'x' where conclusion_id = ?",
				"delete from contribution where conclusion_id = ?",
				"update clause_snapshot set content = 'x' where conclusion_id = ?",
				"update clause_comment set text = 'x' where conclusion_id = ?",
				"delete from clause_comment where conclusion_id = ?",
				"update document_number set number = number + 1 where conclusion_id = ?",
				"delete from document_number where conclusion_id = ?")) {
			assertThatExceptionOfType(DataAccessException.class).as(sql)
				.isThrownBy(() -> this.jdbc.sql(sql).param(conclusion).update());
		}
		send(this.office, "/clauses/" + clause + "/no-task").andExpect(status().is3xxRedirection());
		page(this.office, "").andExpect(content().string(containsString("no-task/withdrawal")));
		send(this.office, "/clauses/" + clause + "/no-task/withdrawal").andExpect(status().is3xxRedirection());
	}

	@ParameterizedTest
	@EnumSource(names = { "APPROVED", "ISSUED" })
	void what_the_notice_prints_is_frozen_from_the_approval_on(ConclusionStatus status) throws Exception {
		long clause = clause("Số hóa hồ sơ");
		long item = this.conclusions.addAssessment(this.conference, AssessmentKind.LIMITATION, "Còn chậm", this.office);
		approved(null);
		if (status == ConclusionStatus.ISSUED) {
			issue(String.valueOf(NUMBERS.incrementAndGet())).andExpect(status().is3xxRedirection());
		}
		page(this.office, "").andExpect(content().string(not(containsString("/assessment/"))));
		page(this.office, "/assessment/new").andExpect(status().isConflict());
		page(this.office, "/assessment/" + item + "/edit").andExpect(status().isConflict());
		String why = (status == ConclusionStatus.ISSUED) ? "đã ban hành nên không sửa được"
				: "phần đánh giá in trong thông báo không sửa được nữa";
		send(this.office, "/assessment", "kind", "LIMITATION", "text", "Them sau khi duyet")
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString(why)))
			.andExpect(content().string(containsString("Them sau khi duyet")));
		send(this.office, "/assessment/" + item, "kind", "LIMITATION", "text", "Sua sau khi duyet", "version", "0")
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Sua sau khi duyet")));
		send(this.office, "/assessment/" + item + "/deletion").andExpect(status().isConflict());
		long conclusion = conclusion();
		for (String sql : List.of("update assessment_item set text = 'x' where conclusion_id = ?",
				"insert into assessment_item (conclusion_id, kind, position_no, text) values (?, 'LIMITATION', 9, 'x')",
				"delete from assessment_item where conclusion_id = ?",
				"update clause set content = 'x' where conclusion_id = ?",
				"insert into clause (conclusion_id, position_no, level_no, content) values (?, 9, 1, 'x')",
				"delete from clause_party where clause_id in (select id from clause where conclusion_id = ?)")) {
			assertThatExceptionOfType(DataAccessException.class).as(sql)
				.isThrownBy(() -> this.jdbc.sql(sql).param(conclusion).update());
		}
		assertThat(clause).isPositive();
	}

	@Test
	void the_discussion_stays_open_until_the_issue_because_the_notice_does_not_print_it() throws Exception {
		clause("Số hóa hồ sơ");
		approved(null);
		page(this.office, "").andExpect(content().string(containsString("/contributions/new")));
		send(this.office, "/contributions", "speaker", "Nguyễn Văn An", "text", "Ghi bổ sung cho biên bản")
			.andExpect(status().is3xxRedirection());
		page(this.office, "/notice").andExpect(content().string(not(containsString("Ghi bổ sung cho biên bản"))));
		issue(String.valueOf(NUMBERS.incrementAndGet())).andExpect(status().is3xxRedirection());
		send(this.office, "/contributions", "speaker", "Nguyễn Văn An", "text", "Muộn")
			.andExpect(status().isUnprocessableContent());
	}

	private long conclusion() {
		return this.jdbc.sql("select id from conclusion where conference_id = ?")
			.param(this.conference)
			.query(Long.class)
			.single();
	}

	@Test
	void a_number_is_given_once_a_year() throws Exception {
		clause("Số hóa hồ sơ");
		approved(null);
		String number = String.valueOf(NUMBERS.incrementAndGet());
		issue(number).andExpect(status().is3xxRedirection());
		long first = this.conference;
		this.conference = held(this.today.minusDays(1));
		clause("Khác");
		approved(null);
		issue(number).andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Số " + number + "/TB-BTP đã dùng")));
		issue(String.valueOf(NUMBERS.incrementAndGet())).andExpect(status().is3xxRedirection());
		assertThat(first).isNotEqualTo(this.conference);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void clause_due_on_a_day_off_is_taken_and_said(boolean written) throws Exception {
		String clause = written ? "/" + clause("Số hóa hồ sơ") : "";
		LocalDate sunday = this.today.plusDays(30).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
		assertThat(daysOff(clause, sunday)).asString()
			.contains(DateFormats.day(sunday) + " (Chủ nhật)", DateFormats.day(this.workingDays.onOrAfter(sunday)));
		assertThat(daysOff("", this.workingDays.onOrAfter(sunday))).isNull();
	}

	private Object daysOff(String clause, LocalDate deadline) throws Exception {
		return send(this.office, "/clauses" + clause, "level", "1", "content", "Số hóa hồ sơ", "leadIds",
				id(this.invited), "deadline", DateFormats.day(deadline), "version", "0")
			.andExpect(status().is3xxRedirection())
			.andReturn()
			.getFlashMap()
			.get("daysOff");
	}

	@Test
	void an_edit_that_lost_the_race_shows_both_texts() throws Exception {
		long clause = clause("Bản đầu");
		String version = "0";
		send(this.office, "/clauses/" + clause, "level", "1", "content", "Bản của người khác", "version", version)
			.andExpect(status().is3xxRedirection());
		send(this.office, "/clauses/" + clause, "level", "1", "content", "Bản của tôi", "leadIds", id(this.invited),
				"noDeadline", "true", "version", version)
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("Bản của người khác")))
			.andExpect(content().string(containsString("Bản của tôi")))
			.andExpect(content().string(containsString(this.invited.name())));
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					no content               | content=                                             | Nhập nội dung của đoạn.
					too long                 | content=LONG                                         | dài tối đa 4.000 ký tự
					no date                  | content=x&deadline=31/02/2027                        | Thời hạn chưa đúng
					before the end           | content=x&leadIds=UNIT&deadline=EARLY                | Thời hạn không được trước ngày kết thúc
					deadline without lead    | content=x&deadline=LATE                              | Chọn ít nhất một đơn vị chủ trì
					deliverable without lead | content=x&deliverable=y                              | Chọn ít nhất một đơn vị chủ trì
					neither date nor none    | content=x&leadIds=UNIT                               | Nhập thời hạn, hoặc đánh dấu không hạn.
					date and none            | content=x&leadIds=UNIT&deadline=LATE&noDeadline=true | Chỉ chọn một
					task and no task         | content=x&leadIds=UNIT&noDeadline=true&noTask=true   | không phát sinh nhiệm vụ thì không ghi
					both parts               | content=x&leadIds=UNIT&coordinatingIds=UNIT&noDeadline=true | vừa chủ trì vừa phối hợp
					unit is gone             | content=x&leadIds=GONE&noDeadline=true               | không còn hoạt động
					result too long          | content=x&leadIds=UNIT&noDeadline=true&deliverable=LONG | Sản phẩm ghi tối đa 1.000 ký tự
					unknown unit             | content=x&leadIds=999999999&noDeadline=true          | không có trong danh mục
					garbled unit             | content=x&leadIds=abc&noDeadline=true                | Chọn đơn vị chủ trì trong danh sách.
					garbled kind             | content=x&leadKinds=abc&noDeadline=true              | Chọn nhóm đơn vị chủ trì trong danh sách.
					level three              | content=x&level=3                                    | Chọn cấp 1 hoặc cấp 2
					""")
	void a_bad_clause_gets_a_sentence_and_keeps_what_was_typed(String name, String typed, String sentence)
			throws Exception {
		String[] pairs = typed.replace("LONG", "a".repeat(4001))
			.replace("UNIT", id(this.invited))
			.replace("GONE", id(this.units.byCode("TCTHADS").orElseThrow()))
			.replace("EARLY", DateFormats.day(this.today.minusDays(2)))
			.replace("LATE", DateFormats.day(this.today.plusDays(9)))
			.split("[&=]", -1);
		String html = send(this.office, "/clauses", pairs).andExpect(status().isUnprocessableContent())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(HtmlUtils.htmlUnescape(html)).contains(sentence).contains("error-summary");
		if (typed.contains("leadIds=UNIT")) {
			assertThat(html).containsPattern("name=\"leadIds\" id=\"leadIds-" + this.invited.id() + "\" value=\""
					+ this.invited.id() + "\" checked");
		}
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			no number     | number=&issuedOn=TODAY         | Nhập số của thông báo.
			zero          | number=0&issuedOn=TODAY        | phải từ 1 trở lên
			letters       | number=mot&issuedOn=TODAY      | chỉ ghi chữ số
			no day        | number=7&issuedOn=             | Nhập ngày ban hành.
			in the future | number=7&issuedOn=TOMORROW     | không được sau hôm nay
			before end    | number=7&issuedOn=BEFORE       | không được trước ngày kết thúc
			no such day   | number=7&issuedOn=31/02/2026   | Ngày ban hành chưa đúng
			no title      | number=7&issuedOn=TODAY&signerTitle=     | Nhập chức vụ người ký.
			long title    | number=7&issuedOn=TODAY&signerTitle=LONG | Chức vụ người ký dài tối đa
			no name       | number=7&issuedOn=TODAY&signerName=      | Nhập họ tên người ký.
			long name     | number=7&issuedOn=TODAY&signerName=LONG  | Họ tên người ký dài tối đa
			""")
	void a_bad_issue_gets_a_sentence(String name, String typed, String sentence) throws Exception {
		clause("Số hóa hồ sơ");
		approved(null);
		String[] pairs = (typed.replace("TODAY", DateFormats.day(this.today))
			.replace("TOMORROW", DateFormats.day(this.today.plusDays(1)))
			.replace("BEFORE", DateFormats.day(this.today.minusDays(2)))
			.replace("LONG", "a".repeat(501)) + (typed.contains("signerTitle") ? "" : "&signerTitle=CVP")
				+ (typed.contains("signerName") ? "" : "&signerName=An"))
			.split("[&=]", -1);
		String html = send(this.office, "/issue", pairs).andExpect(status().isUnprocessableContent())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(HtmlUtils.htmlUnescape(html)).contains(sentence);
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					# form                  | what is wrong | typed                                   | sentence
					/assessment             | no text       | kind=LIMITATION&text=                   | Nhập nội dung đánh giá.
					/assessment             | too long      | kind=LIMITATION&text=LONG               | dài tối đa 4.000 ký tự
					/assessment             | no such kind  | kind=abc&text=KEPT                      | Chọn lại loại nội dung
					/assessment/ITEM        | no text       | kind=LIMITATION&text=&version=0         | Nhập nội dung đánh giá.
					/assessment/ITEM        | broken        | kind=LIMITATION&text=KEPT&version=x     | không còn nguyên vẹn
					/contributions          | no speaker    | speaker=&text=KEPT                      | Nhập tên người phát biểu.
					/contributions          | long speaker  | speaker=LONG&text=KEPT                  | Tên người phát biểu dài tối đa
					/contributions          | long unit     | speaker=KEPT&unit=LONG&text=x           | Tên đơn vị dài tối đa
					/contributions          | no text       | speaker=KEPT&text=                      | Nhập nội dung phát biểu.
					/contributions          | too long      | speaker=KEPT&text=LONG                  | dài tối đa 4.000 ký tự
					/contributions/SPEECH   | no text       | speaker=KEPT&text=&version=0            | Nhập nội dung phát biểu.
					/clauses/CLAUSE         | no content    | level=1&content=&deliverable=KEPT&version=0 | Nhập nội dung của đoạn.
					/comments/COMMENT/answer | no answer    | answer=&version=0                       | Nhập trả lời.
					/comments/COMMENT/answer | too long     | answer=LONG&version=0                   | Trả lời dài tối đa 2.000 ký tự
					""")
	void a_bad_record_gets_a_sentence_and_keeps_what_was_typed(String form, String name, String typed, String sentence)
			throws Exception {
		String path = written(form);
		String html = send(this.office, path,
				typed.replace("LONG", "a".repeat(4001)).replace("KEPT", "Giu nguyen van").split("[&=]", -1))
			.andExpect(status().isUnprocessableContent())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(HtmlUtils.htmlUnescape(html)).contains("error-summary", sentence);
		if (typed.contains("KEPT")) {
			assertThat(html).contains("Giu nguyen van");
		}
	}

	/** Writes what the path is about and puts its number in. */
	private String written(String path) {
		long clause = clause("Số hóa hồ sơ");
		long item = this.conclusions.addAssessment(this.conference, AssessmentKind.LIMITATION, "Còn chậm", this.office);
		long speech = this.conclusions.addContribution(this.conference, "Nguyễn Văn An", null, "Đề nghị", this.office);
		long comment = 0;
		if (path.contains("COMMENT")) {
			this.reviews.submit(this.conference, this.office);
			this.reviews.comment(this.conference, clause, 1, "Nêu rõ", this.leader);
			comment = this.jdbc.sql("select max(id) from clause_comment").query(Long.class).single();
		}
		return path.replace("ITEM", "" + item)
			.replace("SPEECH", "" + speech)
			.replace("CLAUSE", "" + clause)
			.replace("COMMENT", "" + comment);
	}

	@ParameterizedTest
	@CsvSource({ "/assessment/ITEM, text", "/contributions/SPEECH, text" })
	void a_record_edited_by_two_shows_both_texts_to_the_second(String form, String field) throws Exception {
		String path = written(form);
		String[] first = { "kind", "LIMITATION", "speaker", "An", field, "Ban cua nguoi khac", "version", "0" };
		send(this.office, path, first).andExpect(status().is3xxRedirection());
		first[5] = "Ban cua toi";
		send(this.office, path, first).andExpect(status().isConflict())
			.andExpect(content().string(containsString("Ban cua nguoi khac")))
			.andExpect(content().string(containsString("Ban cua toi")));
	}

	@ParameterizedTest
	@CsvSource({ "/assessment/ITEM", "/contributions/SPEECH", "/clauses/CLAUSE" })
	void a_record_that_was_removed_or_belongs_elsewhere_is_not_found(String form) throws Exception {
		String path = written(form);
		long here = this.conference;
		this.conference = held(this.today.minusDays(1));
		clause("Khác");
		for (String act : List.of("", "/up", "/down", "/deletion")) {
			send(this.office, path + act, "level", "1", "content", "x", "kind", "LIMITATION", "speaker", "x", "text",
					"x", "version", "0")
				.andExpect(status().isNotFound());
		}
		this.conference = here;
		send(this.office, path + "/deletion").andExpect(status().is3xxRedirection());
		for (String act : List.of("", "/up", "/down", "/deletion")) {
			send(this.office, path + act, "level", "1", "content", "x", "kind", "LIMITATION", "speaker", "x", "text",
					"x", "version", "0")
				.andExpect(status().isNotFound());
		}
		page(this.office, path + "/edit").andExpect(status().isNotFound());
	}

	@Test
	void a_conference_that_is_not_over_only_warns() throws Exception {
		this.conference = held(this.today.plusDays(1));
		clause("Số hóa hồ sơ");
		approved(null);
		page(this.office, "/issue").andExpect(content().string(containsString("sau hôm nay")));
		issue(String.valueOf(NUMBERS.incrementAndGet())).andExpect(status().is3xxRedirection());
	}

	@Test
	void a_late_issue_warns_and_is_not_stopped() throws Exception {
		this.conference = held(this.today.minusDays(40));
		clause("Số hóa hồ sơ");
		approved(null);
		page(this.office, "/issue").andExpect(content().string(containsString("Đã quá hạn ban hành")))
			.andExpect(content().string(containsString("5 ngày làm việc")));
		issue(String.valueOf(NUMBERS.incrementAndGet())).andExpect(status().is3xxRedirection());
	}

	@Test
	void a_second_round_shows_what_changed_word_by_word() throws Exception {
		long changed = clause("Văn phòng Bộ nghiên cứu giải pháp.");
		long same = clause("Giữ nguyên.");
		long gone = clause("Đoạn sẽ bỏ.");
		this.reviews.submit(this.conference, this.office);
		send(this.leader, "/clauses/" + changed + "/comments", "round", "1", "text", "Nêu rõ thời hạn.")
			.andExpect(redirectedUrl(url("/review/1")));
		send(this.leader, "/return", "round", "1", "reason", "").andExpect(status().isUnprocessableContent());
		send(this.leader, "/return", "round", "1", "reason", "Sửa đoạn một.").andExpect(status().is3xxRedirection());
		page(this.office, "").andExpect(content().string(containsString("Sửa đoạn một.")))
			.andExpect(content().string(containsString("Nêu rõ thời hạn.")));
		send(this.office, "/clauses/" + changed, "level", "1", "content",
				"Văn phòng Bộ có giải pháp, hoàn thành trước ngày 31/3/2027.", "version", "0")
			.andExpect(status().is3xxRedirection());
		send(this.office, "/clauses/" + gone + "/deletion").andExpect(status().is3xxRedirection());
		clause("Đoạn mới.");
		this.reviews.submit(this.conference, this.office);
		page(this.leader, "/review").andExpect(content().string(containsString("Đoạn đã bỏ so với lần trình trước")));
		page(this.leader, "/review/1").andExpect(content().string(containsString("trình lần 2")))
			.andExpect(content().string(containsString("<del>nghiên cứu</del>")))
			.andExpect(content().string(containsString("<ins>có</ins>")))
			.andExpect(content().string(containsString("Nêu rõ thời hạn.")))
			.andExpect(content().string(containsString("Đã sửa")));
		page(this.leader, "/review/2").andExpect(content().string(containsString("Như cũ")));
		page(this.leader, "/review/3").andExpect(content().string(containsString("Mới")));
		page(this.leader, "/review/4").andExpect(status().isNotFound());
		assertThat(same).isNotEqualTo(changed);
	}

	@Test
	void a_leader_who_read_the_old_round_is_told_so() throws Exception {
		clause("Bản một");
		this.reviews.submit(this.conference, this.office);
		this.reviews.returnForRevision(this.conference, 1, "Sửa", this.leader);
		this.reviews.submit(this.conference, this.office);
		send(this.leader, "/approval", "round", "1").andExpect(status().isConflict())
			.andExpect(content().string(containsString("trình lại bản mới")));
	}

	@Test
	void the_office_answers_comments() throws Exception {
		long clause = clause("Số hóa hồ sơ");
		this.reviews.submit(this.conference, this.office);
		send(this.leader, "/clauses/" + clause + "/comments", "round", "1", "text", "")
			.andExpect(status().isUnprocessableContent());
		send(this.leader, "/clauses/" + clause + "/comments", "round", "1", "text", "a".repeat(2001))
			.andExpect(status().isUnprocessableContent());
		this.reviews.comment(this.conference, clause, 1, "Nêu rõ", this.leader);
		long comment = this.jdbc.sql("select max(id) from clause_comment").query(Long.class).single();
		page(this.leader, "/comments/" + comment + "/answer").andExpect(status().isForbidden());
		page(this.office, "/comments/" + comment + "/answer").andExpect(status().isOk());
		send(this.office, "/comments/" + comment + "/answer", "answer", "Đã ghi thời hạn.", "version", "0")
			.andExpect(status().is3xxRedirection());
		page(this.leader, "/review/1").andExpect(content().string(containsString("Đã ghi thời hạn.")));
		send(this.office, "/comments/" + comment + "/answer", "answer", "Khác", "version", "0")
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("Đã ghi thời hạn.")));
	}

	@Test
	void approval_closes_what_was_not_answered_and_one_clause_shows_one_opinion() throws Exception {
		long clause = clause("Số hóa hồ sơ");
		this.reviews.submit(this.conference, this.office);
		this.reviews.agree(this.conference, 1, 1, this.leader);
		page(this.leader, "/review").andExpect(content().string(containsString("Đã đồng ý<")));
		this.reviews.comment(this.conference, clause, 1, "Nêu rõ", this.leader);
		page(this.leader, "/review").andExpect(content().string(containsString("Có góp ý")))
			.andExpect(content().string(not(containsString("Đã đồng ý<"))))
			.andExpect(content().string(containsString("Đồng ý 0/1 đoạn, góp ý 1 đoạn")));
		page(this.office, "").andExpect(content().string(containsString("Đồng ý 0/1 đoạn, góp ý 1 đoạn")));
		long comment = this.jdbc.sql("select max(id) from clause_comment").query(Long.class).single();
		this.reviews.approve(this.conference, 1, this.leader);
		page(this.leader, "/review").andExpect(content().string(containsString("Đã đồng ý<")))
			.andExpect(content().string(not(containsString("Có góp ý"))));
		page(this.office, "").andExpect(content().string(containsString("Khép lại khi Lãnh đạo duyệt kết luận")))
			.andExpect(content().string(not(containsString("/comments/"))));
		page(this.office, "/comments/" + comment + "/answer").andExpect(status().isConflict())
			.andExpect(content().string(containsString("các góp ý đã khép lại")));
		send(this.office, "/comments/" + comment + "/answer", "answer", "Tra loi muon", "version", "0")
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("các góp ý đã khép lại")))
			.andExpect(content().string(containsString("Tra loi muon")));
		send(this.office, "/comments/" + comment + "/handled").andExpect(status().isConflict());
		page(this.leader, "/clauses/" + clause + "/comments/new").andExpect(status().isConflict());
		page(this.leader, "/return").andExpect(status().isConflict());
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(
				() -> this.jdbc.sql("update clause_comment set answer = 'x' where id = ?").param(comment).update());
	}

	@Test
	void the_notice_keeps_what_it_says_of_the_conference_as_it_was_approved() throws Exception {
		clause("Số hóa hồ sơ");
		String before = this.conferences.unguarded(this.conference).title();
		this.mvc.perform(as(this.office, get("/conferences/" + this.conference + "/edit")))
			.andExpect(content().string(not(containsString("như lúc duyệt"))));
		approved(null);
		this.mvc.perform(as(this.office, get("/conferences/" + this.conference + "/edit")))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("như lúc duyệt")));
		this.jdbc.sql("update conference set title = 'Tên khác', place = 'Cần Thơ', ends_on = ends_on + 1 where id = ?")
			.param(this.conference)
			.update();
		this.jdbc.sql("update conference_person set name = 'Người khác' where conference_id = ?")
			.param(this.conference)
			.update();
		for (boolean issued : List.of(false, true)) {
			if (issued) {
				issue(String.valueOf(NUMBERS.incrementAndGet())).andExpect(status().is3xxRedirection());
			}
			page(this.office, "/notice").andExpect(content().string(containsString("Kết luận tại " + before)))
				.andExpect(content().string(containsString("Ngày " + DateFormats.day(this.today.minusDays(1)))))
				.andExpect(content().string(containsString("tại Hà Nội")))
				.andExpect(content().string(containsString("Đồng chí Bộ trưởng")))
				.andExpect(content().string(not(containsString("Cần Thơ"))))
				.andExpect(content().string(not(containsString("Tên khác"))))
				.andExpect(content().string(not(containsString("Người khác"))));
		}
	}

	@Test
	void what_was_approved_of_the_conference_is_frozen_in_the_database() {
		clause("Số hóa hồ sơ");
		approved(null);
		for (String sql : List.of("update conclusion set printed_about = 'x' where id = ?",
				"update conclusion set printed_opening = null, printed_about = null where id = ?")) {
			assertThatExceptionOfType(DataAccessException.class).as(sql)
				.isThrownBy(() -> this.jdbc.sql(sql).param(conclusion()).update());
		}
	}

	@Test
	void who_signed_last_is_proposed_and_at_first_the_leader_who_approved() throws Exception {
		List<Long> real = this.jdbc
			.sql("update conference set example = true "
					+ "where not example and id in (select conference_id from conclusion) returning id")
			.query(Long.class)
			.list();
		try {
			clause("Số hóa hồ sơ");
			approved(null);
			page(this.office, "/issue").andExpect(content().string(containsString("value=\"Người LEADER\"")))
				.andExpect(content().string(not(containsString("value=\"TL. BỘ"))));
			issue(String.valueOf(NUMBERS.incrementAndGet())).andExpect(status().is3xxRedirection());
			this.conference = held(this.today.minusDays(1));
			clause("Khác");
			approved(null);
			page(this.office, "/issue").andExpect(content().string(containsString("value=\"Trần Văn B")))
				.andExpect(content().string(containsString("value=\"TL. BỘ TRƯỞNG, CH")));
		}
		finally {
			this.jdbc.sql("update conference set example = false where id = any(?)")
				.param(real.toArray(Long[]::new))
				.update();
		}
	}

	@Test
	void a_lead_that_was_not_invited_is_hinted_at() throws Exception {
		clause("Số hóa hồ sơ");
		page(this.office, "").andExpect(content().string(not(containsString("không được mời dự"))));
		this.conclusions.addClause(this.conference, new ClausePlan(1, "Việc khác", List.of(this.other.id()), List.of(),
				List.of(), List.of(), null, true, null, false), this.office);
		page(this.office, "")
			.andExpect(content().string(containsString("không được mời dự hội nghị: " + this.other.name())));
		this.reviews.submit(this.conference, this.office);
	}

	@Test
	void each_role_does_its_own_part_only() throws Exception {
		long clause = clause("Số hóa hồ sơ");
		for (String path : List.of("/clauses/new", "/clauses/" + clause + "/edit", "/assessment/new",
				"/contributions/new", "/issue")) {
			page(this.leader, path).andExpect(status().isForbidden());
		}
		send(this.leader, "/submission").andExpect(status().isForbidden());
		send(this.leader, "/clauses").andExpect(status().isForbidden());
		this.reviews.submit(this.conference, this.office);
		page(this.office, "/review").andExpect(status().isOk());
		page(this.office, "/clauses/" + clause + "/comments/new").andExpect(status().isForbidden());
		page(this.office, "/return").andExpect(status().isForbidden());
		send(this.office, "/approval", "round", "1").andExpect(status().isForbidden());
		send(this.office, "/review/1/agreement", "round", "1").andExpect(status().isForbidden());
		page(this.office, "/clauses/" + (clause + 999_999) + "/edit").andExpect(status().isNotFound());
	}

	@Test
	void a_clause_of_another_conference_is_not_found_here() throws Exception {
		long foreign = clause("Khác");
		this.conference = held(this.today.minusDays(1));
		clause("Ở đây");
		page(this.office, "/clauses/" + foreign + "/edit").andExpect(status().isNotFound());
		send(this.office, "/clauses/" + foreign, "content", "x").andExpect(status().isNotFound());
		send(this.office, "/clauses/" + foreign + "/deletion").andExpect(status().isNotFound());
	}

	@Test
	void the_paper_says_everything_of_a_task_and_nothing_twice() throws Exception {
		LocalDate deadline = LocalDate.of(this.today.getYear() + 1, 3, 31);
		String spoken = this.invited.name() + " rà soát, hoàn thành trước ngày 31/3/" + deadline.getYear() + ".";
		for (String text : List.of(spoken, "Rà soát quy chế.")) {
			this.conclusions.addClause(this.conference, new ClausePlan(1, text, List.of(this.invited.id()), List.of(),
					List.of(this.other.id()), List.of(), deadline, false, "Báo cáo", false), this.office);
		}
		String paper = HtmlUtils
			.htmlUnescape(page(this.office, "/notice").andReturn().getResponse().getContentAsString());
		assertThat(paper).contains("DỰ THẢO", spoken)
			.containsOnlyOnce("Chủ trì: " + this.invited.name() + ".")
			.containsOnlyOnce("Thời hạn: " + DateFormats.day(deadline) + ".");
		assertThat(paper.split("Phối hợp: ", -1)).hasSize(3);
	}

	@Test
	void order_is_changed_by_one_place() throws Exception {
		clause("Một");
		long second = clause("Hai");
		send(this.office, "/clauses/" + second + "/up").andExpect(status().is3xxRedirection());
		send(this.office, "/clauses/" + second + "/up").andExpect(status().is3xxRedirection());
		assertThat(contents()).containsExactly("Hai", "Một");
		send(this.office, "/clauses/" + second + "/down").andExpect(status().is3xxRedirection());
		assertThat(contents()).containsExactly("Một", "Hai");
	}

	@Test
	void the_page_takes_as_many_statements_for_three_clauses_as_for_one() throws Exception {
		clause("Một");
		// What is kept in memory from here on is read once.
		page(this.office, "").andExpect(status().isOk());
		int one = StatementCounter.during(() -> page(this.office, "").andExpect(status().isOk())).size();
		clause("Hai");
		clause("Ba");
		StatementCounter.expect(one, () -> page(this.office, "").andExpect(status().isOk()));
	}

	@Test
	void an_old_conclusion_is_taken_over_as_it_was() throws Exception {
		long old = this.conferences.takeOver("HN-ALT-" + UUID.randomUUID(), plan(LocalDate.of(2015, 12, 4)), Map.of(),
				this.office);
		List<Long> clauses = this.conclusions.takeOver(old, List.of("Tốt"), List.of("Chậm"),
				List.of(new ArchivedClause("Đoạn cũ", List.of(), List.of(OrganizationKind.PROVINCIAL_JUSTICE),
						List.of(), List.of())),
				this.office);
		assertThat(this.conclusions.clauses(clauses).get(clauses.get(0))).satisfies((clause) -> {
			assertThat(clause.label()).isEqualTo("1");
			assertThat(clause.noticeNumber()).isNull();
			assertThat(clause.leadKinds()).containsExactly(OrganizationKind.PROVINCIAL_JUSTICE);
		});
		this.conference = old;
		page(this.office, "").andExpect(status().isOk())
			.andExpect(content().string(containsString("Các Sở Tư pháp")))
			.andExpect(content().string(not(containsString("directives/new"))));
		page(this.office, "/notice").andExpect(status().isNotFound());
		send(this.office, "/clauses", "level", "1", "content", "mới").andExpect(status().isUnprocessableContent());
	}

	@Test
	void the_desk_names_what_is_due_and_no_more() {
		assertThat(titles(this.office)).contains("conclusion.obligation.draft");
		clause("Số hóa hồ sơ");
		this.reviews.submit(this.conference, this.office);
		assertThat(titles(this.office)).isEmpty();
		assertThat(titles(this.leader)).containsExactly("conclusion.obligation.review");
		this.reviews.approve(this.conference, 1, this.leader);
		assertThat(titles(this.leader)).isEmpty();
		assertThat(titles(this.office)).containsExactly("conclusion.obligation.issue");
		this.conclusions.issue(this.conference, new IssuePlan(NUMBERS.incrementAndGet(), this.today, "CVP", "An"),
				this.office);
		assertThat(titles(this.office)).containsExactly("conclusion.obligation.assign");
		assertThat(titles(this.head)).isEmpty();
	}

	private List<String> titles(Viewer viewer) {
		return this.obligations.obligationsOf(viewer)
			.stream()
			.filter((it) -> it.url().startsWith("/conferences/" + this.conference + "/"))
			.map(Obligation::titleKey)
			.toList();
	}

	private List<String> contents() {
		return this.jdbc.sql("""
				select c.content from clause c join conclusion k on k.id = c.conclusion_id where k.conference_id = ?
				order by c.position_no
				""").param(this.conference).query(String.class).list();
	}

	private long clause(String text) {
		return this.conclusions.addClause(this.conference, new ClausePlan(1, text, List.of(this.invited.id()),
				List.of(), List.of(), List.of(), null, true, null, false), this.office);
	}

	private void approved(Long commented) {
		this.reviews.submit(this.conference, this.office);
		if (commented != null) {
			this.reviews.comment(this.conference, commented, 1, "Góp ý", this.leader);
		}
		this.reviews.approve(this.conference, 1, this.leader);
	}

	private ResultActions issue(String number) throws Exception {
		return send(this.office, "/issue", "number", number, "issuedOn", DateFormats.day(this.today), "signerTitle",
				"TL. BỘ TRƯỞNG, CHÁNH VĂN PHÒNG", "signerName", "Trần Văn Bình");
	}

	private ResultActions page(Viewer viewer, String path) throws Exception {
		return this.mvc.perform(as(viewer, get(url(path))));
	}

	private ResultActions send(Viewer viewer, String path, String... parameters) throws Exception {
		MockHttpServletRequestBuilder request = post(url(path)).with(csrf());
		for (int i = 0; i < parameters.length; i += 2) {
			request.param(parameters[i], parameters[i + 1]);
		}
		return this.mvc.perform(as(viewer, request));
	}

	private MockHttpServletRequestBuilder as(Viewer viewer, MockHttpServletRequestBuilder request) {
		return request.with(authentication(this.signedIn.computeIfAbsent(viewer.username(), (username) -> this.signIn
			.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(username, PASSWORD)))));
	}

	private String url(String path) {
		return "/conferences/" + this.conference + "/conclusion" + path;
	}

	private long held(LocalDate endsOn) {
		long id = this.conferences.create(plan(endsOn), this.office);
		this.conferences.invite(id, List.of(this.invited.id()), 2, null, this.office);
		this.conferences.announce(id, this.office);
		return id;
	}

	private ConferencePlan plan(LocalDate endsOn) {
		return new ConferencePlan("Hội nghị thử " + UUID.randomUUID(), ConferenceKind.TOPICAL, endsOn, HalfDay.MORNING,
				endsOn, HalfDay.AFTERNOON, "Hà Nội", null, this.units.byCode(UnitDirectory.MINISTRY).orElseThrow().id(),
				false, true, null, null, null, null, endsOn.minusDays(1).atStartOfDay(this.clock.getZone()).toInstant(),
				List.of(new ConferencePerson(ConferencePerson.Part.CHAIR, "Bộ trưởng", null)));
	}

	private Viewer person(Role role, String unitCode) {
		String username = role.name().toLowerCase(java.util.Locale.ROOT) + "." + UUID.randomUUID();
		this.accounts.addInitial(username, "Người " + role, null, hash(), false, role, unitCode, SYSTEM);
		return this.viewers.byUsername(username).orElseThrow();
	}

	/** One costly hash for all people of this class. */
	private String hash() {
		return HASH.updateAndGet((known) -> (known != null) ? known : this.encoder.encode(PASSWORD));
	}

	private static String id(Unit unit) {
		return String.valueOf(unit.id());
	}

	private static final vn.nhactruong.shared.Actor SYSTEM = new vn.nhactruong.shared.Actor() {

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

	};

}
