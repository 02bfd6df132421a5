package vn.nhactruong.workprogram.adjustment;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.Role;
import vn.nhactruong.workprogram.PeriodKind;
import vn.nhactruong.workprogram.TestPrograms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Requests to change a published program: who is told, who reads what, who does what. */
@PortalTest
@Import(TestPrograms.class)
class AdjustmentPagesTests {

	private static final String APPROVED = "workprogram.notice.adjustmentApproved";

	private static final String REFUSED = "workprogram.notice.adjustmentRefused";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private TestPrograms tests;

	@Autowired
	private JdbcClient jdbc;

	private LocalDate monday;

	private Viewer office;

	private Viewer leader;

	private Viewer head;

	@BeforeEach
	void people() {
		this.monday = this.tests.week();
		this.office = this.tests.viewer(Role.OFFICE, "VPB");
		this.leader = this.tests.viewer(Role.LEADER, "BTP");
		this.head = this.tests.viewer(Role.UNIT_HEAD, "CCNTT");
	}

	@Test
	void unit_that_leads_an_item_of_anothers_program_is_answered() {
		Viewer own = this.tests.viewer(Role.CLERK, "CCNTT");
		long program = this.tests.programs.open(this.tests.unit("CCNTT"), PeriodKind.WEEK, this.monday, null, null,
				own);
		long item = this.tests.items.propose(program, this.tests.plan("Việc nhờ", this.monday, "CKHTC", "CCNTT"), own);
		this.tests.programs.submit(program, own);
		this.tests.programs.approve(program, this.head);
		this.tests.programs.publish(program, own);
		String colleague = this.people.add(Role.CLERK, "CKHTC");
		Viewer asking = this.tests.viewer(Role.UNIT_HEAD, "CKHTC");
		long first = asked(program, item, AdjustmentKind.DELIVERABLE, asking);
		this.tests.adjustments.approve(program, first, this.head);
		for (Viewer told : List.of(this.people.viewer(colleague), asking, own, this.head)) {
			assertThat(told(told, APPROVED)).isEqualTo(1);
		}
		long second = this.tests.adjustments.request(program, new AdjustmentPlan(AdjustmentKind.DEADLINE, item, null,
				null, null, null, this.monday.plusDays(1), null, null, "x"), asking);
		this.tests.adjustments.refuse(program, second, "Giữ hạn", this.head);
		assertThat(told(asking, REFUSED)).isEqualTo(1);
		assertThat(told(own, REFUSED)).isZero();
	}

	@Test
	void person_of_the_office_who_asked_is_answered_once() {
		long program = this.tests.published(this.monday, "Việc một");
		long item = this.tests.itemOf(program, "Việc một");
		Viewer colleague = this.tests.viewer(Role.OFFICE, "VPB");
		this.tests.adjustments.refuse(program, asked(program, item, AdjustmentKind.DELIVERABLE, this.office),
				"Giữ nguyên", this.leader);
		assertThat(told(this.office, REFUSED)).isEqualTo(1);
		assertThat(told(colleague, REFUSED)).isZero();
		this.tests.adjustments.approve(program, asked(program, item, AdjustmentKind.DELIVERABLE, this.office),
				this.leader);
		assertThat(told(this.office, APPROVED)).isEqualTo(1);
		assertThat(told(colleague, APPROVED)).isEqualTo(1);
	}

	@Test
	void draft_of_a_unit_that_has_the_item_no_more_lapses() throws Exception {
		String writer = this.people.add(Role.CLERK, "CCNTT");
		long program = this.tests.published(this.monday, "Việc một");
		long item = this.tests.itemOf(program, "Việc một");
		String url = "/work-programs/" + program + "/adjustments";
		long draft = asked(program, item, AdjustmentKind.DELIVERABLE, this.people.viewer(writer));
		page(url, this.head).andExpect(content().string(containsString("Ký và gửi")));
		long other = this.tests.adjustments.request(program, new AdjustmentPlan(AdjustmentKind.LEAD, item, null,
				this.tests.unit("CKHTC"), null, null, null, null, null, "Phân công lại"), this.office);
		this.tests.adjustments.approve(program, other, this.leader);
		this.tests.programs.publish(program, this.office);
		assertThat(this.tests.text("select status from work_adjustment where id = ?", draft)).isEqualTo("LAPSED");
		assertThat(this.tests.text("""
				select count(*) from audit_entry where area = 'workprogram' and subject_id = ?
				and action = 'workprogram.audit.adjustmentLapsed'""", program)).isEqualTo("1");
		assertThat(told(this.people.viewer(writer), "workprogram.notice.adjustmentLapsed")).isEqualTo(1);
		page(url, this.head).andExpect(content().string(not(containsString("Ký và gửi"))));
	}

