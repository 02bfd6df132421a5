package vn.nhactruong.directive.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.TestDirectives;
import vn.nhactruong.directive.assignment.AssignmentForm;
import vn.nhactruong.directive.assignment.DirectiveAssignments;
import vn.nhactruong.directive.extension.DirectiveExtensions;
import vn.nhactruong.directive.origin.IssueOrder;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Role;
import vn.nhactruong.workingday.WorkingDays;

import static org.assertj.core.api.Assertions.assertThat;

/** Reminders go up step by step, and to nobody twice. */
@PortalTest
@Import(TestDirectives.class)
class ReminderLadderTests {

	@Autowired
	private TestDirectives tests;

	@Autowired
	private Directives directives;

	@Autowired
	private DirectiveExtensions extensions;

	@Autowired
	private DirectiveAssignments assignments;

	@Autowired
	private ReminderLadder ladder;

	@Autowired
	private WorkingDays workingDays;

	@Autowired
	private UnitDirectory units;

	@Autowired
	private JdbcClient jdbc;

	/** Far ahead, so that what other tests left behind is overdue by then. */
	private LocalDate due;

	private Viewer clerk;

	private Viewer head;

	private Viewer office;

	private Viewer leader;

	@BeforeEach
	void people() {
		this.due = this.workingDays.onOrAfter(this.tests.today().plusDays(60));
		this.clerk = this.tests.viewer(Role.CLERK, "CCNTT");
		this.head = this.tests.viewer(Role.UNIT_HEAD, "CCNTT");
		this.office = this.tests.viewer(Role.OFFICE, "VPB");
		this.leader = this.tests.viewer(Role.LEADER, "BTP");
	}

	@ParameterizedTest
	@CsvSource({ "-8,''", "-7,CLERK", "-3,CLERK", "-2,CLERK HEAD", "0,CLERK HEAD", "1,OFFICE", "6,OFFICE",
			"7,OFFICE LEADER" })
	void each_step_comes_on_its_working_day(int day, String steps) {
		long id = this.tests.received(this.due);
		this.ladder.climb(on(day));
		assertThat(steps(id))
			.containsExactlyInAnyOrder(Stream.of(steps.split(" ")).filter((s) -> !s.isEmpty()).toArray(String[]::new));
	}

	@Test
	void each_person_is_told_once_of_a_step_and_by_the_right_step() {
		long id = this.tests.received(this.due);
		this.ladder.climb(on(-7));
		this.ladder.climb(on(-7));
		this.ladder.climb(on(-6));
		assertThat(told(id, this.clerk)).isEqualTo(1);
		assertThat(told(id, this.head)).isZero();
		this.ladder.climb(on(-2));
		assertThat(told(id, this.clerk)).isEqualTo(1);
		assertThat(told(id, this.head)).isEqualTo(1);
		int digests = messages(this.leader);
		this.ladder.climb(on(8));
		assertThat(told(id, this.office)).isEqualTo(1);
		assertThat(told(id, this.leader)).isEqualTo(1);
		assertThat(messages(this.leader) - digests).as("one digest, however many").isEqualTo(1);
	}

	@Test
	void two_nodes_at_the_same_time_send_each_message_once() {
		long id = this.tests.received(this.due);
		int before = messages(this.clerk);
		Stream.of(1, 2, 3, 4)
			.map((node) -> CompletableFuture.runAsync(() -> this.ladder.climb(on(-7))))
			.toList()
			.forEach((run) -> run.orTimeout(60, TimeUnit.SECONDS).join());
		assertThat(told(id, this.clerk)).isEqualTo(1);
		assertThat(messages(this.clerk) - before).isEqualTo(distinctlyTold(this.clerk));
	}

	@Test
	void approved_deadline_starts_a_new_ladder() {
		long id = this.tests.received(this.due);
		this.ladder.climb(on(-7));
		long extension = this.extensions.request(id, "Chờ số liệu", this.due.plusDays(30), this.head);
		this.extensions.approve(id, extension, this.office);
		this.ladder.climb(this.workingDays.before(this.due.plusDays(30), 7).date());
		assertThat(told(id, this.clerk)).isEqualTo(2);
	}

