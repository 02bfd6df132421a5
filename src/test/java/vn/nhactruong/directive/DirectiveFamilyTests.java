package vn.nhactruong.directive;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.util.HtmlUtils;

import vn.nhactruong.PortalTest;
import vn.nhactruong.StatementCounter;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.extension.DirectiveExtensions;
import vn.nhactruong.directive.family.BulkForm;
import vn.nhactruong.directive.family.DirectiveFamilies;
import vn.nhactruong.directive.history.DirectiveAct;
import vn.nhactruong.directive.list.DirectiveQueries;
import vn.nhactruong.directive.list.DirectiveRow;
import vn.nhactruong.directive.page.DirectivePage;
import vn.nhactruong.directive.page.DirectivePages;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** A family's matrix, the acts on many of its units at once, and its end. */
@PortalTest
@Import(TestDirectives.class)
class DirectiveFamilyTests {

	private static final String FIRST = "CCNTT";

	private static final String SECOND = "CKHTC";

	private static final String THIRD = "VHTQT";

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
	private DirectiveFamilies families;

	@Autowired
	private DirectiveQueries queries;

	@Autowired
	private DirectivePages pages;

	@Autowired
	private DirectiveRepository repository;

	@Autowired
	private UnitDirectory units;

	@Autowired
	private JdbcClient jdbc;

	private LocalDate due;

	private Viewer office;

	private RequestPostProcessor clerkOfOffice;

	private long parent;

	@BeforeEach
	void family() {
		this.due = this.tests.today().plusDays(10);
		this.office = this.tests.viewer(Role.OFFICE, "VPB");
		this.clerkOfOffice = this.people.as(Role.OFFICE, "VPB");
		// Somebody there to be told.
		this.tests.viewer(Role.CLERK, FIRST);
		this.parent = this.tests.issued(this.due, FIRST, SECOND, THIRD);
	}

	@Test
	void coordinating_unit_is_told_once_of_an_order_to_many_and_each_lead_of_its_day() {
		Viewer coordinator = this.tests.viewer(Role.CLERK, "CQLTHADS");
		long order = this.tests.issued(this.due, FIRST, SECOND, THIRD);
		String code = this.jdbc.sql("select code from directive where id = ?")
			.param(order)
			.query(String.class)
			.single();
		assertThat(this.jdbc.sql("select message_key from notification where account_id = ?")
			.param(coordinator.accountId())
			.query(String.class)
			.list()).singleElement().asString().startsWith("directive.notice.coordinateFamily");
		assertThat(this.jdbc
			.sql("select arguments ->> 2 from notification where message_key = 'directive.notice.issuedDue' "
					+ "and arguments ->> 0 like ? || '.%'")
			.param(code)
			.query(String.class)
			.list()).isNotEmpty().containsOnly(DateFormats.day(this.due));
	}

	@Test
	void units_that_reported_are_verified_together_and_the_others_are_named() throws Exception {
		report(FIRST);
		report(SECOND);
		MvcResult done = send("bulk-verifications", FIRST, SECOND, THIRD);
		assertThat(done.getResponse().getRedirectedUrl()).isEqualTo("/directives/" + this.parent);
		assertThat(done.getFlashMap().get("flash")).isEqualTo("directive.done.bulk.verified");
		assertThat((Object[]) done.getFlashMap().get("flashArgs")).containsExactly(2);
		assertThat((List<?>) done.getFlashMap().get("refused")).singleElement()
			.asString()
			.startsWith(this.tests.name(THIRD) + ": ")
			.contains("không có báo cáo hoàn thành");
		assertThat(row(FIRST).status()).isEqualTo(DirectiveStatus.VERIFIED);
		assertThat(row(THIRD).status()).isEqualTo(DirectiveStatus.ISSUED);
		assertThat(acts(FIRST)).startsWith(DirectiveAct.VERIFIED);
	}