	@Test
	void what_is_asked_of_an_item_that_a_version_drops_lapses() {
		long program = this.tests.published(this.monday, "Việc một", "Việc hai");
		long item = this.tests.itemOf(program, "Việc một");
		long draft = asked(program, item, AdjustmentKind.DELIVERABLE, this.tests.viewer(Role.CLERK, "CCNTT"));
		long signed = this.tests.adjustments.request(program,
				new AdjustmentPlan(AdjustmentKind.DEADLINE, item, null, null, null, null, this.monday, null, null, "x"),
				this.head);
		long other = asked(program, this.tests.itemOf(program, "Việc hai"), AdjustmentKind.DELIVERABLE, this.head);
		this.tests.adjustments.approve(program,
				this.tests.adjustments.request(program, new AdjustmentPlan(AdjustmentKind.DROP, item, null, null, null,
						null, null, "12/QĐ-BTP", this.tests.today(), "x"), this.office),
				this.leader);
		this.tests.programs.publish(program, this.office);
		for (long over : List.of(draft, signed)) {
			assertThat(this.tests.text("select status from work_adjustment where id = ?", over)).isEqualTo("LAPSED");
		}
		assertThat(this.tests.text("select status from work_adjustment where id = ?", other)).isEqualTo("REQUESTED");
		assertThat(this.tests.adjustments.undecided(program)).isEqualTo(1);
		assertThat(told(this.head, "workprogram.notice.adjustmentLapsed")).isEqualTo(2);
	}

	@Test
	void draft_of_an_item_that_is_over_is_sent_back_but_not_signed() throws Exception {
		LocalDate past = this.tests.pastWeek();
		long program = this.tests.published(past, "Việc một");
		long item = this.tests.itemOf(program, "Việc một");
		String url = "/work-programs/" + program + "/adjustments";
		long draft = asked(program, item, AdjustmentKind.DELIVERABLE, this.tests.viewer(Role.CLERK, "CCNTT"));
		this.tests.items.complete(program, item, past, "1/BC", past, null, List.of(), this.head);
		page(url, this.head).andExpect(content().string(not(containsString("Ký và gửi"))))
			.andExpect(content().string(containsString("/" + draft + "/sending-back")));
	}

	@Test
	void request_that_the_head_wants_changed_opens_as_it_was_written() throws Exception {
		String writer = this.people.add(Role.CLERK, "CCNTT");
		long program = this.tests.published(this.monday, "Việc một");
		String url = "/work-programs/" + program + "/adjustments";
		MockHttpServletRequestBuilder addition = post(url).param("kind", "ADD")
			.param("title", "Việc mới")
			.param("leadId", "" + this.tests.unit("CCNTT"))
			.param("coordinatingIds", "" + this.tests.unit("CKHTC"))
			.param("level", "MINISTER")
			.param("dueOn", this.monday.toString())
			.param("source", "Chỉ đạo của Bộ trưởng")
			.param("reason", "Phát sinh");
		send(addition, writer).andExpect(redirectedUrl(url));
		long draft = newest(program);
		send(post(url + "/" + draft + "/sending-back").param("reason", "Nêu rõ sản phẩm"), this.head.username())
			.andExpect(redirectedUrl(url));
		page(url, this.people.viewer(writer)).andExpect(content().string(containsString(url + "/new?from=" + draft)));
		String form = page(url + "/new?from=" + draft, this.people.viewer(writer)).andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(form)
			.contains("Thủ trưởng yêu cầu sửa: Nêu rõ sản phẩm", "Việc mới", "Chỉ đạo của Bộ trưởng",
					"value=\"" + this.monday + "\"", "name=\"rewritesId\" value=\"" + draft + "\"")
			.containsPattern("value=\"" + this.tests.unit("CKHTC") + "\"[^>]* checked");
		send(addition.param("rewritesId", "" + draft).param("deliverable", "x".repeat(501)), writer)
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Nêu rõ sản phẩm")));
		send(post(url).param("kind", "ADD")
			.param("rewritesId", "" + draft)
			.param("title", "Việc mới")
			.param("leadId", "" + this.tests.unit("CCNTT"))
			.param("deliverable", "Tờ trình")
			.param("level", "MINISTER")
			.param("dueOn", this.monday.toString())
			.param("reason", "Phát sinh"), writer).andExpect(redirectedUrl(url));
		assertThat(this.tests.text("select rewritten_as_id from work_adjustment where id = ?", draft))
			.isEqualTo("" + newest(program));
		page(url, this.people.viewer(writer)).andExpect(content().string(not(containsString("?from="))));
		this.mvc.perform(get(url + "/new?from=" + draft).with(this.people.as(writer))).andExpect(status().isConflict());
		this.mvc.perform(get(url + "/new?from=" + draft).with(this.people.as(Role.CLERK, "CKHTC")))
			.andExpect(status().isNotFound());
		page(url + "/new?from=abc", this.people.viewer(writer));
	}

