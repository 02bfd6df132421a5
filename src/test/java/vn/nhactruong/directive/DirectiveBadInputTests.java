package vn.nhactruong.directive;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.directive.extension.DirectiveExtensions;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.MessageConfiguration;
import vn.nhactruong.shared.Role;
import vn.nhactruong.workingday.WorkingDays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Every form of an act on a directive with everything that can be wrong in it. */
@PortalTest
@Import(TestDirectives.class)
class DirectiveBadInputTests {

	private static final Locale VIETNAMESE = MessageConfiguration.VIETNAMESE;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private TestDirectives tests;

	@Autowired
	private Directives directives;

	@Autowired
	private DirectiveExtensions extensions;

	@Autowired
	private WorkingDays workingDays;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MessageSource messages;

	private LocalDate today;

	private LocalDate due;

	@BeforeEach
	void days() {
		this.today = this.tests.today();
		this.due = this.today.plusDays(10);
	}

	@ParameterizedTest(name = "{0} {1} {2}")
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					# form                     | what is wrong    | typed                                               | sentence
					progress                   | percent missing  | text=KEPT                                           | Nhập tỷ lệ đã làm được
					progress                   | below zero       | percent=-1&text=KEPT                                | phải từ 0 đến 100
					progress                   | above hundred    | percent=101&text=KEPT                               | phải từ 0 đến 100
					progress                   | no number        | percent=nhieu&text=KEPT                             | một số nguyên từ 0 đến 100
					progress                   | text missing     | percent=5&text=                                     | Ghi việc đã làm được
					progress                   | text too long    | percent=5&text=LONG                                 | dài tối đa 4.000 ký tự
					progress                   | file of no kind  | percent=5&text=KEPT&files=BAD                       | tệp
					progress                   | empty file       | percent=5&text=KEPT&files=EMPTY                     | tệp
					files                      | no file          | x=x                                                 | Chọn ít nhất một tệp
					files                      | file of no kind  | files=BAD                                           | tệp
					files                      | empty file       | files=EMPTY                                         | không có nội dung
					contributions              | text missing     | text=                                               | Nhập ý kiến phối hợp
					contributions              | text too long    | text=LONG                                           | dài tối đa 4.000 ký tự
					contributions              | file of no kind  | text=KEPT&files=BAD                                 | tệp
					extensions                 | day missing      | reason=KEPT                                         | Nhập hạn mới đề nghị
					extensions                 | no day           | dueOn=31/02/2027&reason=KEPT                        | không phải một ngày
					extensions                 | not later        | dueOn=DUE&reason=KEPT                               | Hạn mới phải sau hạn hiện nay
					extensions                 | earlier          | dueOn=TODAY&reason=KEPT                             | Hạn mới phải sau hạn hiện nay
					extensions                 | reason missing   | dueOn=LATER&reason=                                 | Nêu lý do xin gia hạn
					extensions                 | reason too long  | dueOn=LATER&reason=LONG                             | dài tối đa 2.000 ký tự
					reports                    | content missing  | content=&documentNumber=KEPT&documentDate=TODAY     | Ghi kết quả thực hiện
					reports                    | content too long | content=LONG&documentNumber=KEPT&documentDate=TODAY | dài tối đa 4.000 ký tự
					reports                    | no evidence      | content=KEPT                                        | Cần minh chứng
					reports                    | number missing   | content=KEPT&documentDate=TODAY                     | Nhập số, ký hiệu của văn bản
					reports                    | day missing      | content=KEPT&documentNumber=1/BC                    | Nhập ngày của văn bản
					reports                    | no day           | content=KEPT&documentNumber=1/BC&documentDate=x     | không phải một ngày
					reports                    | about missing    | content=KEPT&documentNumber=1/BC&documentDate=TODAY | Nhập trích yếu
					reports                    | in the future    | content=KEPT&documentNumber=1/BC&documentDate=LATER | không thể sau hôm nay
					reports                    | number too long  | content=KEPT&documentNumber=LONG&documentDate=TODAY | dài tối đa 50 ký tự
					reports                    | about too long   | content=KEPT&documentAbstract=LONG                  | dài tối đa 500 ký tự
					reports                    | file of no kind  | content=KEPT&files=BAD                              | tệp
					reports                    | empty file       | content=KEPT&files=EMPTY                            | “trong.txt” không có nội dung
					declination                | reason missing   | reason=                                             | Nêu lý do
					declination                | reason too long  | reason=LONG                                         | dài tối đa 2.000 ký tự
					cancellation               | reason missing   | reason=                                             | Nêu lý do
					cancellation               | reason too long  | reason=LONG                                         | dài tối đa 2.000 ký tự
					return                     | reason missing   | reason=                                             | Nêu lý do
					return                     | reason too long  | reason=LONG                                         | dài tối đa 2.000 ký tự
					declination/refusal        | reason missing   | reason=                                             | Nêu lý do
					declination/acceptance     | lead missing     | reason=KEPT                                         | Chọn đơn vị chủ trì mới
					reassignment               | lead missing     | reason=KEPT                                         | Chọn đơn vị chủ trì mới
					reassignment               | no unit          | leadId=abc&reason=KEPT                              | đơn vị chủ trì mới
					reassignment               | unknown unit     | leadId=999999999&reason=KEPT                        | không có trong danh mục
					reassignment               | unit is gone     | leadId=TCTHADS&reason=KEPT                          | không còn hoạt động
					reassignment               | a guest          | leadId=VPCP&reason=KEPT                             | không nhận nhiệm vụ
					reassignment               | the same unit    | leadId=CCNTT&reason=KEPT                            | chọn đơn vị khác
					reassignment               | reason missing   | leadId=CKHTC&reason=                                | Nêu lý do giao đơn vị khác
					reassignment               | reason too long  | leadId=CKHTC&reason=LONG                            | dài tối đa 2.000 ký tự
					extensions/ITEM/refusal    | reason missing   | reason=                                             | Nêu lý do
					extensions/ITEM/refusal    | reason too long  | reason=LONG                                         | dài tối đa 2.000 ký tự
					extensions/ITEM/sending-back | reason missing | reason=                                             | Nêu lý do
					reports/ITEM/sending-back  | reason missing   | reason=                                             | Nêu lý do
					""")
	void bad_input_gets_its_sentence_and_keeps_what_was_typed(String form, String name, String typed, String sentence)
			throws Exception {
		long id = ready(form);
		String html = send(id, form.replace("ITEM", item(id, form)), typed, person(form))
			.andExpect(status().isUnprocessableContent())
			.andReturn()
			.getResponse()
			.getContentAsString();
		String text = HtmlUtils.htmlUnescape(html);
		assertThat(text).contains("id=\"error-summary\"").contains(sentence);
		if (typed.contains("KEPT")) {
			assertThat(text).contains("Giu nguyen van");
		}
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|',
			textBlock = """
					progress               | percent=&text=&files=EMPTY                                | percent text files
					progress               | percent=x&text=&files=BAD                                  | percent text files
					contributions          | text=&files=BAD                                            | text files
					extensions             | dueOn=&reason=                                             | dueOn reason
					extensions             | dueOn=DUE&reason=                                          | dueOn reason
					reports                | content=                                                   | content documentNumber
					reports                | content=&documentNumber=1/BC                               | content documentDate documentAbstract
					reports                | content=&documentNumber=1/BC&documentDate=LATER&files=EMPTY | content documentDate documentAbstract files
					assignment             | accountId=&dueOn=PAST&substituteUntil=PAST                 | accountId dueOn substituteId substituteUntil
					declination            | reason=                                                    | reason
					cancellation           | reason=                                                    | reason
					return                 | reason=                                                    | reason
					declination/refusal    | reason=                                                    | reason
					declination/acceptance | leadId=&reason=                                            | leadId reason
					declination/acceptance | leadId=VPCP&reason=                                        | leadId reason
					reassignment           | leadId=&reason=                                            | leadId reason
					reassignment           | leadId=CCNTT&reason=                                       | leadId reason
					""")
	void all_that_is_wrong_is_told_in_one_round(String form, String typed, String fields) throws Exception {
		long id = ready(form);
		assertThat(told(send(id, form, typed, person(form)))).containsExactlyInAnyOrder(fields.split(" "));
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|',
			textBlock = """
					directives        | source=LEADER_DOCUMENT  | sourceNumber sourceDate sourceAuthor title text leadIds dueOn
					directives        | source=EXTERNAL_ORDER&sourceDate=LATER&dueOn=PAST | sourceNumber sourceDate sourceAuthor title text leadIds dueOn
					directives        | clauseId=CLAUSE         | title text leadIds dueOn
					directives        | clauseId=CLAUSE&leadIds=CCNTT&coordinatingIds=CCNTT&dueOn=PAST&coordinatingDueOn=PAST | title text coordinatingIds dueOn coordinatingDueOn
					directives        | clauseId=CLAUSE&dueOn=LATER&withoutDeadline=true | title text leadIds dueOn
					directives/drafts | source=LEADER_DOCUMENT&dueOn=LATER&withoutDeadline=true | title text dueOn
					""")
	void empty_form_of_a_new_directive_names_everything_at_once(String form, String typed, String fields)
			throws Exception {
		MockMultipartHttpServletRequestBuilder request = multipart("/" + form);
		for (String pair : typed.split("&")) {
			String[] parts = pair.split("=");
			request.param(parts[0], switch (parts[1]) {
				case "CLAUSE" -> "" + this.tests.clause();
				case "CCNTT" -> "" + this.tests.unit("CCNTT");
				default -> value(parts[0], parts[1]);
			});
		}
		long before = this.jdbc.sql("select count(*) from directive").query(Long.class).single();
		assertThat(told(this.mvc.perform(request.with(this.people.as(Role.OFFICE, "VPB")).with(csrf()))))
			.containsExactlyInAnyOrder(fields.split(" "));
		assertThat(this.jdbc.sql("select count(*) from directive").query(Long.class).single()).isEqualTo(before);
	}

	/** The fields that the summary leads to. */
	private static List<String> told(ResultActions answer) throws Exception {
		String html = answer.andExpect(status().isUnprocessableContent())
			.andReturn()
			.getResponse()
			.getContentAsString();
		String summary = html.substring(html.indexOf("id=\"error-summary\""));
		return Pattern.compile("href=\"#(\\w+)\"")
			.matcher(summary.substring(0, summary.indexOf("</ul>")))
			.results()
			.map((link) -> link.group(1))
			.toList();
	}

	@ParameterizedTest
	@CsvSource({ "progress, percent=5&text=x", "files, x=x", "contributions, text=x", "extensions, reason=x",
			"reports, content=x", "declination, reason=x", "cancellation, reason=x", "return, reason=x",
			"reassignment, reason=x", "declination/acceptance, reason=x", "declination/refusal, reason=x",
			"extensions/1/refusal, reason=x", "extensions/1/sending-back, reason=x", "reports/1/sending-back, reason=x",
			"receipt, x=x", "verification, x=x", "issuance, x=x", "deletion, x=x" })
	void what_is_not_there_is_not_found(String form, String typed) throws Exception {
		send(999_999_999, form, typed, person(form)).andExpect(status().isNotFound());
	}

	@ParameterizedTest
	@CsvSource({ "extensions/ITEM/refusal", "extensions/ITEM/sending-back", "extensions/ITEM/signature",
			"extensions/ITEM/approval", "reports/ITEM/sending-back", "reports/ITEM/signature" })
	void what_belongs_to_another_directive_is_not_found_here(String form) throws Exception {
		String foreign = item(this.tests.received(this.due), form);
		send(this.tests.received(this.due), form.replace("ITEM", foreign), "reason=x", person(form))
			.andExpect(status().isNotFound());
	}

	@Test
	void second_decision_on_the_same_request_is_refused_with_what_was_typed() throws Exception {
		long id = this.tests.received(this.due);
		long request = this.extensions.request(id, "Chờ số liệu", this.due.plusDays(5),
				this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
		String refusal = "extensions/" + request + "/refusal";
		send(id, refusal, "reason=Khong can", person(refusal)).andExpect(status().is3xxRedirection());
		over(id, refusal, "reason=KEPT", "đã được quyết định");
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|', textBlock = """
			received  | return                 | reason=KEPT              | không có báo cáo hoàn thành nào
			received  | declination/refusal    | reason=KEPT              | không có lời từ chối nào
			received  | declination/acceptance | leadId=CKHTC&reason=KEPT | không có lời từ chối nào
			cancelled | reassignment           | leadId=CKHTC&reason=KEPT | Chỉ giao lại được khi
			cancelled | cancellation           | reason=KEPT              | không hủy được nữa
			cancelled | declination            | reason=KEPT              | Chỉ từ chối được khi
			cancelled | progress               | percent=5&text=KEPT      | khi nhiệm vụ đang thực hiện
			cancelled | contributions          | text=KEPT                | Nhiệm vụ đã kết thúc
			cancelled | extensions             | dueOn=LATER&reason=KEPT  | Chỉ xin gia hạn được khi
			cancelled | reports                | content=KEPT             | khi nhiệm vụ đang thực hiện
			cancelled | assignment             | accountId=1&note=KEPT    | Chỉ phân công được khi
			cancelled | reopening              | reason=KEPT              | Chỉ mở lại được
			""")
	void form_of_what_is_over_is_not_offered_again_but_the_newest_version(String state, String form, String typed,
			String sentence) throws Exception {
		long id = this.tests.received(this.due);
		if (state.equals("cancelled")) {
			this.directives.cancel(id, "Trùng", this.tests.viewer(Role.OFFICE, "VPB"));
		}
		over(id, form, typed, sentence);
	}

	private void over(long id, String form, String typed, String sentence) throws Exception {
		String html = HtmlUtils.htmlUnescape(send(id, form, typed, person(form)).andExpect(status().isConflict())
			.andReturn()
			.getResponse()
			.getContentAsString());
		assertThat(html).contains(sentence, "Giu nguyen van", "Mở bản mới nhất", "href=\"/directives/" + id + "\"")
			.doesNotContain("<textarea");
	}

	@Test
	void nothing_is_called_off_that_changed_since_one_looked() throws Exception {
		long id = this.tests.issued(this.due);
		MockMultipartHttpServletRequestBuilder request = multipart("/directives/" + id + "/cancellation");
		request.param("reason", "Giu nguyen van");
		request.param("version",
				this.jdbc.sql("select version from directive where id = ?").param(id).query(String.class).single());
		this.directives.receive(id, this.tests.viewer(Role.CLERK, "CCNTT"));
		String html = HtmlUtils
			.htmlUnescape(this.mvc.perform(request.with(this.people.as(Role.OFFICE, "VPB")).with(csrf()))
				.andExpect(status().isConflict())
				.andReturn()
				.getResponse()
				.getContentAsString());
		assertThat(html).contains("Nhiệm vụ vừa có thay đổi", "Giu nguyen van", "Mở bản mới nhất",
				"href=\"/directives/" + id + "\"");
		assertThat(this.directives.load(id, this.tests.viewer(Role.OFFICE, "VPB")).getStatus())
			.isEqualTo(DirectiveStatus.IN_PROGRESS);
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', textBlock = """
			extensions                     | dueOn=SUNDAY_AFTER&reason=x
			assignment                     | accountId=CLERK&dueOn=SUNDAY
			coordinations/AWAITED/deadline | dueOn=SUNDAY
			""")
	void deadline_on_a_day_off_is_taken_and_said(String form, String typed) throws Exception {
		long id = this.tests.received(this.due);
		LocalDate sunday = (typed.contains("AFTER") ? this.due : this.today)
			.with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
		String path = form.replace("AWAITED",
				this.jdbc.sql("select id::text from directive_awaited where directive_id = ?")
					.param(id)
					.query(String.class)
					.single());
		assertThat(daysOff(send(id, path,
				typed.replaceFirst("SUNDAY(_AFTER)?", DateFormats.day(sunday))
					.replace("CLERK", "" + this.tests.viewer(Role.CLERK, "CCNTT").accountId()),
				person(form))))
			.asString()
			.contains(DateFormats.day(sunday) + " (Chủ nhật)", DateFormats.day(this.workingDays.onOrAfter(sunday)));
	}

	@ParameterizedTest
	@CsvSource({ "directives,true", "directives/drafts,true", "directives,false" })
	void new_directive_due_on_a_day_off_is_taken_and_said(String form, boolean dayOff) throws Exception {
		LocalDate sunday = this.due.with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
		MockMultipartHttpServletRequestBuilder request = multipart("/" + form);
		request.param("clauseId", "" + this.tests.clause())
			.param("title", "Rà soát")
			.param("text", "Rà soát")
			.param("leadIds", "" + this.tests.unit("CCNTT"))
			.param("dueOn", DateFormats.day(dayOff ? sunday : this.workingDays.onOrAfter(sunday)));
		Object said = daysOff(this.mvc.perform(request.with(this.people.as(Role.OFFICE, "VPB")).with(csrf())));
		if (dayOff) {
			assertThat(said).asString().contains("(Chủ nhật)", DateFormats.day(this.workingDays.onOrAfter(sunday)));
		}
		else {
			assertThat(said).isNull();
		}
	}

	@Test
	void day_typed_beside_another_act_of_a_family_is_no_deadline() throws Exception {
		long parent = this.tests.issued(this.due, "CCNTT", "CKHTC");
		String sunday = DateFormats.day(this.due.with(TemporalAdjusters.next(DayOfWeek.SUNDAY)));
		for (String act : List.of("bulk-reminders", "bulk-extensions")) {
			String seen = this.jdbc
				.sql("select id || '-' || version from directive where parent_id = ? order by id limit 1")
				.param(parent)
				.query(String.class)
				.single();
			MockMultipartHttpServletRequestBuilder request = multipart("/directives/" + parent + "/" + act);
			request.param("chosen", seen).param("dueOn", sunday).param("reason", "x");
			Object said = daysOff(this.mvc.perform(request.with(this.people.as(Role.OFFICE, "VPB")).with(csrf())));
			assertThat(said != null).as(act).isEqualTo(act.equals("bulk-extensions"));
		}
	}

	private static Object daysOff(ResultActions answer) throws Exception {
		return answer.andExpect(status().is3xxRedirection()).andReturn().getFlashMap().get("daysOff");
	}

	/** A directive in the state in which that form is open. */
	private long ready(String form) {
		if (form.equals("return")) {
			return this.tests.reported(this.due);
		}
		long id = this.tests.received(this.due);
		if (form.startsWith("declination/")) {
			this.directives.decline(id, "Không đúng chức năng", this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
		}
		return id;
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|', textBlock = """
			issued   | progress                     | receiveFirst
			issued   | reports/new                  | receiveFirst
			reported | progress                     | notInProgress
			reported | reports/new                  | notInProgress
			reported | extensions/new               | cannotExtend
			reported | declination                  | cannotDecline
			reported | assignment                   | cannotAssign
			reported | reassignment                 | cannotReassign
			reported | reopening                    | notVerified
			verified | progress                     | notInProgress
			verified | files/new                    | notInProgress
			verified | reports/new                  | notInProgress
			verified | extensions/new               | cannotExtend
			verified | declination                  | cannotDecline
			verified | contributions/new            | closed
			verified | cancellation                 | cannotCancel
			verified | return                       | notReported
			received | return                       | notReported
			received | declination/acceptance       | notDeclined
			received | declination/refusal          | notDeclined
			drafted  | reports/new                  | reportUndecided
			drafted  | extensions/new               | extensionUndecided
			sent     | reports/ITEM/sending-back    | reportNotDraft
			sent     | extensions/ITEM/sending-back | extensionNotDraft
			sent     | extensions/ITEM/refusal      | extensionDecided
			""")
	void form_of_what_can_not_be_done_does_not_open(String state, String form, String sentence) throws Exception {
		long id = switch (state) {
			case "issued" -> this.tests.issued(this.due);
			case "reported", "verified" -> this.tests.reported(this.due);
			default -> this.tests.received(this.due);
		};
		String path = form;
		if (state.equals("verified")) {
			this.directives.verify(id, this.tests.viewer(Role.OFFICE, "VPB"));
		}
		if (state.equals("drafted")) {
			item(id, form.startsWith("reports") ? "reports/ITEM/sending-back" : "extensions/ITEM/sending-back");
		}
		if (state.equals("sent")) {
			long item = Long.parseLong(item(id, form.replace("refusal", "sending-back")));
			path = form.replace("ITEM", "" + item);
			if (form.startsWith("reports")) {
				this.directives.sendBackReport(id, item, "Thiếu số liệu", this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
			}
			else {
				this.extensions.sendBack(id, item, "Chưa cần", this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
			}
		}
		String html = this.mvc
			.perform(get("/directives/" + id + "/" + path).header("Referer", "http://localhost/directives/" + id)
				.with(opener(form)))
			.andExpect(status().isConflict())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(HtmlUtils.htmlUnescape(html))
			.contains(this.messages.getMessage("directive.error." + sentence, null, VIETNAMESE))
			.contains("href=\"/directives/" + id + "\"");
	}

	/** Who may open the form while the act is possible. */
	private RequestPostProcessor opener(String form) {
		return switch (form) {
			case "progress", "files/new", "reports/new", "extensions/new" -> this.people.as(Role.CLERK, "CCNTT");
			case "assignment" -> this.people.as(Role.UNIT_HEAD, "CCNTT");
			case "contributions/new" -> this.people.as(Role.CLERK, "CQLTHADS");
			default -> person(form);
		};
	}

	/** The request or report that the form is about, freshly written. */
	private String item(long id, String form) {
		if (!form.contains("ITEM")) {
			return "";
		}
		boolean drafted = form.endsWith("sending-back") || form.endsWith("signature");
		if (form.startsWith("reports")) {
			return "" + this.directives.report(id, new CompletionText("Xong", "1/BC", this.today, "Báo cáo kết quả"),
					java.util.List.of(), this.tests.viewer(Role.CLERK, "CCNTT"));
		}
		return "" + this.extensions.request(id, "Chờ số liệu", this.due.plusDays(5),
				this.tests.viewer(drafted ? Role.CLERK : Role.UNIT_HEAD, "CCNTT"));
	}

	/** Who may do it, so that only the input is wrong. */
	private RequestPostProcessor person(String form) {
		return switch (form.replaceAll("^(extensions|reports)/\\w+/", "$1/")) {
			case "contributions" -> this.people.as(Role.CLERK, "CQLTHADS");
			case "assignment" -> this.people.as(Role.UNIT_HEAD, "CCNTT");
			case "progress", "files", "extensions", "receipt" -> this.people.as(Role.CLERK, "CCNTT");
			case "reports", "declination", "extensions/sending-back", "extensions/signature", "reports/sending-back",
					"reports/signature" ->
				this.people.as(Role.UNIT_HEAD, "CCNTT");
			default -> this.people.as(Role.OFFICE, "VPB");
		};
	}

	private ResultActions send(long id, String form, String typed, RequestPostProcessor person) throws Exception {
		MockMultipartHttpServletRequestBuilder request = multipart("/directives/" + id + "/" + form);
		// As the page shows it; what is not there has none.
		request.param("version",
				form.equals("assignment") ? "0"
						: this.jdbc.sql("select coalesce((select version from directive where id = ?), 0)")
							.param(id)
							.query(String.class)
							.single());
		String[] pairs = typed.split("[&=]", -1);
		for (int i = 0; i < pairs.length; i += 2) {
			if (pairs[i].equals("files")) {
				request.file(new MockMultipartFile("files", pairs[i + 1].equals("BAD") ? "ky-la.exe" : "trong.txt",
						"text/plain",
						pairs[i + 1].equals("BAD") ? "MZ\0\1".getBytes(StandardCharsets.UTF_8) : new byte[0]));
			}
			else {
				request.param(pairs[i], value(pairs[i], pairs[i + 1]));
			}
		}
		return this.mvc.perform(request.with(person).with(csrf()));
	}

	private String value(String name, String typed) {
		return switch (typed) {
			case "KEPT" -> "Giu nguyen van";
			case "LONG" -> "x".repeat(4001);
			case "TODAY" -> DateFormats.day(this.today);
			case "DUE" -> DateFormats.day(this.due);
			case "LATER" -> DateFormats.day(this.due.plusDays(5));
			case "PAST" -> DateFormats.day(this.today.minusDays(1));
			default -> (name.equals("leadId") && typed.matches("[A-Z]+")) ? "" + this.tests.unit(typed) : typed;
		};
	}

}