	@Test
	void clause_given_to_all_justice_departments_ends_as_a_closed_parent() throws Exception {
		String location = perform(post("/directives").param("clauseId", "" + this.tests.clause())
			.param("title", "Rà soát thủ tục hành chính")
			.param("text", "Rà soát thủ tục hành chính")
			.param("leadKinds", "PROVINCIAL_JUSTICE")
			.param("dueOn", DateFormats.day(this.due))).getResponse().getRedirectedUrl();
		this.parent = Long.parseLong(location.substring(location.lastIndexOf('/') + 1));
		List<DirectiveRow> children = this.queries.ofFamily(this.parent);
		assertThat(children).hasSize(this.tests.kind(OrganizationKind.PROVINCIAL_JUSTICE)).hasSize(34);
		assertThat(children).extracting((child) -> child.lead().name()).doesNotHaveDuplicates();
		List<String> codes = this.units.ofKind(OrganizationKind.PROVINCIAL_JUSTICE, null, this.tests.today())
			.stream()
			.map(Unit::code)
			.toList();
		codes.forEach(this::report);
		MvcResult done = send("bulk-verifications", codes.toArray(String[]::new));
		assertThat((Object[]) done.getFlashMap().get("flashArgs")).containsExactly(34);
		assertThat((List<?>) done.getFlashMap().get("refused")).isEmpty();
		assertThat(parent().getClosedOn()).isEqualTo(this.tests.today());
		assertThat(html(get(location))).contains("Tất cả đơn vị đã kết thúc nhiệm vụ");
	}

	@Test
	void more_time_is_given_together_and_keeps_reason_and_original_deadline() throws Exception {
		receive(THIRD);
		this.extensions.request(row(THIRD).id(), "Thiếu số liệu", this.due.plusDays(3),
				this.tests.viewer(Role.UNIT_HEAD, THIRD));
		MvcResult done = perform(
				request("bulk-extensions", FIRST, THIRD).param("dueOn", DateFormats.day(this.due.plusDays(20)))
					.param("reason", "Chờ hướng dẫn của Chính phủ"));
		assertThat((Object[]) done.getFlashMap().get("flashArgs")).containsExactly(1);
		assertThat((List<?>) done.getFlashMap().get("refused")).singleElement().asString().contains("đang xin gia hạn");
		assertThat(row(FIRST).dueOn()).isEqualTo(this.due.plusDays(20));
		assertThat(row(FIRST).extended()).isTrue();
		assertThat(row(SECOND).dueOn()).isEqualTo(this.due);
		assertThat(html(get("/directives/" + row(FIRST).id()))).contains("Chờ hướng dẫn của Chính phủ",
				DateFormats.day(this.due));
	}

	@Test
	void all_units_that_are_shown_and_open_are_chosen_by_one_link() throws Exception {
		this.tests.directives.cancel(row(SECOND).id(), "Trùng", this.tests.viewer(Role.OFFICE, "VPB"));
		String matrix = html(get("/directives/" + this.parent).param("chosen", "all"));
		assertThat(matrix).contains("chosen=all", "1 đã hủy");
		assertThat(matrix.split("name=\"chosen\"[^>]*checked", -1)).hasSize(this.queries.ofFamily(this.parent).size());
		assertThat(html(get("/directives/" + this.parent).param("chosen", "all").param("state", "REPORTED")))
			.doesNotContain("checked=\"checked\"");
	}

	@Test
	void a_unit_is_reminded_once_a_day_by_whomever() throws Exception {
		int before = told(row(FIRST).id());
		send("bulk-reminders", FIRST);
		assertThat(told(row(FIRST).id())).isGreaterThan(before);
		int after = told(row(FIRST).id());
		MvcResult again = send("bulk-reminders", FIRST);
		assertThat(again.getFlashMap().get("flashError")).isEqualTo("directive.error.bulkNone");
		assertThat(again.getFlashMap().get("flash")).isNull();
		assertThat(told(row(FIRST).id())).isEqualTo(after);
		perform(post("/directives/" + row(SECOND).id() + "/reminder"));
		assertThat(acts(SECOND)).startsWith(DirectiveAct.REMINDED);
	}

