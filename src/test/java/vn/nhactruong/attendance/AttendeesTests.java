package vn.nhactruong.attendance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import vn.nhactruong.PortalTest;
import vn.nhactruong.StatementCounter;
import vn.nhactruong.account.Accounts;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.account.Viewers;
import vn.nhactruong.attendance.answer.AnswerRow;
import vn.nhactruong.attendance.answer.AttendanceObligations;
import vn.nhactruong.attendance.answer.Board;
import vn.nhactruong.attendance.answer.Missing;
import vn.nhactruong.attendance.answer.RegisteredAttendees;
import vn.nhactruong.attendance.answer.UnitAnswer;
import vn.nhactruong.attendance.checkin.CheckInPage;
import vn.nhactruong.attendance.checkin.CheckInVerdict;
import vn.nhactruong.attendance.checkin.CheckIns;
import vn.nhactruong.audit.AuditEntry;
import vn.nhactruong.audit.AuditTrail;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Changes.Change;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.nhactruong.attendance.AttendanceFixture.CAN_THO;
import static vn.nhactruong.attendance.AttendanceFixture.DA_NANG;
import static vn.nhactruong.attendance.AttendanceFixture.HUE;
import static vn.nhactruong.attendance.AttendanceFixture.TUYEN_QUANG;

@PortalTest
class AttendeesTests {

	private static final ListRequest ALL = new ListRequest("/", Map.of());

	@Autowired
	private Attendees attendees;

	@Autowired
	private AttendeeRepository stored;

	@Autowired
	private CheckIns checkIns;

	@Autowired
	private Conferences conferences;

	@Autowired
	private AttendanceObligations obligations;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@Autowired
	private PlatformTransactionManager transactions;

	private AttendanceFixture fixture;

	@Autowired
	void fixture(Accounts accounts, Viewers viewers, UnitDirectory units, Clock clock) {
		this.fixture = new AttendanceFixture(accounts, viewers, this.conferences, this.attendees, units, clock);
	}

	@Test
	void clerks_who_register_at_the_same_time_never_exceed_the_quota() throws Exception {
		int quota = 2;
		int clerks = 6;
		long conference = this.fixture.conference(48, quota, DA_NANG);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		CountDownLatch start = new CountDownLatch(1);
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			List<Callable<String>> tries = IntStream.range(0, clerks).<Callable<String>>mapToObj((i) -> () -> {
				start.await();
				try {
					this.attendees.register(conference, AttendanceFixture.form("Người thứ " + i), clerk);
					return "registered";
				}
				catch (RuleViolation full) {
					return full.messageKey();
				}
			}).toList();
			List<Future<String>> outcomes = tries.stream().map(threads::submit).toList();
			start.countDown();
			List<String> results = new java.util.ArrayList<>();
			for (Future<String> outcome : outcomes) {
				results.add(outcome.get());
			}
			assertThat(results).containsOnly("registered", "attendance.error.quotaFull");
			assertThat(results).filteredOn("registered"::equals).hasSize(quota);
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void a_unit_that_declines_while_a_clerk_registers_is_refused() throws Exception {
		long conference = this.fixture.conference(48, 2, DA_NANG);
		long unit = this.fixture.unit(DA_NANG);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		CompletableFuture<Void> declining = new TransactionTemplate(this.transactions).execute((status) -> {
			this.attendees.register(conference, AttendanceFixture.form("Trần Thị B"), clerk);
			return CompletableFuture.runAsync(() -> this.conferences.decline(conference, unit, "Trùng lịch", clerk));
		});
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> declining.get(30, TimeUnit.SECONDS))
			.withStackTraceContaining("conference.error.declineWithAttendees");
		assertThat(answer(conference, clerk).answer()).isEqualTo(UnitAnswer.REGISTERING);
	}

