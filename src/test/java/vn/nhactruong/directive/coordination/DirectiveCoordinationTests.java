package vn.nhactruong.directive.coordination;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.HtmlUtils;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.AwaitedContribution;
import vn.nhactruong.directive.AwaitedRepository;
import vn.nhactruong.directive.ContributionStatus;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.TestDirectives;
import vn.nhactruong.directive.history.DirectiveAct;
import vn.nhactruong.directive.list.DirectiveRow;
import vn.nhactruong.directive.origin.IssueOrder;
import vn.nhactruong.directive.origin.Origin;
import vn.nhactruong.directive.page.DirectivePage;
import vn.nhactruong.directive.page.DirectivePages;
import vn.nhactruong.directive.page.Lateness;
import vn.nhactruong.directive.reminder.DirectiveObligations;
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.workingday.WorkingDays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What coordinating units owe the lead, and until when. */
@PortalTest
@Import(TestDirectives.class)
class DirectiveCoordinationTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private TestDirectives tests;

	@Autowired
	private Directives directives;

	@Autowired
	private DirectiveCoordination coordination;

	@Autowired
	private DirectivePages pages;

	@Autowired
	private DirectiveObligations obligations;

	@Autowired
	private AwaitedRepository awaited;

	@Autowired
	private WorkingDays workingDays;

	@Autowired
	private JdbcClient jdbc;

	private LocalDate today;

	private LocalDate due;

	private Viewer office;

	@BeforeEach
	void people() {
		this.today = this.tests.today();
		this.due = this.today.plusDays(40);
		this.office = this.tests.viewer(Role.OFFICE, "VPB");
	}

	@Test
	void coordinating_unit_is_due_before_the_lead_and_finds_it_on_its_desk() {
		long id = this.tests.received(this.due);
		AwaitedContribution one = only(id);
		assertThat(one.getDueOn()).isEqualTo(this.workingDays.before(this.due, 5).date()).isBefore(this.due);
		Viewer coordinator = this.tests.viewer(Role.CLERK, "CQLTHADS");
		assertThat(mine(coordinator, id)).singleElement().extracting(Obligation::dueOn).isEqualTo(one.getDueOn());
		this.directives.contribute(id, "Nhất trí", List.of(), false, coordinator);
		assertThat(mine(coordinator, id)).isEmpty();
		assertThat(only(id).getStatus()).isEqualTo(ContributionStatus.GIVEN);
		this.directives.contribute(id, "Bổ sung", List.of(), false, coordinator);
		assertThat(only(id).getSettledOn()).isEqualTo(this.today);
	}

	@Test
	void where_there_is_no_time_left_it_is_due_on_the_last_working_day_before_the_lead() {
		for (int days = 1; days < 12; days++) {
			LocalDate lead = this.today.plusDays(days);
			assertThat(only(this.tests.issued(lead)).getDueOn()).as("%s days", days)
				.isBefore(lead)
				.isAfterOrEqualTo(this.today);
		}
		LocalDate lead = this.workingDays.after(this.today, 3).date();
		assertThat(only(this.tests.issued(lead)).getDueOn()).isEqualTo(this.workingDays.before(lead, 1).date());
		assertThat(only(this.tests.issued(this.today)).getDueOn()).isEqualTo(this.today);
		assertThat(only(this.tests.issued(null)).getDueOn()).isNull();
	}

	@Test
	void each_unit_of_a_family_waits_for_itself_and_the_parent_for_nobody() {
		long parent = this.tests.issued(this.due, "CCNTT", "CKHTC");
		assertThat(this.awaited.findByDirectiveIdOrderByDueOnAscIdAsc(parent)).isEmpty();
		assertThat(this.jdbc.sql("""
				select count(*) from directive_awaited a join directive d on d.id = a.directive_id
				where d.parent_id = ?
				""").param(parent).query(Integer.class).single()).isEqualTo(2);
	}

	@Test
	void coordinating_unit_says_the_same_to_all_units_of_a_family_at_once() {
		long parent = this.tests.issued(this.due, "CCNTT", "CKHTC", "VTCCB");
		List<Long> units = children(parent);
		Viewer coordinator = this.tests.viewer(Role.CLERK, "CQLTHADS");
		assertThat(mine(coordinator, parent)).singleElement().satisfies((todo) -> {
			assertThat(todo.titleKey()).isEqualTo("directive.todo.contributeToAll");
			assertThat(todo.titleArgs().get(0)).isEqualTo(this.directives.load(parent, coordinator).getCode());
		});
		assertThat(units.stream().flatMap((unit) -> mine(coordinator, unit).stream())).isEmpty();
		assertThat(this.directives.contributable(units.get(1), coordinator)).isEqualTo(3);
		this.directives.contribute(units.get(0), "Riêng đơn vị này", List.of(), false, coordinator);
		assertThat(only(units.get(1)).getStatus()).isEqualTo(ContributionStatus.WAITED);
		this.directives.cancel(units.get(2), "Trùng", this.office);
		this.directives.contribute(units.get(1), "Nhất trí", List.of(), true, coordinator);
		assertThat(only(units.get(1)).getStatus()).isEqualTo(ContributionStatus.GIVEN);
		assertThat(said(units.get(0))).containsExactly("Riêng đơn vị này", "Nhất trí");
		assertThat(said(units.get(1))).containsExactly("Nhất trí");
		assertThat(said(units.get(2))).isEmpty();
		assertThat(units.stream().flatMap((unit) -> mine(coordinator, unit).stream())).isEmpty();
	}

	@Test
	void contribution_at_the_parent_reaches_every_unit() {
		IssueOrder order = new IssueOrder(this.tests.clause(), "Rà soát", "Rà soát",
				List.of(this.tests.unit("CCNTT"), this.tests.unit("CKHTC")), List.of(this.tests.unit("VPB")), List.of(),
				this.due, null);
		long parent = this.directives.issue(order, this.office);
		this.directives.contribute(parent, "Nhất trí", List.of(), false, this.office);
		assertThat(children(parent)).hasSize(2).allSatisfy((unit) -> {
			assertThat(only(unit).getStatus()).isEqualTo(ContributionStatus.GIVEN);
			assertThat(said(unit)).containsExactly("Nhất trí");
		});
		children(parent).forEach((unit) -> this.directives.cancel(unit, "Trùng", this.office));
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.directives.contribute(parent, "Bổ sung", List.of(), false, this.office));
	}

	@Test
	void parent_shows_until_when_and_how_far_each_coordinating_unit_is() {
		IssueOrder order = new IssueOrder(this.tests.clause(), "Rà soát", "Rà soát",
				List.of(this.tests.unit("CCNTT"), this.tests.unit("CKHTC"), this.tests.unit("VTCCB")),
				List.of(this.tests.unit("VPB"), this.tests.unit("CQLTHADS")), List.of(), this.due, null);
		long parent = this.directives.issue(order, this.office);
		List<Long> units = children(parent);
		assertThat(this.pages.page(parent, this.office).awaited()).hasSize(2).allSatisfy((one) -> {
			assertThat(one.key()).isEqualTo("directive.awaited.WAITED");
			assertThat(one.dueOn()).isEqualTo(this.workingDays.before(this.due, 5).date());
			assertThat(one.mayReschedule() || one.mayWaive() || one.inPart()).isFalse();
		});
		this.directives.contribute(units.get(0), "Nhất trí", List.of(), false, this.office);
		DirectivePage.AwaitedView part = of(parent, "VPB");
		assertThat(part.key()).isEqualTo("directive.awaited.WAITED");
		assertThat(part.inPart()).isTrue();
		assertThat(part.settled()).isEqualTo(1);
		assertThat(part.of()).isEqualTo(3);
		this.directives.cancel(units.get(2), "Trùng", this.office);
		this.directives.contribute(parent, "Nhất trí", List.of(), false, this.office);
		assertThat(of(parent, "VPB").key()).isEqualTo("directive.awaited.GIVEN");
		assertThat(of(parent, "VPB").settledOn()).isEqualTo(this.today);
		this.directives.markExample(parent);
		this.directives.letDaysPass(parent, 40);
		assertThat(of(parent, "CQLTHADS").key()).isEqualTo("directive.awaited.WAITED.late");
		assertThat(of(parent, "CQLTHADS").daysLate()).isPositive();
	}

	private DirectivePage.AwaitedView of(long parent, String unit) {
		return this.pages.page(parent, this.office)
			.awaited()
			.stream()
			.filter((one) -> one.unit().equals(this.tests.name(unit)))
			.findFirst()
			.orElseThrow();
	}

	private List<Long> children(long parent) {
		return this.jdbc.sql("select id from directive where parent_id = ? order by code")
			.param(parent)
			.query(Long.class)
			.list();
	}

	private List<String> said(long id) {
		return this.jdbc
			.sql("select text from directive_event where directive_id = ? and act = 'CONTRIBUTED' order by id")
			.param(id)
			.query(String.class)
			.list();
	}

	@Test
	void late_contribution_is_told_apart_from_what_the_lead_itself_is_late_by() throws Exception {
		long id = this.tests.received(this.today.plusDays(10));
		this.coordination.reschedule(id, only(id).getId(), this.today.plusDays(8), this.office);
		this.directives.markExample(id);
		this.directives.letDaysPass(id, 17);
		this.directives.contribute(id, "Nhất trí", List.of(), false, this.tests.viewer(Role.CLERK, "CQLTHADS"));
		this.directives.letDaysPass(id, 5);
		DirectivePage page = this.pages.page(id, this.office);
		assertThat(page.daysLate()).isEqualTo(12);
		assertThat(page.lateness())
			.extracting(DirectivePage.LateShare::part, DirectivePage.LateShare::unit, DirectivePage.LateShare::days)
			.containsExactly(
					org.assertj.core.groups.Tuple.tuple(Lateness.Part.COORDINATOR, this.tests.name("CQLTHADS"), 7),
					org.assertj.core.groups.Tuple.tuple(Lateness.Part.LEAD, this.tests.name("CCNTT"), 5));
		assertThat(html(id, this.people.as(Role.CLERK, "CCNTT")))
			.contains("Chờ " + this.tests.name("CQLTHADS") + ": 7 ngày", "Góp ý chậm 9 ngày");
	}

	@Test
	void lead_and_office_may_do_without_it_for_a_reason() throws Exception {
		long id = this.tests.received(this.due);
		send(id, "waiver", "reason", "Đã họp trực tiếp", this.people.as(Role.UNIT_HEAD, "CCNTT"))
			.andExpect(status().is3xxRedirection());
		assertThat(only(id).getStatus()).isEqualTo(ContributionStatus.WAIVED);
		assertThat(html(id, this.people.as(Role.OFFICE, "VPB"))).contains("Không cần ý kiến", "Đã họp trực tiếp");
		assertThat(mine(this.tests.viewer(Role.CLERK, "CQLTHADS"), id)).isEmpty();
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.coordination.waive(id, only(id).getId(), "Lần nữa", this.office))
			.withMessage("directive.error.contributionSettled");
	}

	@ParameterizedTest
	@CsvSource({ "CLERK,CCNTT,false,false", "UNIT_HEAD,CCNTT,true,false", "UNIT_HEAD,CQLTHADS,false,false",
			"CLERK,CQLTHADS,false,false", "OBSERVER,CCNTT,false,false", "OFFICE,VPB,true,true",
			"LEADER,BTP,true,true" })
	void truth_table(Role role, String unit, boolean waives, boolean reschedules) {
		Viewer viewer = this.tests.viewer(role, unit);
		long id = this.tests.received(this.due);
		allowed(reschedules, () -> this.coordination.reschedule(id, only(id).getId(), this.due.minusDays(9), viewer));
		allowed(waives, () -> this.coordination.waive(id, only(id).getId(), "Không cần", viewer));
	}

	private static void allowed(boolean allowed, Runnable act) {
		if (allowed) {
			act.run();
		}
		else {
			assertThatExceptionOfType(NotAllowedException.class).isThrownBy(act::run);
		}
	}

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource(delimiter = '|', textBlock = """
			waiver   | reason |            | Nêu lý do
			waiver   | reason | LONG       | dài tối đa 2.000 ký tự
			deadline | dueOn  |            | Nhập hạn góp ý mới
			deadline | dueOn  | 31/02/2027 | không phải một ngày
			deadline | dueOn  | PAST       | không được trước hôm nay
			deadline | dueOn  | AFTER      | phải trước hạn của đơn vị chủ trì
			deadline | dueOn  | SAME       | phải trước hạn của đơn vị chủ trì
			""")
	void bad_input_gets_its_sentence(String form, String field, String typed, String sentence) throws Exception {
		long id = this.tests.received(this.due);
		String value = (typed == null) ? "" : switch (typed) {
			case "LONG" -> "x".repeat(2001);
			// As the browser's date field sends it, and wants it back.
			case "PAST" -> this.today.minusDays(1).toString();
			case "AFTER" -> this.due.plusDays(1).toString();
			case "SAME" -> this.due.toString();
			default -> typed;
		};
		String html = send(id, form, field, value, this.people.as(Role.OFFICE, "VPB"))
			.andExpect(status().isUnprocessableContent())
			.andReturn()
			.getResponse()
			.getContentAsString();
		assertThat(HtmlUtils.htmlUnescape(html)).contains("id=\"error-summary\"", sentence, value);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void coordinating_unit_that_gets_the_lead_owes_nobody_anything_any_more(boolean declined) {
		long id = this.tests.received(this.due);
		Viewer coordinator = this.tests.viewer(Role.CLERK, "CQLTHADS");
		this.directives.contribute(id, "Nhất trí", List.of(), false, coordinator);
		long waited = this.tests.received(this.due);
		for (long one : List.of(id, waited)) {
			if (declined) {
				this.directives.decline(one, "Không thuộc chức năng", this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
				this.directives.acceptDeclination(one, this.tests.unit("CQLTHADS"), "Đúng chức năng hơn", this.office);
			}
			else {
				this.directives.reassign(one, this.tests.unit("CQLTHADS"), "Đúng chức năng hơn", this.office);
			}
			DirectivePage page = this.pages.page(one, this.office);
			assertThat(page.lead().name()).isEqualTo(this.tests.name("CQLTHADS"));
			assertThat(page.coordinators()).isEmpty();
			assertThat(mine(coordinator, one)).extracting(Obligation::titleKey)
				.containsExactly("directive.todo.receive");
		}
		assertThat(only(id).getStatus()).isEqualTo(ContributionStatus.GIVEN);
		assertThat(this.pages.page(id, coordinator).history()).extracting(DirectivePage.HistoryLine::act)
			.contains(DirectiveAct.CONTRIBUTED);
		assertThat(only(waited).getStatus()).isEqualTo(ContributionStatus.WAIVED);
		assertThat(only(waited).getReason()).isEqualTo("Đúng chức năng hơn");
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void coordinating_unit_that_gets_the_lead_of_one_of_a_family_stops_to_coordinate_the_family(boolean declined) {
		long family = this.tests.issued(this.due, "CCNTT", "VHTQT");
		List<Long> children = children(family);
		long unit = this.tests.unit("CKHTC");
		Viewer added = this.tests.viewer(Role.CLERK, "CKHTC");
		children.forEach((child) -> this.coordination.add(child, unit, this.today.plusDays(7), this.office));
		long given = led(children, "CCNTT");
		long other = led(children, "VHTQT");
		if (declined) {
			this.directives.decline(given, "Không thuộc chức năng", this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
			this.directives.acceptDeclination(given, unit, "Đúng chức năng hơn", this.office);
		}
		else {
			this.directives.receive(given, this.tests.viewer(Role.CLERK, "CCNTT"));
			this.directives.reassign(given, unit, "Đúng chức năng hơn", this.office);
		}
		// Another of its units is coordinated still.
		assertThat(this.directives.load(family, added).isCoordinatedBy(unit)).isTrue();
		this.coordination.remove(other, waited(other, unit).getId(), "Đã đủ", this.office);
		assertThatExceptionOfType(NotVisibleException.class).isThrownBy(() -> this.directives.load(family, added));
		assertThat(this.jdbc.sql("""
				select changes::text from audit_entry where area = 'directive' and subject_id = ?
				order by id desc limit 1
				""").param(given).query(String.class).single()).contains("directive.coordinatingUnit",
				this.tests.name("CKHTC"));
	}

	private long led(List<Long> children, String unit) {
		return children.stream()
			.filter((child) -> this.pages.page(child, this.office).lead().name().equals(this.tests.name(unit)))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void contribution_added_at_a_family_is_due_before_each_of_its_leads_own_days() throws Exception {
		long family = this.tests.issued(this.today.plusDays(5), "CCNTT", "VHTQT");
		List<Long> children = children(family);
		this.jdbc.sql("update directive set due_on = :due, version = version + 1 where id in (:ids)")
			.param("due", this.today.plusDays(20))
			.param("ids", children)
			.update();
		long unit = this.tests.unit("CKHTC");
		// Their parent keeps the day that was given first.
		assertThat(this.pages.page(family, this.office).dueOn()).isEqualTo(this.today.plusDays(5));
		assertThat(HtmlUtils.htmlUnescape(this.mvc
			.perform(get("/directives/" + family + "/coordinations/new").with(this.people.as(Role.OFFICE, "VPB")))
			.andReturn()
			.getResponse()
			.getContentAsString()))
			.contains("Trước hạn của đơn vị chủ trì (" + DateFormats.day(this.today.plusDays(20)));
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.coordination.add(family, unit, this.today.plusDays(20), this.office))
			.withMessage("directive.error.contributionAfterLead");
		this.coordination.add(family, unit, this.today.plusDays(19), this.office);
		assertThat(waited(children.get(0), unit).getDueOn()).isEqualTo(this.today.plusDays(19));
		this.directives.markExample(family);
		this.directives.letDaysPass(family, 6);
		assertThatExceptionOfType(RuleViolation.class).as("the parent's own day has passed")
			.isThrownBy(
					() -> this.coordination.add(family, this.tests.unit("VTCCB"), this.today.plusDays(15), this.office))
			.withMessage("directive.error.contributionAfterLead");
	}

	@Test
	void on_the_last_day_of_the_lead_a_contribution_is_due_that_day() throws Exception {
		long id = this.tests.received(this.today);
		RequestPostProcessor person = this.people.as(Role.OFFICE, "VPB");
		assertThat(HtmlUtils.htmlUnescape(this.mvc.perform(get("/directives/" + id + "/coordinations/new").with(person))
			.andReturn()
			.getResponse()
			.getContentAsString())).contains("hạn góp ý chỉ có thể là hôm nay");
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.coordination.reschedule(id, only(id).getId(), this.today.plusDays(1), this.office))
			.withMessage("directive.error.contributionToday");
		this.coordination.reschedule(id, only(id).getId(), this.today, this.office);
		this.coordination.add(id, this.tests.unit("CKHTC"), this.today, this.office);
		assertThat(waited(id, this.tests.unit("CKHTC")).getDueOn()).isEqualTo(this.today);
	}

	@Test
	void days_for_which_it_was_waited_for_stay_its_own_when_the_coordinating_unit_gets_the_lead() {
		long id = this.tests.received(this.today.plusDays(10));
		this.directives.markExample(id);
		this.directives.letDaysPass(id, 14);
		this.directives.reassign(id, this.tests.unit("CQLTHADS"), "Đúng chức năng hơn", this.office);
		this.directives.letDaysPass(id, 3);
		String unit = this.tests.name("CQLTHADS");
		assertThat(this.pages.page(id, this.office).lateness()).containsExactly(
				new DirectivePage.LateShare(Lateness.Part.COORDINATOR, unit, 4),
				new DirectivePage.LateShare(Lateness.Part.LEAD, unit, 3));
	}

	@Test
	void issuer_adds_a_unit_takes_it_off_and_adds_it_again() {
		long id = this.tests.received(this.due);
		Viewer added = this.tests.viewer(Role.CLERK, "CKHTC");
		Viewer lead = this.tests.viewer(Role.CLERK, "CCNTT");
		long unit = this.tests.unit("CKHTC");
		this.coordination.add(id, unit, this.today.plusDays(7), this.office);
		assertThat(mine(added, id)).singleElement().extracting(Obligation::dueOn).isEqualTo(this.today.plusDays(7));
		assertThat(told(added)).startsWith("directive.notice.coordinateDue");
		assertThat(told(lead)).startsWith("directive.notice.coordinatorAdded");
		assertThat(this.pages.page(id, added).ownDueOn()).isEqualTo(this.today.plusDays(7));
		this.coordination.remove(id, waited(id, unit).getId(), "Không còn liên quan", this.office);
		assertThat(mine(added, id)).isEmpty();
		assertThat(told(added)).startsWith("directive.notice.coordinationEnded");
		assertThat(told(lead)).startsWith("directive.notice.coordinatorRemoved");
		assertThat(
				this.jdbc.sql("select arguments::text from notification where account_id = ? order by id desc limit 2")
					.param(lead.accountId())
					.query(String.class)
					.list())
			.as("which unit")
			.hasSize(2)
			.allSatisfy((arguments) -> assertThat(arguments).contains(this.tests.name("CKHTC")));
		assertThatExceptionOfType(NotVisibleException.class).isThrownBy(() -> this.directives.load(id, added));
		this.coordination.add(id, unit, this.today.plusDays(9), this.office);
		DirectivePage page = this.pages.page(id, this.office);
		assertThat(page.history()).extracting(DirectivePage.HistoryLine::act)
			.startsWith(DirectiveAct.COORDINATOR_ADDED, DirectiveAct.COORDINATOR_REMOVED,
					DirectiveAct.COORDINATOR_ADDED);
		assertThat(page.awaited().stream().filter((one) -> one.unit().equals(this.tests.name("CKHTC")))).singleElement()
			.satisfies((one) -> assertThat(one.dueOn()).isEqualTo(this.today.plusDays(9)))
			.satisfies((one) -> assertThat(one.inPart()).isFalse())
			.satisfies((one) -> assertThat(one.mayRemove()).isTrue());
		this.directives.contribute(id, "Nhất trí", List.of(), false, added);
		this.coordination.remove(id,
				this.awaited.findByDirectiveIdOrderByDueOnAscIdAsc(id)
					.stream()
					.filter((one) -> one.getStatus() == ContributionStatus.GIVEN)
					.findFirst()
					.orElseThrow()
					.getId(),
				"Đã đủ", this.office);
		assertThat(this.pages.page(id, this.office).history()).extracting(DirectivePage.HistoryLine::act)
			.contains(DirectiveAct.CONTRIBUTED);
	}

	@Test
	void unit_can_be_added_to_what_is_overdue_already() {
		long id = this.tests.received(this.today.plusDays(3));
		this.directives.markExample(id);
		this.directives.letDaysPass(id, 6);
		this.coordination.add(id, this.tests.unit("CKHTC"), this.today.plusDays(2), this.office);
		assertThat(waited(id, this.tests.unit("CKHTC")).getDueOn()).isEqualTo(this.today.plusDays(2));
	}

	@Test
	void unit_added_to_a_family_coordinates_all_that_are_open_and_opens_it() {
		long family = this.tests.issued(this.due, "CCNTT", "VHTQT", "CPLQT");
		List<Long> children = this.pages.page(family, this.office).children().stream().map(DirectiveRow::id).toList();
		this.directives.cancel(children.get(2), "Trùng", this.office);
		Viewer added = this.tests.viewer(Role.CLERK, "CKHTC");
		this.coordination.add(family, this.tests.unit("CKHTC"), this.today.plusDays(7), this.office);
		assertThat(this.pages.page(family, added).children()).extracting(DirectiveRow::id)
			.containsExactly(children.get(0), children.get(1));
		assertThat(mine(added, family)).singleElement()
			.extracting(Obligation::titleKey)
			.isEqualTo("directive.todo.contributeToAll");
		this.coordination.remove(children.get(0), waited(children.get(0), this.tests.unit("CKHTC")).getId(), "Đã đủ",
				this.office);
		assertThat(this.pages.page(family, added).children()).extracting(DirectiveRow::id)
			.containsExactly(children.get(1));
		this.coordination.remove(children.get(1), waited(children.get(1), this.tests.unit("CKHTC")).getId(), "Đã đủ",
				this.office);
		assertThatExceptionOfType(NotVisibleException.class).isThrownBy(() -> this.directives.load(family, added));
		this.coordination.add(children.get(1), this.tests.unit("CKHTC"), this.today.plusDays(7), this.office);
		assertThat(this.pages.page(family, added).children()).extracting(DirectiveRow::id)
			.containsExactly(children.get(1));
	}

	@ParameterizedTest
	@CsvSource({ "CLERK,CCNTT,false", "UNIT_HEAD,CCNTT,false", "UNIT_HEAD,CQLTHADS,false", "OBSERVER,VPB,false",
			"OFFICE,VPB,true", "LEADER,BTP,true" })
	void only_the_issuer_changes_who_coordinates(Role role, String unit, boolean allowed) {
		Viewer viewer = this.tests.viewer(role, unit);
		long id = this.tests.received(this.due);
		long waited = only(id).getId();
		for (Runnable act : List.<Runnable>of(
				() -> this.coordination.add(id, this.tests.unit("CKHTC"), this.today.plusDays(7), viewer),
				() -> this.coordination.remove(id, waited, "Đã đủ", viewer))) {
			if (allowed) {
				act.run();
			}
			else {
				assertThatExceptionOfType(NotAllowedException.class).isThrownBy(act::run);
			}
		}
		assertThat(this.pages.page(id, viewer).acts().more().toString().contains("addCoordinator")).isEqualTo(allowed);
	}

	@Test
	void who_coordinates_a_directive_that_has_ended_stays() {
		long id = this.tests.received(this.due);
		long waited = only(id).getId();
		this.directives.cancel(id, "Không còn cần", this.office);
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.coordination.add(id, this.tests.unit("CKHTC"), this.today.plusDays(7), this.office))
			.withMessage("directive.error.closed");
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.coordination.remove(id, waited, "Đã đủ", this.office))
			.withMessage("directive.error.closed");
	}

	private AwaitedContribution waited(long id, long unit) {
		return this.awaited.findByDirectiveIdOrderByDueOnAscIdAsc(id)
			.stream()
			.filter((one) -> one.isWaited() && one.getOrganizationId() == unit)
			.findFirst()
			.orElseThrow();
	}

	/** The newest first. */
	private List<String> told(Viewer viewer) {
		return this.jdbc.sql("select message_key from notification where account_id = ? order by id desc")
			.param(viewer.accountId())
			.query(String.class)
			.list();
	}

	@Test
	void what_belongs_to_another_directive_is_not_found_here() throws Exception {
		long foreign = only(this.tests.received(this.due)).getId();
		long id = this.tests.received(this.due);
		RequestPostProcessor person = this.people.as(Role.OFFICE, "VPB");
		for (String form : List.of("waiver", "deadline", "removal")) {
			this.mvc.perform(get("/directives/" + id + "/coordinations/" + foreign + "/" + form).with(person))
				.andExpect(status().isNotFound());
		}
	}

	@Test
	void day_of_coordinating_units_is_checked_when_the_directive_is_given() {
		IssueOrder order = new IssueOrder(Origin.clause(this.tests.clause()), "Rà soát", "Rà soát",
				List.of(this.tests.unit("CCNTT")), List.of(this.tests.unit("CQLTHADS")), List.of(), this.due, null,
				this.due);
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> this.directives.issue(order, this.office))
			.withMessage("directive.error.contributionAfterLead");
	}

	private AwaitedContribution only(long id) {
		return this.awaited.findByDirectiveIdOrderByDueOnAscIdAsc(id).get(0);
	}

	private List<Obligation> mine(Viewer viewer, long id) {
		return this.obligations.obligationsOf(viewer)
			.stream()
			.filter((one) -> one.url().equals("/directives/" + id))
			.toList();
	}

	private String html(long id, RequestPostProcessor person) throws Exception {
		return HtmlUtils.htmlUnescape(this.mvc.perform(get("/directives/" + id).with(person))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	private ResultActions send(long id, String form, String field, String value, RequestPostProcessor person)
			throws Exception {
		return this.mvc
			.perform(post("/directives/" + id + "/coordinations/" + only(id).getId() + "/" + form).param(field, value)
				.with(person)
				.with(csrf()));
	}

}