	@Test
	void a_reason_that_holds_for_many_units_is_told_once() throws Exception {
		send("bulk-reminders", FIRST, SECOND);
		report(THIRD);
		MvcResult again = send("bulk-reminders", FIRST, SECOND, THIRD);
		assertThat(again.getFlashMap().get("refusedUnits")).isEqualTo(3);
		assertThat((List<?>) again.getFlashMap().get("refused")).asString()
			.contains("Hôm nay đã đôn đốc rồi. 2 đơn vị: ", this.tests.name(FIRST), this.tests.name(SECOND),
					this.tests.name(THIRD) + ": Chỉ đôn đốc được");
		assertThat((List<?>) again.getFlashMap().get("refused")).hasSize(2);
	}

	@Test
	void family_tells_what_was_done_for_which_units_together() throws Exception {
		send("bulk-reminders", FIRST, THIRD);
		report(SECOND);
		send("bulk-verifications", FIRST, SECOND);
		LocalDate later = this.due.plusDays(20);
		perform(request("bulk-extensions", FIRST, THIRD).param("dueOn", DateFormats.day(later))
			.param("reason", "Chờ hướng dẫn của Chính phủ"));
		String history = html(get("/directives/" + this.parent));
		history = history.substring(history.indexOf("class=\"timeline\""));
		assertThat(history).containsSubsequence("Gia hạn cho 2 đơn vị đến " + DateFormats.day(later),
				"Chờ hướng dẫn của Chính phủ", "Nghiệm thu 1 đơn vị", this.tests.name(SECOND), "Đôn đốc 2 đơn vị");
		assertThat(this.jdbc.sql("select unit_ids from directive_event where directive_id = ? and act = ?")
			.params(this.parent, DirectiveAct.FAMILY_REMINDED.name())
			.query((row, number) -> List.of((Long[]) row.getArray(1).getArray()))
			.single()).containsExactlyInAnyOrder(this.tests.unit(FIRST), this.tests.unit(THIRD));
		assertThat(this.jdbc
			.sql("select count(*) from audit_entry where area = 'directive' and subject_id = ?"
					+ " and action like 'directive.audit.FAMILY_%'")
			.param(this.parent)
			.query(Integer.class)
			.single()).isEqualTo(3);
	}

	@Test
	void that_all_units_have_ended_comes_after_the_verification_that_ended_them() throws Exception {
		for (String unit : List.of(FIRST, SECOND, THIRD)) {
			report(unit);
		}
		send("bulk-verifications", FIRST);
		send("bulk-verifications", SECOND, THIRD);
		assertThat(this.pages.page(this.parent, this.office).history()).extracting(DirectivePage.HistoryLine::act)
			.startsWith(DirectiveAct.FAMILY_CLOSED, DirectiveAct.FAMILY_VERIFIED, DirectiveAct.FAMILY_VERIFIED);
		assertThat(html(get("/directives/" + this.parent))).doesNotContain("name=\"chosen\"",
				"Nghiệm thu đơn vị đã chọn");
	}

	@Test
	void family_tells_of_those_for_whom_it_was_done_even_if_the_rest_never_came() {
		report(FIRST);
		report(SECOND);
		long second = row(SECOND).id();
		this.jdbc.sql("""
				create function die() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$;
				create trigger die before update on directive for each row when (old.id = %d) execute function die();
				""".formatted(second)).update();
		try {
			assertThatException().isThrownBy(() -> this.families.verify(this.parent, form(FIRST, SECOND), this.office))
				.withMessageContaining("power cut");
		}
		finally {
			this.jdbc.sql("drop function die() cascade").update();
		}
		assertThat(this.pages.page(this.parent, this.office).history().get(0))
			.extracting(DirectivePage.HistoryLine::act, DirectivePage.HistoryLine::units)
			.containsExactly(DirectiveAct.FAMILY_VERIFIED, List.of(this.tests.name(FIRST)));
		assertThat(row(SECOND).status()).isEqualTo(DirectiveStatus.REPORTED);
	}