	@Test
	void decider_reads_what_was_and_what_is_to_be() throws Exception {
		long program = this.tests.published(this.monday, "Việc một", "Việc hai");
		long one = this.tests.itemOf(program, "Việc một");
		long two = this.tests.itemOf(program, "Việc hai");
		String url = "/work-programs/" + program + "/adjustments";
		this.jdbc.sql("update work_item set deliverable = null where id = ?").param(two).update();
		this.tests.items.progress(program, one, 60, "Đã có dự thảo", this.head);
		asked(program, one, AdjustmentKind.DELIVERABLE, this.head);
		asked(program, two, AdjustmentKind.DELIVERABLE, this.head);
		for (AdjustmentPlan plan : List.of(
				new AdjustmentPlan(AdjustmentKind.LEAD, one, null, this.tests.unit("VPB"), null, null, null, null, null,
						"x"),
				new AdjustmentPlan(AdjustmentKind.MOVE, one, null, null, null, null, this.monday.plusDays(9), null,
						null, "x"),
				new AdjustmentPlan(AdjustmentKind.DROP, one, null, null, null, null, null, "12/QĐ-BTP",
						this.tests.today(), "x"),
				new AdjustmentPlan(AdjustmentKind.COORDINATION, one, null, null, null, null, null, null, null, "x"))) {
			this.tests.adjustments.request(program, plan, this.head);
		}
		page(url, this.leader).andExpect(content().string(containsString("Báo cáo → Tờ trình")))
			.andExpect(content().string(containsString("– → Tờ trình")))
			.andExpect(content().string(containsString("Cục Công nghệ thông tin → Văn phòng")))
			.andExpect(content().string(containsString(
					DateFormats.day(this.monday.plusDays(4)) + " → " + DateFormats.day(this.monday.plusDays(9)))))
			.andExpect(content().string(containsString("Cục Kế hoạch - Tài chính → –")))
			.andExpect(content().string(containsString("12/QĐ-BTP")))
			.andExpect(content().string(containsString("Tiến độ (%): 60")))
			.andExpect(content().string(containsString(
					"data-confirm=\"Phê duyệt điều chỉnh “1. Việc một” (Đổi sản phẩm: Báo cáo → Tờ trình)?")));
	}

	@Test
	void waiting_requests_stand_apart_and_publishing_says_what_goes_in() throws Exception {
		long program = this.tests.published(this.monday, "Việc một", "Việc hai", "Việc ba");
		String url = "/work-programs/" + program;
		long approved = asked(program, this.tests.itemOf(program, "Việc một"), AdjustmentKind.DELIVERABLE, this.head);
		long waiting = asked(program, this.tests.itemOf(program, "Việc hai"), AdjustmentKind.DELIVERABLE, this.head);
		long refused = asked(program, this.tests.itemOf(program, "Việc ba"), AdjustmentKind.DELIVERABLE, this.head);
		this.tests.adjustments.approve(program, approved, this.leader);
		this.tests.adjustments.refuse(program, refused, "Giữ nguyên", this.leader);
		String page = page(url + "/adjustments", this.leader).andReturn().getResponse().getContentAsString();
		int apart = page.indexOf("Đã xử lý</h2>");
		assertThat(page.indexOf("Chờ xử lý</h2>")).isPositive().isLessThan(apart);
		assertThat(page.substring(0, apart)).contains("/" + waiting + "/approval")
			.doesNotContain("Việc một", "Việc ba");
		assertThat(page.substring(apart)).contains("Việc một", "Việc ba").doesNotContain("Việc hai");
		String question = "Ban hành bản điều chỉnh với 1 thay đổi? Bản đã ban hành không sửa được nữa.";
		for (String from : List.of(url, url + "/adjustments")) {
			page(from, this.office).andExpect(content()
				.string(containsString(question + " Còn 1 đề nghị đang chờ quyết định, chưa vào bản này.\"")));
		}
		this.tests.adjustments.approve(program, waiting, this.leader);
		page(url, this.office).andExpect(content().string(containsString(question.replace("1 thay", "2 thay") + "\"")));
	}