	@Test
	void silent_while_an_extension_waits_for_less_than_two_days() {
		this.due = this.workingDays.after(this.tests.today(), 3).date();
		long id = this.tests.received(this.due);
		this.extensions.request(id, "Chờ số liệu", this.due.plusDays(30), this.head);
		LocalDate asked = this.workingDays.onOrAfter(this.tests.today());
		this.ladder.climb(asked);
		assertThat(steps(id)).isEmpty();
		this.ladder.climb(this.workingDays.after(this.tests.today(), 2).date());
		assertThat(steps(id)).contains("CLERK");
	}

	@Test
	void extension_that_was_refused_is_escalated_to_office_and_leaders() {
		long id = this.tests.received(this.due);
		long extension = this.extensions.request(id, "Chờ số liệu", this.due.plusDays(30), this.head);
		this.extensions.refuse(id, extension, "Đủ thời gian", this.office);
		this.ladder.climb(on(-2));
		assertThat(told(id, this.head)).isEqualTo(1);
		this.ladder.climb(on(1));
		assertThat(told(id, this.office)).isEqualTo(1);
		assertThat(told(id, this.leader)).isZero();
		this.ladder.climb(on(7));
		assertThat(told(id, this.leader)).isEqualTo(1);
	}

	@Test
	void assigned_person_stands_for_the_clerks_and_a_substitute_silences_until_they_stand_in_no_more() {
		Viewer other = this.tests.viewer(Role.CLERK, "CCNTT");
		long id = this.tests.received(this.due);
		AssignmentForm form = new AssignmentForm();
		form.setAccountId(other.accountId());
		this.assignments.assign(id, form, this.head);
		this.ladder.climb(on(-7));
		assertThat(told(id, other)).isEqualTo(1);
		assertThat(told(id, this.clerk)).isZero();
		AssignmentForm changed = this.assignments.edit(id, this.head);
		changed.setSubstituteId(this.clerk.accountId());
		changed.setSubstituteUntil(on(7));
		this.assignments.assign(id, changed, this.head);
		this.ladder.climb(on(-2));
		this.ladder.climb(on(1));
		this.ladder.climb(on(7));
		assertThat(steps(id)).containsExactly("CLERK");
		this.ladder.climb(on(8));
		assertThat(told(id, this.head)).isZero();
		assertThat(told(id, this.office)).isEqualTo(1);
		assertThat(told(id, this.leader)).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "-7,CLERK", "-2,UNIT_HEAD", "1,OFFICE", "7,LEADER" })
	void reminder_comes_to_the_role_that_it_concerns(int day, Role role) {
		long id = this.tests.received(this.due);
		Viewer told = switch (role) {
			case CLERK -> this.clerk;
			case UNIT_HEAD -> this.head;
			case OFFICE -> this.office;
			default -> this.leader;
		};
		this.ladder.climb(on(day));
		assertThat(this.jdbc
			.sql("select grant_ids[1] from notification where account_id = ? and message_key like ? order by id desc")
			.params(told.accountId(), "directive.notice.ladder.%")
			.query(Long.class)
			.list()
			.get(0)).isEqualTo(told.acting().id());
	}

	@Test
	void coordinating_unit_is_reminded_before_its_own_day_until_it_contributed() {
		Viewer coordinator = this.tests.viewer(Role.CLERK, "CQLTHADS");
		long id = this.tests.received(this.due);
		long other = this.tests.received(this.due);
		this.directives.contribute(other, "Nhất trí", List.of(), false, coordinator);
		this.ladder.climb(on(-7));
		assertThat(told(id, coordinator)).isEqualTo(1);
		assertThat(told(other, coordinator)).isZero();
	}

	@Test
	void each_coordinating_unit_is_told_of_its_own_part_once() {
		this.due = this.workingDays.onOrAfter(this.tests.today().plusDays(130));
		Viewer first = this.tests.viewer(Role.CLERK, "CQLTHADS");
		Viewer second = this.tests.viewer(Role.CLERK, "CKHTC");
		long id = this.directives.issue(
				new IssueOrder(this.tests.clause(), "Rà soát", "Rà soát", List.of(this.tests.unit("CCNTT")),
						List.of(this.tests.unit("CQLTHADS"), this.tests.unit("CKHTC")), List.of(), this.due, null),
				this.office);
		this.ladder.climb(on(-7));
		assertThat(units(id, first)).containsExactly(this.tests.name("CQLTHADS"));
		assertThat(units(id, second)).containsExactly(this.tests.name("CKHTC"));
		Viewer late = this.tests.viewer(Role.CLERK, "CQLTHADS");
		this.ladder.climb(on(-7));
		assertThat(units(id, late)).as("new to one of them").containsExactly(this.tests.name("CQLTHADS"));
		assertThat(units(id, first)).hasSize(1);
	}

	@Test
	void coordinating_unit_that_is_no_more_is_reminded_at_its_successor() {
		this.due = this.workingDays.onOrAfter(this.tests.today().plusDays(160));
		String gone = "STP-02-2025";
		Viewer successor = this.tests.viewer(Role.CLERK,
				this.units.holderOn(this.tests.unit(gone), this.tests.today()).code());
		long id = this.tests.received(this.due);
		this.jdbc.sql("update directive_awaited set organization_id = ? where directive_id = ?")
			.params(this.tests.unit(gone), id)
			.update();
		this.ladder.climb(on(-7));
		assertThat(units(id, successor)).containsExactly(successor.unitName());
	}

	@Test
	void clerks_are_reminded_again_when_the_person_it_was_given_to_has_left_the_unit() {
		Viewer left = this.tests.viewer(Role.CLERK, "CCNTT");
		long id = this.tests.received(this.due);
		AssignmentForm form = new AssignmentForm();
		form.setAccountId(left.accountId());
		this.assignments.assign(id, form, this.head);
		this.jdbc.sql("update role_grant set organization_id = ? where account_id = ?")
			.params(this.tests.unit("CKHTC"), left.accountId())
			.update();
		this.ladder.climb(on(-7));
		assertThat(told(id, left)).isZero();
		assertThat(told(id, this.clerk)).isEqualTo(1);
	}

	@Test
	void who_joins_a_role_later_is_not_told_again_what_the_role_was_told() {
		long id = this.tests.received(this.due);
		this.ladder.climb(on(1));
		assertThat(told(id, this.office)).isEqualTo(1);
		Viewer joined = this.tests.viewer(Role.OFFICE, "VPB");
		this.ladder.climb(on(1));
		assertThat(told(id, joined)).isZero();
	}

	/** Which units a person was told of in single messages about a directive. */
	private List<String> units(long id, Viewer viewer) {
		return this.jdbc.sql(
				"select arguments ->> 3 from notification where account_id = ? and url = ? and message_key like '%ladder%'")
			.params(viewer.accountId(), "/directives/" + id)
			.query(String.class)
			.list();
	}

	@Test
	void what_was_reported_or_is_done_reminds_nobody() {
		long id = this.tests.reported(this.due);
		this.ladder.climb(on(-2));
		this.directives.verify(id, this.office);
		this.ladder.climb(on(8));
		assertThat(steps(id)).isEmpty();
	}

	/** The working day that many after the deadline, or before it. */
	private LocalDate on(int days) {
		return (days < 0) ? this.workingDays.before(this.due, -days).date()
				: this.workingDays.after(this.due, days).date();
	}

	private List<String> steps(long id) {
		return this.jdbc
			.sql("select distinct step from directive_reminder where directive_id = ? and step <> 'COORDINATOR'")
			.param(id)
			.query(String.class)
			.list();
	}

	private int told(long id, Viewer viewer) {
		return this.jdbc.sql("select count(*) from directive_reminder where directive_id = ? and account_id = ?")
			.params(id, viewer.accountId())
			.query(Integer.class)
			.single();
	}

	private int messages(Viewer viewer) {
		return this.jdbc.sql(
				"select count(*) from notification where account_id = ? and message_key like 'directive.notice.ladder.%'")
			.param(viewer.accountId())
			.query(Integer.class)
			.single();
	}

	/** How many messages the noted reminders of a person make: many at once make one. */
	private int distinctlyTold(Viewer viewer) {
		int noted = this.jdbc.sql("select count(*) from directive_reminder where account_id = ?")
			.param(viewer.accountId())
			.query(Integer.class)
			.single();
		return (noted > 5) ? 1 : noted;
	}

}