	@Test
	void unit_that_has_ended_waits_for_no_contribution_any_more() {
		Viewer coordinator = this.tests.viewer(Role.CLERK, "CQLTHADS");
		report(FIRST);
		this.directives.verify(row(FIRST).id(), this.office);
		DirectivePage page = this.pages.page(this.parent, coordinator);
		assertThat(page.answers().get(row(FIRST).id()).key()).isEqualTo("directive.awaited.NONE");
		assertThat(page.answers().get(row(SECOND).id()).key()).isEqualTo("directive.awaited.WAITED");
	}

	@Test
	void only_units_for_whom_something_is_left_can_be_chosen() throws Exception {
		report(FIRST);
		this.directives.verify(row(FIRST).id(), this.office);
		receive(SECOND);
		this.directives.decline(row(SECOND).id(), "Không thuộc chức năng", this.tests.viewer(Role.UNIT_HEAD, SECOND));
		String html = html(get("/directives/" + this.parent).param("chosen", "all"));
		assertThat(html.split("name=\"chosen\"", -1)).hasSize(2);
		assertThat(chosen(html)).containsExactly(row(THIRD).seen());
		assertThat(html).contains("data-confirm=\"Nghiệm thu nhiệm vụ của {n} đơn vị đã chọn?");
		assertThat(html(get("/directives/" + this.parent).param("state", "VERIFIED"))).contains(row(FIRST).code())
			.doesNotContain("name=\"chosen\"", "Nghiệm thu đơn vị đã chọn");
	}