	@Test
	void mistakes_are_told_in_the_order_of_the_form() throws Exception {
		long program = this.tests.published(this.monday, "Việc một");
		long item = this.tests.itemOf(program, "Việc một");
		String url = "/work-programs/" + program + "/adjustments";
		told(post(url).param("kind", "ADD").param("sourceNumber", "1/QĐ"), "#title", "#leadId", "#level", "#dueOn",
				"#sourceDate", "#reason");
		told(post(url).param("itemId", "" + item).param("kind", "DROP"), "#documentNumber", "#documentDate", "#reason");
		this.tests.adjustments.request(program,
				new AdjustmentPlan(AdjustmentKind.DEADLINE, item, null, null, null, null, this.monday, null, null, "x"),
				this.head);
		told(post(url).param("itemId", "" + item).param("kind", "DEADLINE"), "đang chờ", "#dueOn", "#reason");
		long open = this.tests.open(this.monday.plusWeeks(1));
		told(post("/work-programs/" + open + "/items").param("coordinatingIds", "" + this.tests.unit("VPCP"))
			.param("sourceNumber", "1/QĐ"), "#title", "#leadId", "#coordinatingIds", "#level", "#dueOn", "#sourceDate");
	}

	private void told(MockHttpServletRequestBuilder request, String... mistakes) throws Exception {
		String page = send(request, this.head.username()).andExpect(status().isUnprocessableContent())
			.andReturn()
			.getResponse()
			.getContentAsString();
		String summary = page.substring(page.indexOf("class=\"error-summary"));
		assertThat(summary.substring(0, summary.indexOf("</ul>"))).containsSubsequence(mistakes);
	}

	@Test
	void leader_reads_which_request_voids_another_and_each_change_its_own_reason() throws Exception {
		long program = this.tests.published(this.monday, "Việc một", "Việc hai", "Việc ba");
		String url = "/work-programs/" + program;
		long one = this.tests.itemOf(program, "Việc một");
		long two = this.tests.itemOf(program, "Việc hai");
		long lead = ask(program, AdjustmentKind.LEAD, one, this.tests.unit("CKHTC"), null, "Đổi đầu mối");
		long drop = ask(program, AdjustmentKind.DROP, one, null, null, "Thôi làm");
		page(url + "/adjustments", this.leader).andExpect(content().string(not(containsString("Cùng đầu việc"))));
		long move = ask(program, AdjustmentKind.MOVE, two, null, this.monday.plusDays(9), "Chờ ý kiến");
		ask(program, AdjustmentKind.DROP, two, null, null, "Hết cần");
		page(url + "/adjustments", this.leader)
			.andExpect(content().string(containsString("gửi trước: “Chuyển sang kỳ sau”.")))
			.andExpect(content().string(containsString("gửi sau: “Đưa ra khỏi chương trình”.")));
		this.tests.adjustments.approve(program, move, this.leader);
		page(url + "/adjustments", this.leader)
			.andExpect(content().string(containsString("gửi trước: “Chuyển sang kỳ sau”.")));
		this.tests.adjustments.approve(program, lead, this.leader);
		this.tests.adjustments.approve(program, drop, this.leader);
		this.tests.programs.publish(program, this.office);
		page(url + "/adjustments", this.leader).andExpect(content().string(not(containsString("Cùng đầu việc"))));
		String changes = page(url + "/versions/2", this.leader).andReturn().getResponse().getContentAsString();
		assertThat(changes).contains("Lý do: Đổi đầu mối</small>", "Lý do: Thôi làm</small>",
				"Lý do: Chờ ý kiến</small>");
		assertThat(changes.split("Lý do: Thôi làm", -1)).hasSize(2);
		page(url + "/paper", this.leader).andExpect(content().string(containsString("Lý do: Đổi đầu mối")))
			.andExpect(content().string(not(containsString("Thôi làm; Đổi"))));
	}

	private long ask(long program, AdjustmentKind kind, long item, Long lead, LocalDate day, String reason) {
		boolean drop = kind == AdjustmentKind.DROP;
		return this.tests.adjustments.request(program, new AdjustmentPlan(kind, item, null, lead, null, null, day,
				drop ? "12/QĐ-BTP" : null, drop ? this.tests.today() : null, reason), this.head);
	}

	private long asked(long program, long item, AdjustmentKind kind, Viewer viewer) {
		return this.tests.adjustments.request(program,
				new AdjustmentPlan(kind, item, null, null, "Tờ trình", null, null, null, null, "x"), viewer);
	}

	private long told(Viewer viewer, String key) {
		return this.jdbc.sql("select count(*) from notification where account_id = ? and message_key = ?")
			.params(viewer.accountId(), key)
			.query(Long.class)
			.single();
	}

	private long newest(long program) {
		return this.jdbc.sql("select max(id) from work_adjustment where program_id = ?")
			.param(program)
			.query(Long.class)
			.single();
	}

	private ResultActions send(MockHttpServletRequestBuilder request, String person) throws Exception {
		RequestPostProcessor signedIn = this.people.as(person);
		return this.mvc.perform(request.with(signedIn).with(csrf()));
	}

	private ResultActions page(String url, Viewer viewer) throws Exception {
		return this.mvc.perform(get(url).with(this.people.as(viewer.username()))).andExpect(status().isOk());
	}

}