	@Test
	void a_clerk_who_registers_while_the_unit_declines_is_refused() throws Exception {
		long conference = this.fixture.conference(48, 2, DA_NANG);
		long unit = this.fixture.unit(DA_NANG);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		CompletableFuture<Void> registering = new TransactionTemplate(this.transactions).execute((status) -> {
			this.conferences.decline(conference, unit, "Trùng lịch", clerk);
			return CompletableFuture
				.runAsync(() -> this.attendees.register(conference, AttendanceFixture.form("Trần Thị B"), clerk));
		});
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> registering.get(30, TimeUnit.SECONDS))
			.withStackTraceContaining("attendance.error.declined");
		assertThat(answer(conference, clerk).answer()).isEqualTo(UnitAnswer.DECLINED);
	}

	@Test
	void a_unit_that_sends_nobody_registers_nobody_before_it_reconsiders() {
		long conference = this.fixture.conference(48, 2, DA_NANG);
		long unit = this.fixture.unit(DA_NANG);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		this.conferences.decline(conference, unit, "Trùng lịch", clerk);
		assertThat(answer(conference, clerk).answer()).isEqualTo(UnitAnswer.DECLINED);
		assertRefused("attendance.error.declined",
				() -> this.attendees.register(conference, AttendanceFixture.form("Trần Thị B"), clerk));
		this.conferences.reconsider(conference, unit, clerk);
		this.attendees.register(conference, AttendanceFixture.form("Trần Thị B"), clerk);
		assertThat(answer(conference, clerk).answer()).isEqualTo(UnitAnswer.REGISTERING);
	}

	@Test
	void after_the_lock_only_the_office_changes_the_list() {
		long conference = this.fixture.conference(-1, 2, DA_NANG);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		Viewer head = this.fixture.person(Role.UNIT_HEAD, DA_NANG);
		Viewer office = this.fixture.office();
		assertRefused("attendance.error.locked",
				() -> this.attendees.register(conference, AttendanceFixture.form("Trần Thị B"), clerk));
		long attendee = this.fixture.register(conference, DA_NANG, office, "Trần Thị B").get(0);
		assertRefused("attendance.error.locked", () -> this.attendees.withdraw(conference, attendee, clerk));
		assertRefused("attendance.error.locked", () -> this.attendees.withdraw(conference, attendee, head));
		assertThat(this.attendees.confirm(conference, null, head)).isEqualTo(1);
	}

	@Test
	void a_foreign_units_attendee_does_not_exist() {
		long conference = this.fixture.conference(48, 2, DA_NANG, HUE);
		long attendee = this.fixture
			.register(conference, DA_NANG, this.fixture.person(Role.CLERK, DA_NANG), "Trần Thị B")
			.get(0);
		long daNang = this.fixture.unit(DA_NANG);
		for (Role role : List.of(Role.CLERK, Role.UNIT_HEAD, Role.OBSERVER)) {
			Viewer stranger = this.fixture.person(role, HUE);
			assertInvisible(() -> this.attendees.edit(conference, attendee, stranger));
			assertInvisible(() -> this.attendees.withdraw(conference, attendee, stranger));
			assertInvisible(() -> this.attendees.reinstate(conference, attendee, stranger));
			assertInvisible(
					() -> this.attendees.update(conference, attendee, AttendanceFixture.form("Kẻ lạ"), stranger));
			assertInvisible(() -> this.attendees.unit(conference, daNang, stranger));
			assertInvisible(() -> this.attendees.registration(conference, daNang, stranger));
			assertInvisible(() -> this.attendees.confirm(conference, daNang, stranger));
			assertThat(this.attendees.names(conference, stranger)).isEmpty();
			assertThat(this.attendees.board(conference, ALL, stranger).rows()).extracting(AnswerRow::organizationId)
				.containsExactly(this.fixture.unit(HUE));
		}
	}

	@Test
	void an_attendee_of_another_conference_does_not_exist_here() {
		long here = this.fixture.conference(48, 2, DA_NANG);
		long there = this.fixture.conference(48, 2, DA_NANG);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		long attendee = this.fixture.register(there, DA_NANG, clerk, "Trần Thị B").get(0);
		assertInvisible(() -> this.attendees.withdraw(here, attendee, clerk));
		assertInvisible(() -> this.checkIns.mark(here, this.fixture.firstDay() + "-MORNING", attendee, Presence.PRESENT,
				this.fixture.office()));
	}

	@Test
	void for_a_unit_that_is_not_invited_nothing_exists() {
		long conference = this.fixture.conference(48, 2, DA_NANG);
		for (Role role : List.of(Role.CLERK, Role.UNIT_HEAD, Role.OBSERVER)) {
			Viewer stranger = this.fixture.person(role, TUYEN_QUANG);
			long unit = this.fixture.unit(TUYEN_QUANG);
			assertInvisible(() -> this.attendees.board(conference, ALL, stranger));
			assertInvisible(() -> this.attendees.onlyUnit(conference, stranger));
			assertInvisible(() -> this.attendees.unit(conference, unit, stranger));
			assertInvisible(() -> this.attendees.registration(conference, unit, stranger));
			assertInvisible(() -> this.attendees.register(conference, AttendanceFixture.form("Trần Thị B"), stranger));
			assertInvisible(() -> this.attendees.confirm(conference, unit, stranger));
			assertInvisible(() -> this.attendees.remind(conference, stranger));
			assertInvisible(() -> this.checkIns.page(conference, null, null, stranger));
			assertInvisible(
					() -> this.checkIns.enter(conference, this.fixture.firstDay() + "-MORNING", "ABCD2345", stranger));
			assertThat(this.attendees.progress(stranger)).extracting(ConferenceProgress::conferenceId)
				.doesNotContain(conference);
		}
	}

	@Test
	void only_the_head_confirms_and_only_the_office_reminds_and_checks_in() {
		long conference = this.fixture.conference(48, 2, DA_NANG);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		Viewer head = this.fixture.person(Role.UNIT_HEAD, DA_NANG);
		long unit = this.fixture.unit(DA_NANG);
		long attendee = this.fixture.register(conference, DA_NANG, clerk, "Trần Thị B").get(0);
		String session = this.fixture.firstDay() + "-MORNING";
		assertForbidden(() -> this.attendees.confirm(conference, unit, clerk));
		assertForbidden(() -> this.attendees.confirm(conference, unit, this.fixture.office()));
		assertForbidden(() -> this.attendees.confirm(conference, unit, this.fixture.person(Role.LEADER, "BTP")));
		assertForbidden(() -> this.attendees.remind(conference, clerk));
		assertForbidden(() -> this.attendees.remind(conference, head));
		assertForbidden(() -> this.checkIns.page(conference, null, null, head));
		assertForbidden(() -> this.checkIns.mark(conference, session, attendee, Presence.PRESENT, head));
		assertForbidden(() -> this.checkIns.mark(conference, session, attendee, Presence.PRESENT,
				this.fixture.person(Role.LEADER, "BTP")));
		assertForbidden(
				() -> this.attendees.withdraw(conference, attendee, this.fixture.person(Role.OBSERVER, DA_NANG)));
		assertThat(this.attendees.confirm(conference, null, head)).isEqualTo(1);
	}

	@Test
	void a_list_is_confirmed_as_a_whole_by_a_head_who_finds_a_head_of_delegation() {
		long conference = this.fixture.conference(48, 3, DA_NANG);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		Viewer head = this.fixture.person(Role.UNIT_HEAD, DA_NANG);
		assertRefused("attendance.error.nobodyToConfirm", () -> this.attendees.confirm(conference, null, head));
		this.attendees.register(conference, AttendanceFixture.form("Trần Thị B"), clerk);
		assertRefused("attendance.error.noDelegationHead", () -> this.attendees.confirm(conference, null, head));
		this.fixture.register(conference, DA_NANG, clerk, "Nguyễn Văn A");
		assertThat(this.attendees.confirm(conference, null, head)).isEqualTo(2);
		assertThat(answer(conference, head).answer()).isEqualTo(UnitAnswer.CONFIRMED);
		assertThat(answer(conference, head).missing()).isEmpty();
		assertRefused("attendance.error.alreadyConfirmed", () -> this.attendees.confirm(conference, null, head));
		assertThat(this.jdbc
			.sql("select count(*) from notification where message_key = 'attendance.notice.confirmed'"
					+ " and url like ?")
			.param("/conferences/" + conference + "/%")
			.query(Long.class)
			.single()).isPositive();
	}

	@Test
	void a_change_after_confirmation_must_be_confirmed_again() {
		long conference = this.fixture.conference(48, 2, DA_NANG);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		Viewer head = this.fixture.person(Role.UNIT_HEAD, DA_NANG);
		long attendee = this.fixture.register(conference, DA_NANG, clerk, "Trần Thị B").get(0);
		this.attendees.confirm(conference, null, head);
		AttendeeForm form = this.attendees.edit(conference, attendee, clerk);
		assertThat(this.attendees.update(conference, attendee, form, clerk)).as("nothing changed").isFalse();
		assertThat(answer(conference, clerk).answer()).isEqualTo(UnitAnswer.CONFIRMED);
		form.setPosition("Giám đốc");
		assertThat(this.attendees.update(conference, attendee, form, clerk)).isTrue();
		assertThat(answer(conference, clerk).missing()).containsExactly(Missing.CONFIRMATION);
		assertThat(this.attendees.confirm(conference, null, head)).isEqualTo(1);
	}

	@Test
	void choosing_another_head_of_delegation_moves_it() {
		long conference = this.fixture.conference(48, 3, DA_NANG);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		List<Long> ids = this.fixture.register(conference, DA_NANG, clerk, "Nguyễn Văn A", "Trần Thị B");
		AttendeeForm second = this.attendees.edit(conference, ids.get(1), clerk);
		second.setDelegationHead(true);
		this.attendees.update(conference, ids.get(1), second, clerk);
		this.fixture.register(conference, DA_NANG, clerk, "Lê Văn C");
		assertThat(this.attendees.unit(conference, this.fixture.unit(DA_NANG), clerk).attendees())
			.filteredOn(AttendeeRow::delegationHead)
			.extracting(AttendeeRow::fullName)
			.containsExactly("Lê Văn C");
	}

	@Test
	void whoever_gives_the_lead_up_is_audited_too() {
		long conference = this.fixture.conference(48, 3, DA_NANG);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		this.fixture.register(conference, DA_NANG, clerk, "Nguyễn Văn A");
		this.fixture.register(conference, DA_NANG, clerk, "Lê Văn C");
		assertThat(this.jdbc
			.sql("select subject from audit_entry where action = 'attendance.audit.changed' and subject_id = ?")
			.param(conference)
			.query(String.class)
			.list()).singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING).contains("Nguyễn Văn A");
	}

	@Test
	void the_office_is_told_the_same_of_the_lock_on_board_and_list() {
		LocalDate today = LocalDate.now(this.clock);
		long conference = this.fixture.conference(today, 0, 2, DA_NANG);
		Viewer office = this.fixture.office();
		this.jdbc.sql("update conference set registration_closes_at = now() + interval '2 days' where id = ?")
			.param(conference)
			.update();
		assertThat(this.attendees.board(conference, ALL, office).lock().messageKey()).isEqualTo("attendance.lock.days");
		this.conferences.begin(conference, office);
		long unit = this.fixture.unit(DA_NANG);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		assertThat(List.of(this.attendees.board(conference, ALL, office).lock().messageKey(),
				this.attendees.unit(conference, unit, office).lock().messageKey(),
				this.attendees.unit(conference, unit, clerk).lock().messageKey(),
				this.attendees.unit(conference, unit, clerk).refusal()))
			.containsOnly("attendance.error.begun");
	}

	@Test
	void an_opening_stands_once_somebody_was_checked_in() {
		long conference = this.fixture.conference(LocalDate.now(this.clock), 0, 2, DA_NANG);
		Viewer office = this.fixture.office();
		long attendee = this.fixture.register(conference, DA_NANG, office, "Trần Thị B").get(0);
		RegisteredAttendees known = new RegisteredAttendees(this.jdbc);
		assertThat(known.checkedIn(conference)).isFalse();
		this.checkIns.mark(conference, LocalDate.now(this.clock) + "-MORNING", attendee, Presence.PRESENT, office);
		assertThat(known.checkedIn(conference)).isTrue();
	}

	@Test
	void the_same_person_is_on_a_list_once() {
		long conference = this.fixture.conference(48, 5, DA_NANG);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		long first = this.fixture.register(conference, DA_NANG, clerk, "Trần Thị B").get(0);
		AttendeeForm again = AttendanceFixture.form("  TRẦN   thị B ");
		again.setPhone("+84 912.345.678");
		RuleViolation refused = catchThrowableOfType(RuleViolation.class,
				() -> this.attendees.register(conference, again, clerk));
		assertThat(refused.field()).isEqualTo("fullName");
		again.setPhone("0912345679");
		this.attendees.register(conference, again, clerk);
		this.attendees.withdraw(conference, first, clerk);
		assertRefused("attendance.error.withdrawnBefore",
				() -> this.attendees.register(conference, AttendanceFixture.form("trần thị b"), clerk));
		long other = this.attendees.unit(conference, this.fixture.unit(DA_NANG), clerk)
			.attendees()
			.stream()
			.filter((row) -> row.status().isExpected())
			.findFirst()
			.orElseThrow()
			.id();
		AttendeeForm same = this.attendees.edit(conference, other, clerk);
		same.setPhone("0912345678");
		this.attendees.update(conference, other, same, clerk);
		assertRefused("attendance.error.duplicate", () -> this.attendees.reinstate(conference, first, clerk));
	}

	@Test
	void a_withdrawn_attendee_frees_a_place_and_comes_back_only_while_there_is_one() {
		long conference = this.fixture.conference(48, 1, DA_NANG);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		long first = this.fixture.register(conference, DA_NANG, clerk, "Trần Thị B").get(0);
		this.attendees.withdraw(conference, first, clerk);
		assertThat(answer(conference, clerk).free()).isEqualTo(1);
		long second = this.fixture.register(conference, DA_NANG, clerk, "Nguyễn Văn A").get(0);
		assertRefused("attendance.error.quotaFull", () -> this.attendees.reinstate(conference, first, clerk));
		assertThat(this.stored.findById(first).orElseThrow().getStatus()).isEqualTo(AttendeeStatus.WITHDRAWN);
		this.attendees.withdraw(conference, second, clerk);
		this.attendees.reinstate(conference, first, clerk);
		assertThat(answer(conference, clerk).registered()).isEqualTo(1);
	}

	@Test
	void a_substitute_needs_the_chairs_consent_and_leads_the_delegation_in_turn() {
		long conference = this.fixture.conference(48, 1, DA_NANG);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		long attendee = this.fixture.register(conference, DA_NANG, clerk, "Trần Thị B").get(0);
		SubstitutionForm form = new SubstitutionForm();
		form.setFullName("Lê Văn C");
		form.setPosition("Trưởng phòng");
		form.setPhone("0987 654 321");
		RuleViolation refused = catchThrowableOfType(RuleViolation.class,
				() -> this.attendees.substitute(conference, attendee, form, clerk));
		assertThat(refused.field()).isEqualTo("consent");
		form.setConsent(true);
		this.attendees.substitute(conference, attendee, form, clerk);
		UnitPage page = this.attendees.unit(conference, this.fixture.unit(DA_NANG), clerk);
		assertThat(page.answer().registered()).isEqualTo(1);
		assertThat(page.attendees().get(0)).satisfies((row) -> {
			assertThat(row.fullName()).isEqualTo("Lê Văn C");
			assertThat(row.substituteFor()).isEqualTo("Trần Thị B");
			assertThat(row.delegationHead()).isTrue();
		});
		assertThat(page.attendees().get(1).status()).isEqualTo(AttendeeStatus.SUBSTITUTED);
	}

	@ParameterizedTest
	@CsvSource({ "-1, 1, ", "0, 0, ", "-2, 1, lodgingFrom", "0, 2, lodgingTo", "1, 0, lodgingTo", ", 1, lodgingFrom",
			"0, , lodgingTo" })
	void nights_lie_between_the_eve_and_the_last_day(Integer from, Integer to, String field) {
		long conference = this.fixture.conference(48, 5, DA_NANG);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		AttendeeForm form = AttendanceFixture.form("Trần Thị B");
		form.setLodging(true);
		form.setLodgingFrom((from != null) ? this.fixture.firstDay().plusDays(from) : null);
		form.setLodgingTo((to != null) ? this.fixture.firstDay().plusDays(to) : null);
		RuleViolation refused = catchThrowableOfType(RuleViolation.class,
				() -> this.attendees.register(conference, form, clerk));
		assertThat((refused != null) ? refused.field() : null).isEqualTo(field);
	}

	@Test
	void contacts_are_hidden_from_observers_of_the_whole_sector() {
		long conference = this.fixture.conference(48, 2, DA_NANG);
		this.fixture.register(conference, DA_NANG, this.fixture.person(Role.CLERK, DA_NANG), "Trần Thị B");
		assertThat(this.attendees.names(conference, this.fixture.person(Role.OBSERVER, "BTP")))
			.extracting(AttendeeRow::phone)
			.containsOnlyNulls();
		assertThat(this.attendees.names(conference, this.fixture.person(Role.LEADER, "BTP")))
			.extracting(AttendeeRow::phone)
			.containsExactly("0912345678");
	}

	@Test
	void the_board_says_of_each_unit_what_is_missing() {
		long conference = this.fixture.conference(48, 2, DA_NANG, HUE, CAN_THO);
		Viewer office = this.fixture.office();
		this.fixture.register(conference, DA_NANG, office, "Trần Thị B");
		this.attendees.confirm(conference, null, this.fixture.person(Role.UNIT_HEAD, DA_NANG));
		AttendeeForm member = AttendanceFixture.form("Nguyễn Văn A");
		member.setOrganizationId(this.fixture.unit(HUE));
		this.attendees.register(conference, member, office);
		assertThat(this.attendees.board(conference, ALL, office).rows()).as("who is still awaited")
			.extracting(AnswerRow::organizationId)
			.containsExactlyInAnyOrder(this.fixture.unit(HUE), this.fixture.unit(CAN_THO));
		ListRequest everybody = new ListRequest("/", java.util.Map.of("show", new String[] { "ALL" }));
		Board board = this.attendees.board(conference, everybody, office);
		assertThat(board.all()).isEqualTo(3);
		assertThat(board.views()).extracting(Board.ViewCount::units).containsExactly(2, 1, 1, 1, 3);
		assertThat(board.answered()).isEqualTo(1);
		assertThat(board.silent()).isEqualTo(1);
		assertThat(board.rows()).filteredOn((row) -> row.organizationId() == this.fixture.unit(HUE))
			.singleElement()
			.satisfies(
					(row) -> assertThat(row.missing()).containsExactly(Missing.DELEGATION_HEAD, Missing.CONFIRMATION));
		assertThat(board.rows()).filteredOn((row) -> row.organizationId() == this.fixture.unit(CAN_THO))
			.singleElement()
			.satisfies((row) -> assertThat(row.missing()).containsExactly(Missing.ATTENDEE));
		ListRequest silent = new ListRequest("/", java.util.Map.of("show", new String[] { "SILENT" }));
		assertThat(this.attendees.board(conference, silent, office).rows()).extracting(AnswerRow::organizationId)
			.containsExactly(this.fixture.unit(CAN_THO));
		ListRequest nonsense = new ListRequest("/",
				java.util.Map.of("show", new String[] { "x'" }, "sort", new String[] { "-;drop" }));
		assertThat(this.attendees.board(conference, nonsense, office).rows()).hasSize(2);
	}

	@Test
	void the_board_takes_as_many_statements_for_three_units_as_for_one() throws Exception {
		Viewer office = this.fixture.office();
		long one = this.fixture.conference(48, 2, DA_NANG);
		long three = this.fixture.conference(48, 2, DA_NANG, HUE, CAN_THO);
		for (String unit : List.of(DA_NANG, HUE, CAN_THO)) {
			this.fixture.register(three, unit, office, "Trần Thị B", "Nguyễn Văn A");
		}
		this.attendees.board(one, ALL, office);
		StatementCounter.expect(2, () -> this.attendees.board(one, ALL, office));
		StatementCounter.expect(2, () -> this.attendees.board(three, ALL, office));
		StatementCounter.expect(4, () -> this.attendees.names(one, office));
		StatementCounter.expect(4, () -> this.attendees.names(three, office));
		StatementCounter.expect(4, () -> this.checkIns.page(one, null, null, office));
		StatementCounter.expect(4, () -> this.checkIns.page(three, null, null, office));
		StatementCounter.expect(1, () -> this.attendees.progress(office));
		StatementCounter.expect(1, () -> this.obligations.obligationsOf(office));
	}

	@Test
	void a_reminder_reaches_exactly_the_units_without_answer_and_not_twice_in_four_hours() {
		long conference = this.fixture.conference(48, 2, DA_NANG, HUE, CAN_THO, "VPCP");
		Viewer office = this.fixture.office();
		Viewer silent = this.fixture.person(Role.CLERK, CAN_THO);
		Viewer answered = this.fixture.person(Role.CLERK, HUE);
		Viewer confirmed = this.fixture.person(Role.UNIT_HEAD, DA_NANG);
		this.fixture.register(conference, DA_NANG, office, "Trần Thị B");
		this.attendees.confirm(conference, null, confirmed);
		this.conferences.decline(conference, this.fixture.unit(HUE), "Trùng lịch", answered);
		assertThat(this.attendees.remind(conference, office)).isEqualTo(new Attendees.Reminded(1, 0, 4));
		assertThat(reminders(conference, silent)).isEqualTo(1);
		assertThat(reminders(conference, answered)).isZero();
		assertThat(reminders(conference, confirmed)).isZero();
		assertRefused("attendance.error.remindedLately", () -> this.attendees.remind(conference, office));
		assertThat(reminders(conference, silent)).isEqualTo(1);
		this.jdbc.sql("update attendance_reminder set sent_at = sent_at - interval '4 hours' where conference_id = ?")
			.param(conference)
			.update();
		assertThat(this.attendees.remind(conference, office).reminded()).isEqualTo(1);
		assertThat(reminders(conference, silent)).isEqualTo(2);
	}

	@Test
	void only_units_in_which_somebody_has_an_account_are_reminded() {
		long conference = this.fixture.conference(48, 2, DA_NANG, HUE, CAN_THO);
		Viewer office = this.fixture.office();
		lockAll(DA_NANG, HUE, CAN_THO);
		this.fixture.person(Role.OBSERVER, HUE);
		assertThat(this.attendees.board(conference, ALL, office).remindable()).isZero();
		assertThat(waiting(conference, office)).isEmpty();
		assertRefused("attendance.error.nobodyToRemind", () -> this.attendees.remind(conference, office));
		Viewer head = this.fixture.person(Role.UNIT_HEAD, CAN_THO);
		Board board = this.attendees.board(conference, ALL, office);
		assertThat(board.remindable()).isEqualTo(1);
		assertThat(board.unreachable()).containsExactlyInAnyOrder(name(DA_NANG), name(HUE));
		assertThat(this.attendees.remind(conference, office)).isEqualTo(new Attendees.Reminded(1, 0, 4));
		assertThat(reminders(conference, head)).isEqualTo(1);
		assertThat(this.trail.history("attendance", conference).get(0).changes())
			.containsExactly(new Change("attendance.remindedUnits", "", name(CAN_THO)));
	}

	@Test
	void a_unit_that_is_gone_is_reached_through_its_successor() {
		long conference = this.fixture.conference(48, 2, HUE);
		Viewer office = this.fixture.office();
		this.jdbc.sql("update invitation set organization_id = ? where conference_id = ?")
			.params(this.fixture.unit("STP-49-2025"), conference)
			.update();
		lockAll(DA_NANG);
		assertThat(this.attendees.board(conference, ALL, office).remindable()).isZero();
		Viewer successor = this.fixture.person(Role.CLERK, DA_NANG);
		assertThat(this.attendees.board(conference, ALL, office).remindable()).isEqualTo(1);
		this.attendees.remind(conference, office);
		assertThat(reminders(conference, successor)).isEqualTo(1);
	}

	@Test
	void a_conference_in_session_comes_first_on_the_desk() {
		long session = this.fixture.conference(48, 2, DA_NANG);
		long announced = this.fixture.conference(48, 2, DA_NANG);
		this.jdbc.sql("""
				update conference set status = 'IN_SESSION', starts_on = current_date - 9, ends_on = current_date - 8
				where id = ?
				""").param(session).update();
		this.jdbc.sql("update conference set starts_on = current_date - 20 where id = ?").param(announced).update();
		assertThat(this.attendees.progress(this.fixture.person(Role.CLERK, DA_NANG)))
			.extracting(ConferenceProgress::conferenceId)
			.filteredOn((id) -> id == session || id == announced)
			.containsExactly(session, announced);
	}

	@Test
	void nights_in_the_wrong_order_get_that_reason_before_any_other() {
		long conference = this.fixture.conference(48, 2, DA_NANG);
		AttendeeForm form = AttendanceFixture.form("Trần Thị B");
		form.setLodging(true);
		form.setLodgingFrom(this.fixture.firstDay());
		form.setLodgingTo(this.fixture.firstDay().minusDays(5));
		RuleViolation refused = catchThrowableOfType(RuleViolation.class,
				() -> this.attendees.register(conference, form, this.fixture.person(Role.CLERK, DA_NANG)));
		assertThat(refused.field()).isEqualTo("lodgingTo");
		assertThat(refused.messageKey()).isEqualTo("attendance.error.lodgingOrder");
	}

	@Test
	void desk_and_board_count_the_same_units_to_remind() {
		long conference = this.fixture.conference(48, 2, DA_NANG, HUE, CAN_THO, TUYEN_QUANG, "VPCP");
		Viewer office = this.fixture.office();
		this.fixture.person(Role.CLERK, HUE);
		this.fixture.person(Role.CLERK, TUYEN_QUANG);
		this.fixture.register(conference, DA_NANG, office, "Trần Thị B");
		this.attendees.confirm(conference, null, this.fixture.person(Role.UNIT_HEAD, DA_NANG));
		this.fixture.register(conference, HUE, office, "Nguyễn Văn A");
		this.conferences.decline(conference, this.fixture.unit(CAN_THO), "Trùng lịch",
				this.fixture.person(Role.CLERK, CAN_THO));
		Board board = this.attendees.board(conference, ALL, office);
		assertThat(board.remindable()).as("Huế and Tuyên Quang").isEqualTo(2);
		assertThat(board.unreachable()).containsExactly(name("VPCP"));
		assertThat(this.obligations.obligationsOf(office))
			.filteredOn((one) -> one.url().startsWith("/conferences/" + conference + "/"))
			.singleElement()
			.satisfies((one) -> assertThat(one.titleArgs().get(0)).isEqualTo(2));
		assertThat(this.attendees.progress(office)).filteredOn((row) -> row.conferenceId() == conference)
			.extracting(ConferenceProgress::answered)
			.containsExactly(board.answered());
		assertThat(this.attendees.remind(conference, office).reminded()).isEqualTo(2);
	}

	@Test
	void nights_outside_of_a_conference_that_moved_make_an_answer_incomplete_everywhere() {
		long conference = this.fixture.conference(48, 2, DA_NANG);
		Viewer office = this.fixture.office();
		this.fixture.register(conference, DA_NANG, office, "Trần Thị B");
		this.attendees.confirm(conference, null, this.fixture.person(Role.UNIT_HEAD, DA_NANG));
		assertThat(this.attendees.board(conference, ALL, office).remindable()).isZero();
		this.jdbc.sql("""
				update attendee set lodging = true, lodging_from = ?, lodging_to = ? where conference_id = ?
				""")
			.params(this.fixture.firstDay().minusDays(9), this.fixture.firstDay().minusDays(8), conference)
			.update();
		assertThat(this.attendees.board(conference, ALL, office).rows()).singleElement()
			.satisfies((row) -> assertThat(row.missing()).containsExactly(Missing.LODGING_DATES));
		assertThat(waiting(conference, office)).containsExactly("attendance.obligation.remind");
		assertThat(this.attendees.progress(office)).filteredOn((row) -> row.conferenceId() == conference)
			.extracting(ConferenceProgress::answered)
			.containsExactly(0);
	}

	@Test
	void the_desk_tells_clerk_head_and_office_what_waits() {
		long conference = this.fixture.conference(48, 2, DA_NANG);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		Viewer head = this.fixture.person(Role.UNIT_HEAD, DA_NANG);
		Viewer office = this.fixture.office();
		assertThat(waiting(conference, clerk)).containsExactly("attendance.obligation.register");
		assertThat(waiting(conference, head)).isEmpty();
		assertThat(waiting(conference, office)).containsExactly("attendance.obligation.remind");
		this.fixture.register(conference, DA_NANG, clerk, "Trần Thị B");
		assertThat(waiting(conference, clerk)).isEmpty();
		assertThat(waiting(conference, head)).containsExactly("attendance.obligation.confirm");
		this.attendees.confirm(conference, null, head);
		assertThat(waiting(conference, head)).isEmpty();
		assertThat(waiting(conference, office)).isEmpty();
		assertThat(this.attendees.progress(office)).filteredOn((row) -> row.conferenceId() == conference)
			.singleElement()
			.satisfies((row) -> {
				assertThat(row.invited()).isEqualTo(1);
				assertThat(row.answered()).isEqualTo(1);
				assertThat(row.registered()).isEqualTo(1);
			});
	}

	@ParameterizedTest
	@CsvSource({ "CONCLUDED, 7, true", "CLOSED, 7, true", "CONCLUDED, 5, false", "CANCELLED, 7, true",
			"CANCELLED, 5, false", "POSTPONED, 7, true", "POSTPONED, 5, false", "IN_SESSION, 7, true",
			"IN_SESSION, 5, false", "ANNOUNCED, 7, true", "ANNOUNCED, 5, false" })
	void contacts_are_forgotten_months_after_the_conclusion_or_the_last_day_and_names_stay(String state, int months,
			boolean forgotten) {
		long conference = this.fixture.conference(48, 2, DA_NANG);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		AttendeeForm form = AttendanceFixture.form("Trần Thị B");
		form.setEmail("b@moj.gov.vn");
		form.setTravel(TravelNeed.AIRPORT);
		form.setArrivalNote("VN123");
		this.attendees.register(conference, form, clerk);
		this.jdbc.sql("""
				update conference set status = ?, starts_on = current_date - make_interval(months => ?),
				    ends_on = current_date - make_interval(months => ?),
				    concluded_at = case when ? in ('CONCLUDED', 'CLOSED') then now() - make_interval(months => ?) end
				where id = ?
				""").params(state, months, months, state, months, conference).update();
		this.attendees.forgetContacts();
		UnitPage page = this.attendees.unit(conference, this.fixture.unit(DA_NANG), clerk);
		assertThat(page.forgotten()).isEqualTo(forgotten);
		assertThat(page.attendees()).singleElement().satisfies((row) -> {
			assertThat(row.fullName()).isEqualTo("Trần Thị B");
			assertThat(row.position()).isEqualTo("Phó Giám đốc");
			assertThat(row.phone()).isEqualTo(forgotten ? null : "0912345678");
			assertThat(row.email()).isEqualTo(forgotten ? null : "b@moj.gov.vn");
			assertThat(row.arrivalNote()).isEqualTo(forgotten ? null : "VN123");
			assertThat(row.travel()).isEqualTo(forgotten ? TravelNeed.NONE : TravelNeed.AIRPORT);
		});
		this.attendees.forgetContacts();
		assertThat(this.jdbc.sql("""
				select count(*) from audit_entry where action = 'attendance.audit.contactsForgotten' and subject_id = ?
				""").param(conference).query(Integer.class).single()).isEqualTo(forgotten ? 1 : 0);
	}

	@Test
	void the_term_runs_from_a_conclusion_that_came_late() {
		long conference = this.fixture.conference(48, 2, DA_NANG);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		this.fixture.register(conference, DA_NANG, clerk, "Trần Thị B");
		this.jdbc
			.sql("""
					update conference set status = 'CONCLUDED', starts_on = current_date - interval '8 months',
					    ends_on = current_date - interval '8 months', concluded_at = now() - interval '5 months' where id = ?
					""")
			.param(conference)
			.update();
		this.attendees.forgetContacts();
		assertThat(this.attendees.unit(conference, this.fixture.unit(DA_NANG), clerk).forgotten()).isFalse();
	}

	@Test
	void contacts_told_anew_after_they_were_forgotten_are_forgotten_again() {
		long conference = this.fixture.conference(48, 2, DA_NANG);
		Viewer office = this.fixture.office();
		long attendee = this.fixture.register(conference, DA_NANG, office, "Trần Thị B").get(0);
		this.jdbc.sql("""
				update conference set starts_on = current_date - interval '7 months',
				    ends_on = current_date - interval '7 months' where id = ?
				""").param(conference).update();
		this.attendees.forgetContacts();
		AttendeeForm form = this.attendees.edit(conference, attendee, office);
		form.setPhone("0987 654 321");
		this.attendees.update(conference, attendee, form, office);
		assertThat(phone(attendee)).isEqualTo("0987654321");
		this.attendees.forgetContacts();
		assertThat(phone(attendee)).isNull();
	}

	@Test
	void a_changed_contact_is_audited_without_being_told() {
		long conference = this.fixture.conference(48, 2, DA_NANG);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		AttendeeForm form = AttendanceFixture.form("Trần Thị B");
		form.setEmail("cu@moj.gov.vn");
		form.setNote("Ăn chay");
		this.attendees.register(conference, form, clerk);
		long attendee = this.attendees.unit(conference, this.fixture.unit(DA_NANG), clerk).attendees().get(0).id();
		AttendeeForm edited = this.attendees.edit(conference, attendee, clerk);
		edited.setPhone("0913 345 678");
		edited.setEmail("moi@moj.gov.vn");
		edited.setNote(null);
		this.attendees.update(conference, attendee, edited, clerk);
		assertThat(this.trail.history("attendance", conference).get(0).changes()).containsExactly(
				new Change("attendeeForm.phone", "•••678", "attendance.changedUnseen"),
				new Change("attendeeForm.email", "•••", "attendance.changedUnseen"),
				new Change("attendeeForm.note", "•••", ""));
	}

	@Test
	void contacts_that_old_entries_hold_are_hidden_and_the_audit_is_locked_again() throws IOException {
		long conference = this.fixture.conference(48, 2, DA_NANG);
		long old = entry("attendance", conference, """
				[{"label": "attendeeForm.fullName", "before": "Trần B", "after": "Trần Thị B"},
				 {"label": "attendeeForm.phone", "before": "0912345678", "after": "0987654321"},
				 {"label": "attendeeForm.email", "before": "cu@moj.gov.vn", "after": "moi@moj.gov.vn"},
				 {"label": "attendeeForm.arrivalNote", "before": "", "after": "VN123"},
				 {"label": "attendeeForm.note", "before": "Ăn chay", "after": ""}]""");
		long hidden = entry("attendance", conference, """
				[{"label": "attendeeForm.phone", "before": "", "after": "•••678"}]""");
		long bare = entry("attendance", conference, "[]");
		long other = entry("conference", conference, """
				[{"label": "attendeeForm.phone", "before": "", "after": "0912345678"}]""");
		String migration = new ClassPathResource("db/migration/V202611221240__audit_hide_contacts.sql")
			.getContentAsString(StandardCharsets.UTF_8);
		// What a second run would hide of the first one's work would show here.
		for (int run = 1; run <= 2; run++) {
			new TransactionTemplate(this.transactions)
				.executeWithoutResult((status) -> this.jdbc.sql(migration).update());
			Map<Long, List<Change>> changes = this.trail.history("attendance", conference)
				.stream()
				.collect(Collectors.toMap(AuditEntry::id, AuditEntry::changes));
			assertThat(changes.get(old)).containsExactly(new Change("attendeeForm.fullName", "Trần B", "Trần Thị B"),
					new Change("attendeeForm.phone", "•••678", "•••321"),
					new Change("attendeeForm.email", "•••", "attendance.changedUnseen"),
					new Change("attendeeForm.arrivalNote", "", "•••"), new Change("attendeeForm.note", "•••", ""));
			assertThat(changes.get(hidden)).containsExactly(new Change("attendeeForm.phone", "", "•••678"));
			assertThat(changes.get(bare)).isEmpty();
			assertThat(this.trail.history("conference", conference)).filteredOn((entry) -> entry.id() == other)
				.singleElement()
				.satisfies((entry) -> assertThat(entry.changes().get(0).after()).isEqualTo("0912345678"));
		}
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("update audit_entry set actor = 'khác' where id = ?").param(old).update());
	}

	@Test
	void the_audit_keeps_no_contacts() {
		long conference = this.fixture.conference(48, 2, DA_NANG);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		AttendeeForm form = AttendanceFixture.form("Trần Thị B");
		form.setEmail("rieng.tu@moj.gov.vn");
		this.attendees.register(conference, form, clerk);
		assertThat(this.jdbc.sql("select changes::text from audit_entry where area = 'attendance' and subject_id = ?")
			.param(conference)
			.query(String.class)
			.single()).contains("•••678").doesNotContain("0912345678").doesNotContain("rieng.tu");
	}

	@Test
	void each_attempt_to_check_in_gets_its_verdict_and_is_logged() {
		long conference = this.fixture.conference(48, 3, DA_NANG);
		long other = this.fixture.conference(48, 3, DA_NANG);
		Viewer office = this.fixture.office();
		List<Long> ids = this.fixture.register(conference, DA_NANG, office, "Nguyễn Văn A", "Trần Thị B");
		long elsewhere = this.fixture.register(other, DA_NANG, office, "Lê Văn C").get(0);
		this.attendees.withdraw(conference, ids.get(1), office);
		String session = this.fixture.firstDay() + "-MORNING";
		String outside = this.fixture.firstDay().plusDays(5) + "-MORNING";
		String code = code(ids.get(0));
		assertThat(this.checkIns.enter(conference, session, " " + code.toLowerCase() + " ", office).verdict())
			.isEqualTo(CheckInVerdict.CHECKED_IN);
		assertThat(this.checkIns.enter(conference, session, code, office).verdict()).isEqualTo(CheckInVerdict.ALREADY);
		assertThat(this.checkIns.enter(conference, session, code(elsewhere), office).verdict())
			.isEqualTo(CheckInVerdict.WRONG_CONFERENCE);
		assertThat(this.checkIns.enter(conference, outside, code, office).verdict())
			.isEqualTo(CheckInVerdict.WRONG_SESSION);
		assertThat(this.checkIns.enter(conference, session, "?", office).verdict()).isEqualTo(CheckInVerdict.UNKNOWN);
		assertThat(this.checkIns.enter(conference, session, code(ids.get(1)), office).verdict())
			.isEqualTo(CheckInVerdict.WITHDRAWN);
		assertThat(this.jdbc.sql("select verdict from check_in_log where conference_id = ? order by id")
			.param(conference)
			.query(String.class)
			.list())
			.containsExactly("CHECKED_IN", "ALREADY", "WRONG_CONFERENCE", "WRONG_SESSION", "UNKNOWN", "WITHDRAWN");
		assertInvisible(() -> this.checkIns.enter(conference, "2026-13-45-MORNING", code, office));
		assertInvisible(() -> this.checkIns.page(conference, outside, null, office));
	}

	@Test
	void a_mark_can_be_corrected_and_the_correction_is_audited() {
		long conference = this.fixture.conference(48, 3, DA_NANG);
		Viewer office = this.fixture.office();
		List<Long> ids = this.fixture.register(conference, DA_NANG, office, "Nguyễn Văn A", "Trần Thị B");
		String session = this.fixture.firstDay() + "-MORNING";
		this.checkIns.mark(conference, session, ids.get(0), Presence.ABSENT, office);
		assertThat(this.checkIns.markUnit(conference, session, this.fixture.unit(DA_NANG), office))
			.as("only whom nobody noted yet")
			.isEqualTo(1);
		this.checkIns.mark(conference, session, ids.get(0), Presence.LATE, office);
		CheckInPage page = this.checkIns.page(conference, session, null, office);
		assertThat(page.late()).isEqualTo(1);
		assertThat(page.present()).isEqualTo(1);
		assertThat(page.absent()).isZero();
		assertThat(page.notBegun()).isTrue();
		assertThat(this.checkIns.page(conference, session, "nguyen van", office).units()).singleElement()
			.satisfies((unit) -> assertThat(unit.attendees()).hasSize(1));
		assertThat(this.checkIns.page(conference, this.fixture.firstDay() + "-AFTERNOON", null, office).open())
			.isEqualTo(2);
		assertThat(this.jdbc
			.sql("select count(*) from audit_entry where action = 'attendance.audit.corrected' and subject_id = ?")
			.param(conference)
			.query(Long.class)
			.single()).isEqualTo(1);
		Viewer clerk = this.fixture.person(Role.CLERK, DA_NANG);
		assertThat(this.attendees.unit(conference, this.fixture.unit(DA_NANG), clerk).attendees())
			.allSatisfy((row) -> assertThat(row.presences()).hasSize(1));
	}

	@Test
	void a_quota_never_falls_below_who_is_registered_and_an_invitation_with_attendees_stays() {
		long conference = this.fixture.conference(48, 2, DA_NANG);
		this.fixture.register(conference, DA_NANG, this.fixture.office(), "Nguyễn Văn A", "Trần Thị B");
		assertThat(new RegisteredAttendees(this.jdbc).registered(conference, this.fixture.unit(DA_NANG))).isEqualTo(2);
	}

	private AnswerRow answer(long conference, Viewer viewer) {
		return this.attendees.unit(conference, this.fixture.unit(DA_NANG), viewer).answer();
	}

	private List<String> waiting(long conference, Viewer viewer) {
		return this.obligations.obligationsOf(viewer)
			.stream()
			.filter((obligation) -> obligation.url().startsWith("/conferences/" + conference + "/"))
			.map(Obligation::titleKey)
			.toList();
	}

	private long reminders(long conference, Viewer viewer) {
		return this.jdbc
			.sql("select count(*) from notification where account_id = ? and url = ?"
					+ " and message_key = 'attendance.notice.reminder'")
			.params(viewer.accountId(), "/conferences/" + conference + "/attendees")
			.query(Long.class)
			.single();
	}

	private String code(long attendee) {
		return this.stored.findById(attendee).orElseThrow().getCode();
	}

	private static void assertInvisible(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
		assertThatExceptionOfType(NotVisibleException.class).isThrownBy(act);
	}

	private static void assertForbidden(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
		assertThatExceptionOfType(NotAllowedException.class).isThrownBy(act);
	}

	private static void assertRefused(String messageKey, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(act).withMessage(messageKey);
	}

	/** Whoever other tests left there. */
	private void lockAll(String... units) {
		for (String unit : units) {
			this.jdbc.sql("""
					update account set locked_at = now()
					where id in (select account_id from role_grant where organization_id = ?)
					""").param(this.fixture.unit(unit)).update();
		}
	}

	private String name(String unit) {
		return this.jdbc.sql("select name from organization where id = ?")
			.param(this.fixture.unit(unit))
			.query(String.class)
			.single();
	}

	private String phone(long attendee) {
		return (String) this.jdbc.sql("select phone from attendee where id = ?")
			.param(attendee)
			.query()
			.singleRow()
			.get("phone");
	}

	private long entry(String area, long subject, String changes) {
		return this.jdbc.sql("""
				insert into audit_entry (at, actor, area, action, subject_id, subject, changes)
				values (now(), 'Người thử', ?, 'attendance.audit.changed', ?, 'Trần Thị B', ?::jsonb) returning id
				""").params(area, subject, changes).query(Long.class).single();
	}

}