	@Test
	void what_was_possible_for_nobody_is_not_told_as_done() throws Exception {
		send("bulk-verifications", FIRST, SECOND);
		assertThat(html(get("/directives/" + this.parent))).doesNotContain("Nghiệm thu 0 đơn vị");
		assertThat(this.jdbc.sql("select count(*) from directive_event where directive_id = ? and act = ?")
			.params(this.parent, DirectiveAct.FAMILY_VERIFIED.name())
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void summary_says_how_many_units_have_more_time_and_until_when() throws Exception {
		assertThat(html(get("/directives/" + this.parent))).doesNotContain("Hạn chung");
		LocalDate later = this.due.plusDays(20);
		perform(request("bulk-extensions", FIRST, THIRD).param("dueOn", DateFormats.day(later))
			.param("reason", "Chờ số liệu"));
		assertThat(html(get("/directives/" + this.parent))).containsSubsequence("Hạn chung", DateFormats.day(this.due),
				"2 đơn vị được gia hạn đến " + DateFormats.day(later));
		assertThat(this.pages.page(this.parent, this.office).laterUnits()).containsExactly(entry(later, 2L));
		this.directives.cancel(row(THIRD).id(), "Trùng", this.office);
		assertThat(this.pages.page(this.parent, this.office).laterUnits()).containsExactly(entry(later, 1L));
	}

	@Test
	void family_whose_units_all_have_more_time_is_not_overdue() throws Exception {
		perform(request("bulk-extensions", FIRST, SECOND, THIRD).param("dueOn", DateFormats.day(this.due.plusDays(40)))
			.param("reason", "Chờ số liệu"));
		this.directives.markExample(this.parent);
		this.directives.letDaysPass(this.parent, 12);
		assertThat(this.pages.page(this.parent, this.office).chip().tone()).isNotEqualTo("late");
		this.directives.letDaysPass(this.parent, 40);
		assertThat(this.pages.page(this.parent, this.office).chip().key()).isEqualTo("directive.chip.overdue");
	}

	@Test
	void extension_of_many_tells_all_that_is_wrong_in_one_round() throws Exception {
		String none = refused(post("/directives/" + this.parent + "/bulk-extensions"));
		assertThat(none).contains("Chọn ít nhất một đơn vị", "Nhập hạn mới", "Nêu lý do gia hạn");
		String mistyped = refused(request("bulk-extensions", FIRST).param("dueOn", "31/02/2027"));
		assertThat(mistyped).contains("không phải một ngày", "Nêu lý do gia hạn").doesNotContain("Nhập hạn mới");
		String early = refused(request("bulk-extensions", FIRST, SECOND).param("dueOn", DateFormats.day(this.due)));
		assertThat(early).contains("Hạn mới phải sau hạn hiện nay (" + DateFormats.day(this.due), "Nêu lý do gia hạn");
		assertThat(row(FIRST).extended()).isFalse();
	}

	@Test
	void coordinating_unit_opens_the_family_and_sees_whom_it_has_answered() throws Exception {
		String clerk = this.people.add(Role.CLERK, "CQLTHADS");
		RequestPostProcessor coordinator = this.people.as(clerk);
		this.directives.contribute(row(FIRST).id(), "Nhất trí", List.of(), false, this.people.viewer(clerk));
		send("bulk-reminders", SECOND);
		String html = HtmlUtils.htmlUnescape(this.mvc.perform(get("/directives/" + this.parent).with(coordinator))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
		assertThat(html)
			.contains(row(FIRST).code(), row(SECOND).code(), row(THIRD).code(), "Ý kiến của đơn vị bạn",
					"Đã góp ý ngày " + DateFormats.day(this.tests.today()), "Gửi ý kiến phối hợp", "Đôn đốc 1 đơn vị")
			.doesNotContain("name=\"chosen\"", "Đôn đốc đơn vị đã chọn", "/bulk-reminders")
			.containsSubsequence("<h2>Yêu cầu", "Hạn góp ý của đơn vị bạn", "id=\"matrix\"");
		assertThat(html.split(Pattern.quote("Chờ ý kiến"), -1).length).isGreaterThanOrEqualTo(3);
		assertThat(this.mvc.perform(get("/directives/" + row(SECOND).id()).with(coordinator))
			.andReturn()
			.getResponse()
			.getContentAsString()).contains("/directives/" + this.parent + "\"");
		this.mvc.perform(request("bulk-reminders", FIRST).with(coordinator).with(csrf()))
			.andExpect(status().isForbidden());
		this.mvc.perform(get("/directives/" + this.parent).with(this.people.as(Role.UNIT_HEAD, FIRST)))
			.andExpect(status().isNotFound());
		assertThat(this.queries
			.list(new ListRequest("/directives", Map.of("family", new String[] { "1" })), this.people.viewer(clerk))
			.rows()).isEmpty();
	}

	@Test
	void page_of_a_family_costs_its_coordinators_the_same_with_three_units_as_with_one_more() throws Exception {
		Viewer coordinator = this.tests.viewer(Role.CLERK, "CQLTHADS");
		long larger = this.tests.issued(this.due, FIRST, SECOND, THIRD, "VTCCB");
		int cost = StatementCounter.during(() -> this.pages.page(this.parent, coordinator)).size();
		StatementCounter.expect(cost, () -> this.pages.page(larger, coordinator));
	}

	private String refused(MockHttpServletRequestBuilder request) throws Exception {
		return HtmlUtils.htmlUnescape(this.mvc.perform(request.with(this.clerkOfOffice).with(csrf()))
			.andExpect(status().isUnprocessableContent())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	@Test
	void what_changed_since_one_looked_is_not_decided_on() {
		report(FIRST);
		BulkForm form = form(FIRST);
		this.directives.returnReport(row(FIRST).id(), "Thiếu số liệu", this.office);
		this.directives.report(row(FIRST).id(),
				new CompletionText("Xong", "2/BC", this.tests.today(), "Báo cáo kết quả"), List.of(),
				this.tests.viewer(Role.UNIT_HEAD, FIRST));
		DirectiveFamilies.Result result = this.families.verify(this.parent, form, this.office);
		assertThat(result.done()).isZero();
		assertThat(result.refused()).singleElement()
			.extracting(DirectiveFamilies.Refusal::key)
			.isEqualTo("directive.error.changedMeanwhile");
		assertThat(row(FIRST).status()).isEqualTo(DirectiveStatus.REPORTED);
	}

	@Test
	void family_closes_with_its_last_unit_and_opens_again_with_one() throws Exception {
		report(FIRST);
		report(SECOND);
		this.families.verify(this.parent, form(FIRST, SECOND), this.office);
		assertThat(parent().getClosedOn()).isNull();
		this.directives.cancel(row(THIRD).id(), "Không còn phù hợp", this.office);
		assertThat(parent().getClosedOn()).isEqualTo(this.tests.today());
		assertThat(html(get("/directives/" + this.parent))).contains("Tất cả đơn vị đã kết thúc nhiệm vụ");
	}

	@Test
	void two_last_units_that_end_at_once_close_the_family_once() throws Exception {
		report(FIRST);
		report(SECOND);
		this.directives.cancel(row(THIRD).id(), "Không còn phù hợp", this.office);
		long one = row(FIRST).id();
		long other = row(SECOND).id();
		Stream.of(one, other)
			.map((id) -> CompletableFuture.runAsync(() -> this.directives.verify(id, this.office)))
			.toList()
			.forEach((verified) -> verified.orTimeout(60, TimeUnit.SECONDS).join());
		assertThat(parent().getClosedOn()).isEqualTo(this.tests.today());
		assertThat(
				this.jdbc.sql("select count(*) from directive_event where directive_id = ? and act = 'FAMILY_CLOSED'")
					.param(this.parent)
					.query(Integer.class)
					.single())
			.isEqualTo(1);
	}

	@Test
	void matrix_is_filtered_and_sorted_by_the_address() throws Exception {
		receive(SECOND);
		this.directives.progress(row(SECOND).id(), 70, "Bảy phần mười", List.of(),
				this.tests.viewer(Role.CLERK, SECOND));
		String sorted = html(get("/directives/" + this.parent).param("sort", "-percent"));
		assertThat(sorted.indexOf("/directives/" + row(SECOND).id() + "\""))
			.isLessThan(sorted.indexOf("/directives/" + row(FIRST).id() + "\""));
		String filtered = html(get("/directives/" + this.parent).param("state", "IN_PROGRESS"));
		assertThat(filtered).contains("/directives/" + row(SECOND).id() + "\"")
			.doesNotContain("/directives/" + row(FIRST).id() + "\"");
		assertThat(html(get("/directives/" + this.parent).param("timeliness", "OPEN_OVERDUE")))
			.contains("Không có đơn vị nào khớp");
	}

	@Test
	void filter_order_and_choice_survive_an_act() throws Exception {
		receive(THIRD);
		MvcResult done = perform(
				request("bulk-reminders", FIRST, SECOND).param("state", "ISSUED").param("sort", "-unit"));
		String address = "/directives/" + this.parent + "?state=ISSUED&sort=-unit";
		assertThat(done.getResponse().getRedirectedUrl()).isEqualTo(address);
		String matrix = html(after(get(address), done));
		assertThat(chosen(matrix)).containsExactlyInAnyOrder(row(SECOND).seen(), row(FIRST).seen());
		report(FIRST);
		MvcResult verified = perform(request("bulk-verifications", FIRST).param("sort", "-unit"));
		assertThat(chosen(html(after(get("/directives/" + this.parent), verified)))).isEmpty();
	}

	@Test
	void refused_act_keeps_filter_and_order_in_all_links() throws Exception {
		String html = HtmlUtils.htmlUnescape(this.mvc
			.perform(request("bulk-extensions", FIRST).param("timeliness", "OPEN_IN_TIME")
				.with(this.clerkOfOffice)
				.with(csrf()))
			.andExpect(status().isUnprocessableContent())
			.andReturn()
			.getResponse()
			.getContentAsString());
		assertThat(html)
			.contains("Nhập hạn mới", "Nêu lý do gia hạn",
					"href=\"/directives/" + this.parent + "?timeliness=OPEN_IN_TIME&sort=due\"",
					"<input type=\"hidden\" name=\"timeliness\" value=\"OPEN_IN_TIME\">")
			.doesNotContain("bulk-extensions?");
		assertThat(chosen(html)).containsExactly(row(FIRST).seen());
	}

	@Test
	void what_is_behind_schedule_is_found_by_these_words_and_counts_as_in_time() throws Exception {
		this.parent = this.tests.issued(this.tests.today().plusDays(40), FIRST, SECOND, THIRD);
		this.directives.markExample(this.parent);
		this.directives.letDaysPass(this.parent, 20);
		receive(FIRST);
		this.directives.progress(row(FIRST).id(), 90, "Gần xong", List.of(), this.tests.viewer(Role.CLERK, FIRST));
		String all = html(get("/directives/" + this.parent));
		assertThat(all).contains("2 chậm so với kế hoạch", "<option value=\"SLIPPING\"");
		String slipping = html(get("/directives/" + this.parent).param("timeliness", "SLIPPING"));
		assertThat(slipping).contains(row(SECOND).code(), row(THIRD).code(), "2 trên 3 đơn vị")
			.doesNotContain(row(FIRST).code());
		assertThat(html(get("/directives/" + this.parent).param("timeliness", "OPEN_IN_TIME")))
			.contains("3 trên 3 đơn vị");
		String list = html(get("/directives").param("timeliness", "SLIPPING").param("q", row(SECOND).code()));
		assertThat(list).contains("/directives/" + row(SECOND).id() + "\"").doesNotContain("không hiểu");
		assertThat(html(get("/directives").param("timeliness", "SLIPPING").param("q", row(FIRST).code())))
			.doesNotContain("/directives/" + row(FIRST).id() + "\"");
	}

	/** The page that an act led to. */
	private static MockHttpServletRequestBuilder after(MockHttpServletRequestBuilder page, MvcResult act) {
		return page.requestAttr(DispatcherServlet.INPUT_FLASH_MAP_ATTRIBUTE, act.getFlashMap());
	}

	private static List<String> chosen(String html) {
		return Pattern.compile("name=\"chosen\" value=\"([^\"]+)\"[^>]*checked")
			.matcher(html)
			.results()
			.map((box) -> box.group(1))
			.toList();
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|',
			textBlock = """
					bulk-reminders     | nothing chosen   | x=y                                      | Chọn ít nhất một đơn vị
					bulk-verifications | nothing chosen   | x=y                                      | Chọn ít nhất một đơn vị
					bulk-verifications | no choice at all | chosen=abc                               | không thuộc nhiệm vụ này
					bulk-verifications | another family   | chosen=FOREIGN                           | không thuộc nhiệm vụ này
					bulk-extensions    | nothing chosen   | dueOn=LATER&reason=KEPT                  | Chọn ít nhất một đơn vị
					bulk-extensions    | day missing      | chosen=FIRST&reason=KEPT                 | Nhập hạn mới
					bulk-extensions    | day not later    | chosen=FIRST&dueOn=SAME&reason=KEPT      | Hạn mới phải sau hạn hiện nay
					bulk-extensions    | no day           | chosen=FIRST&dueOn=31/02/2027&reason=KEPT | không phải một ngày
					bulk-extensions    | reason missing   | chosen=FIRST&dueOn=LATER                 | Nêu lý do gia hạn
					bulk-extensions    | reason too long  | chosen=FIRST&dueOn=LATER&reason=LONG     | dài tối đa 2.000 ký tự
					""")
	void bad_input_gets_its_sentence_and_keeps_what_was_chosen(String form, String name, String typed, String sentence)
			throws Exception {
		MockHttpServletRequestBuilder request = post("/directives/" + this.parent + "/" + form);
		for (String pair : typed.split("&")) {
			String value = pair.substring(pair.indexOf('=') + 1);
			request.param(pair.substring(0, pair.indexOf('=')), switch (value) {
				case "FIRST" -> row(FIRST).seen();
				case "FOREIGN" -> this.tests.issued(this.due) + "-0";
				case "SAME" -> DateFormats.day(this.due);
				case "LATER" -> DateFormats.day(this.due.plusDays(5));
				case "LONG" -> "x".repeat(2001);
				case "KEPT" -> "Giu nguyen van";
				default -> value;
			});
		}
		String html = HtmlUtils.htmlUnescape(this.mvc.perform(request.with(this.clerkOfOffice).with(csrf()))
			.andExpect(status().isUnprocessableContent())
			.andReturn()
			.getResponse()
			.getContentAsString());
		assertThat(html).contains("id=\"error-summary\"", sentence);
		if (typed.contains("KEPT")) {
			assertThat(html).contains("Giu nguyen van");
		}
		if (typed.contains("FIRST")) {
			assertThat(html).contains("checked=\"checked\"");
		}
	}

	@Test
	void only_who_directs_acts_on_many() {
		BulkForm form = form(FIRST);
		assertThatExceptionOfType(NotVisibleException.class)
			.isThrownBy(() -> this.families.remind(this.parent, form, this.tests.viewer(Role.UNIT_HEAD, FIRST)));
		assertThatExceptionOfType(NotAllowedException.class)
			.isThrownBy(() -> this.directives.remind(row(FIRST).id(), this.tests.viewer(Role.UNIT_HEAD, FIRST)));
		assertThatExceptionOfType(NotAllowedException.class)
			.isThrownBy(() -> this.families.remind(this.parent, form, this.tests.viewer(Role.OBSERVER, "VPB")));
	}

	@Test
	void nobody_is_reminded_of_what_waits_for_somebody_else() {
		report(FIRST);
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.directives.remind(row(FIRST).id(), this.office))
			.withMessage("directive.error.cannotRemind");
	}

	private Directive parent() {
		return this.repository.findById(this.parent).orElseThrow();
	}

	private void receive(String unit) {
		this.directives.receive(row(unit).id(), this.tests.viewer(Role.CLERK, unit));
	}

	private void report(String unit) {
		receive(unit);
		this.directives.report(row(unit).id(),
				new CompletionText("Xong", "1/BC", this.tests.today(), "Báo cáo kết quả"), List.of(),
				this.tests.viewer(Role.UNIT_HEAD, unit));
	}

	private DirectiveRow row(String unit) {
		return this.queries.ofFamily(this.parent)
			.stream()
			.filter((row) -> row.lead().name().equals(this.tests.name(unit)))
			.findFirst()
			.orElseThrow();
	}

	private BulkForm form(String... units) {
		BulkForm form = new BulkForm();
		form.setChosen(Stream.of(units).map((unit) -> row(unit).seen()).toList());
		return form;
	}

	private List<DirectiveAct> acts(String unit) {
		return this.jdbc.sql("select act from directive_event where directive_id = ? order by id desc")
			.param(row(unit).id())
			.query((line, number) -> DirectiveAct.valueOf(line.getString(1)))
			.list();
	}

	private int told(long id) {
		return this.jdbc.sql("select count(*) from notification where url = ?")
			.param("/directives/" + id)
			.query(Integer.class)
			.single();
	}

	private MockHttpServletRequestBuilder request(String form, String... units) {
		return post("/directives/" + this.parent + "/" + form).param("chosen",
				Stream.of(units).map((unit) -> row(unit).seen()).toArray(String[]::new));
	}

	private MvcResult send(String form, String... units) throws Exception {
		return perform(request(form, units));
	}

	private MvcResult perform(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(this.clerkOfOffice).with(csrf()))
			.andExpect(status().is3xxRedirection())
			.andReturn();
	}

	private String html(MockHttpServletRequestBuilder request) throws Exception {
		return HtmlUtils.htmlUnescape(this.mvc.perform(request.with(this.clerkOfOffice))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

}
