package vn.nhactruong.directive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.test.util.ReflectionTestUtils;

import vn.nhactruong.directive.extension.Extension;
import vn.nhactruong.directive.origin.Origin;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.nhactruong.directive.DirectiveStatus.CANCELLED;
import static vn.nhactruong.directive.DirectiveStatus.DECLINED;
import static vn.nhactruong.directive.DirectiveStatus.DRAFT;
import static vn.nhactruong.directive.DirectiveStatus.IN_PROGRESS;
import static vn.nhactruong.directive.DirectiveStatus.ISSUED;
import static vn.nhactruong.directive.DirectiveStatus.REPORTED;
import static vn.nhactruong.directive.DirectiveStatus.VERIFIED;

class DirectiveTests {

	private static final LocalDate ISSUE = LocalDate.of(2026, 10, 12);

	private static final LocalDate DUE = LocalDate.of(2026, 11, 15);

	private static final Instant NOW = Instant.parse("2026-10-12T10:30:00Z");

	/** Every act, the states that allow it, and where it leads. */
	@TestFactory
	Stream<DynamicTest> every_act_is_allowed_in_its_states_only() {
		Map<String, Act> acts = new LinkedHashMap<>();
		acts.put("issue", new Act(EnumSet.of(DRAFT), ISSUED, (it) -> it.issue(ISSUE, NOW)));
		acts.put("revise",
				new Act(EnumSet.of(DRAFT), DRAFT, (it) -> it.revise(plan(null), true, List.of(), List.of())));
		acts.put("address", new Act(EnumSet.of(DRAFT), DRAFT, (it) -> it.addressTo("2026-0002", 2026, 9, 9)));
		acts.put("address to a family",
				new Act(EnumSet.of(DRAFT), DRAFT, (it) -> it.addressToFamily("2026-0002", 2026)));
		acts.put("receive", new Act(EnumSet.of(ISSUED), IN_PROGRESS, (it) -> it.receive(NOW)));
		acts.put("progress", new Act(EnumSet.of(IN_PROGRESS), IN_PROGRESS, (it) -> it.progress(40)));
		acts.put("report", new Act(EnumSet.of(IN_PROGRESS), REPORTED, (it) -> it.report(DUE)));
		acts.put("verify", new Act(EnumSet.of(REPORTED), VERIFIED, (it) -> it.verify(NOW)));
		acts.put("return", new Act(EnumSet.of(REPORTED), IN_PROGRESS, (it) -> it.returnToUnit(40)));
		acts.put("decline", new Act(EnumSet.of(ISSUED, IN_PROGRESS), DECLINED, (it) -> it.decline("no")));
		acts.put("refuse the declination",
				new Act(EnumSet.of(DECLINED), IN_PROGRESS, (it) -> it.refuseDeclination(NOW)));
		acts.put("accept the declination",
				new Act(EnumSet.of(DECLINED), ISSUED, (it) -> it.acceptDeclination(9, 9, DUE)));
		acts.put("reassign", new Act(EnumSet.of(ISSUED, IN_PROGRESS), ISSUED, (it) -> it.reassign(9, 9, DUE)));
		acts.put("cancel",
				new Act(EnumSet.of(ISSUED, IN_PROGRESS, DECLINED, REPORTED), CANCELLED, (it) -> it.cancel("off")));
		acts.put("ask for an extension",
				new Act(EnumSet.of(ISSUED, IN_PROGRESS), null, (it) -> it.requireExtensible(DUE.plusDays(1), DUE)));
		acts.put("extend", new Act(EnumSet.of(ISSUED, IN_PROGRESS, DECLINED, REPORTED), null,
				(it) -> it.extend(DUE.plusDays(10))));
		return acts.entrySet()
			.stream()
			.flatMap((entry) -> Stream.of(DirectiveStatus.values())
				.map((state) -> DynamicTest.dynamicTest(entry.getKey() + " in " + state,
						() -> attempt(entry.getValue(), state))));
	}

	private static void attempt(Act act, DirectiveStatus state) {
		Directive directive = in(state);
		if (act.allowed().contains(state)) {
			act.act().accept(directive);
			assertThat(directive.getStatus()).isEqualTo((act.leadsTo() != null) ? act.leadsTo() : state);
		}
		else {
			assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> act.act().accept(directive));
			assertThat(directive.getStatus()).isEqualTo(state);
		}
	}

	@TestFactory
	Stream<DynamicTest> timeliness_is_judged_by_the_right_day() {
		LocalDate before = DUE.minusDays(1);
		LocalDate after = DUE.plusDays(1);
		return Stream
			.of(new Judged(ISSUED, DUE, null, DUE, Timeliness.OPEN_IN_TIME),
					new Judged(ISSUED, DUE, null, after, Timeliness.OPEN_OVERDUE),
					new Judged(DECLINED, DUE, null, after, Timeliness.OPEN_OVERDUE),
					new Judged(REPORTED, DUE, DUE, after, Timeliness.OPEN_IN_TIME),
					new Judged(REPORTED, DUE, after, after, Timeliness.OPEN_OVERDUE),
					new Judged(VERIFIED, DUE, before, after, Timeliness.DONE_ON_TIME),
					new Judged(VERIFIED, DUE, after, after, Timeliness.DONE_LATE),
					new Judged(VERIFIED, null, after, after, Timeliness.NO_DEADLINE),
					new Judged(IN_PROGRESS, null, null, after, Timeliness.NO_DEADLINE))
			.map((it) -> DynamicTest.dynamicTest(it.toString(),
					() -> assertThat(Timeliness.of(it.status(), it.dueOn(), it.reportedOn(), it.today()))
						.isEqualTo(it.expected())));
	}

	@Test
	void verified_directive_keeps_its_timeliness() {
		Directive directive = in(REPORTED);
		directive.verify(NOW);
		assertThat(directive.timelinessOn(DUE.plusYears(1))).isEqualTo(Timeliness.DONE_ON_TIME);
	}

	@Test
	void returned_report_puts_the_clock_back_to_today() {
		Directive directive = in(REPORTED);
		assertThat(directive.timelinessOn(DUE.plusDays(1))).isEqualTo(Timeliness.OPEN_IN_TIME);
		directive.returnToUnit(40);
		assertThat(directive.getPercent()).isEqualTo(40);
		assertThat(directive.timelinessOn(DUE.plusDays(1))).isEqualTo(Timeliness.OPEN_OVERDUE);
		assertThat(directive.getRounds()).isEqualTo(1);
	}

	@Test
	void extension_moves_the_deadline_and_keeps_the_original_one() {
		Directive directive = in(IN_PROGRESS);
		directive.extend(DUE.plusDays(10));
		assertThat(directive.getDueOn()).isEqualTo(DUE.plusDays(10));
		assertThat(directive.getOriginalDueOn()).isEqualTo(DUE);
		assertThat(directive.getExtensions()).isEqualTo(1);
		assertThat(directive.timelinessOn(DUE.plusDays(10))).isEqualTo(Timeliness.OPEN_IN_TIME);
	}

	@Test
	void extension_is_asked_for_before_the_deadline_passes_and_for_a_later_day() {
		Directive directive = in(IN_PROGRESS);
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> directive.requireExtensible(DUE.plusDays(5), DUE.plusDays(1)))
			.satisfies((ex) -> assertThat(ex.messageKey()).isEqualTo("directive.error.expired"));
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> directive.requireExtensible(DUE, DUE))
			.satisfies((ex) -> assertThat(ex.field()).isEqualTo("dueOn"));
	}

	@Test
	void without_a_deadline_there_is_nothing_to_extend() {
		Directive directive = Directive.forUnit("2026-0001", 2026, plan(null), 1, 1, List.of());
		ReflectionTestUtils.setField(directive, "id", 1L);
		directive.issue(ISSUE, NOW);
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> directive.requireExtensible(DUE, ISSUE))
			.satisfies((ex) -> assertThat(ex.messageKey()).isEqualTo("directive.error.noDeadlineToExtend"));
	}

	@Test
	void family_parent_is_never_worked_on() {
		Directive parent = TestDirectives.family(plan(DUE), List.of());
		ReflectionTestUtils.setField(parent, "id", 1L);
		parent.issue(ISSUE, NOW);
		List<Consumer<Directive>> acts = List.of((it) -> it.receive(NOW), (it) -> it.progress(10),
				(it) -> it.decline("no"), (it) -> it.cancel("off"), (it) -> it.reassign(9, 9, DUE));
		assertThat(acts)
			.allSatisfy((act) -> assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> act.accept(parent))
				.satisfies((ex) -> assertThat(ex.messageKey()).isEqualTo("directive.error.family")));
	}

	@Test
	void what_a_kind_leads_together_no_unit_receives() {
		Directive directive = Directive.forKind("2017-0001", 2017, plan(null), OrganizationKind.PROVINCIAL_ENFORCEMENT,
				List.of());
		directive.archive(LocalDate.of(2017, 5, 4), NOW);
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> directive.receive(NOW));
	}

	@Test
	void new_lead_starts_afresh_and_is_not_the_old_one() {
		Directive directive = in(IN_PROGRESS);
		directive.progress(60);
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> directive.reassign(1, 1, DUE));
		directive.reassign(9, 9, DUE);
		assertThat(directive.getLeadOrganizationId()).isEqualTo(9);
		assertThat(directive.getPercent()).isZero();
		assertThat(directive.getReceivedAt()).isNull();
		assertThat(directive.getDueOn()).isEqualTo(DUE);
	}

	@Test
	void slipping_is_progress_behind_the_time_elapsed_while_not_overdue() {
		Directive directive = in(IN_PROGRESS);
		LocalDate halfway = ISSUE.plusDays(17);
		assertThat(Standing.of(directive).elapsed(halfway)).isEqualTo(50);
		directive.progress(39);
		assertThat(Standing.of(directive).slipping(halfway, 10)).isTrue();
		directive.progress(40);
		assertThat(Standing.of(directive).slipping(halfway, 10)).isFalse();
		assertThat(Standing.of(directive).slipping(DUE.plusDays(1), 10)).isFalse();
	}

	@Test
	void time_begins_anew_for_a_new_lead_and_stands_still_while_a_declination_waits() {
		Directive directive = in(ISSUED);
		LocalDate halfway = ISSUE.plusDays(17);
		directive.reassign(9, 9, halfway);
		assertThat(Standing.of(directive).elapsed(halfway)).isZero();
		assertThat(Standing.of(directive).elapsed(halfway.plusDays(8))).isEqualTo(47);
		assertThat(Standing.of(directive).slipping(halfway.plusDays(8), 10)).isTrue();
		directive.decline("no");
		assertThat(Standing.of(directive).slipping(halfway.plusDays(8), 10)).isFalse();
		assertThat(directive.timelinessOn(DUE.plusDays(1))).isEqualTo(Timeliness.OPEN_OVERDUE);
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-19, directive.error.dueInPast", "2026-11-15, directive.error.dueInPast", "2026-11-20, ",
			", " })
	void reopened_work_may_get_a_later_deadline_that_is_no_extension(LocalDate dueOn, String error) {
		Directive directive = in(VERIFIED);
		LocalDate today = LocalDate.of(2026, 11, 20);
		if (error != null) {
			assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> directive.reopen(40, dueOn, today))
				.satisfies((violation) -> assertThat(violation.field()).isEqualTo("dueOn"))
				.withMessage(error);
			return;
		}
		directive.reopen(40, dueOn, today);
		assertThat(directive.getDueOn()).isEqualTo((dueOn != null) ? dueOn : DUE);
		assertThat(directive.getOriginalDueOn()).isEqualTo(DUE);
		assertThat(directive.getExtensions()).isZero();
		assertThat(directive.timelinessOn(today))
			.isEqualTo((dueOn != null) ? Timeliness.OPEN_IN_TIME : Timeliness.OPEN_OVERDUE);
	}

	@Test
	void reopened_before_its_deadline_it_can_only_get_a_later_one() {
		Directive directive = in(VERIFIED);
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> directive.reopen(40, DUE, ISSUE))
			.withMessage("directive.error.extensionNotLater");
	}

	@Test
	void percent_is_between_0_and_100() {
		Directive directive = in(IN_PROGRESS);
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> directive.progress(101));
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> directive.progress(-1));
	}

	@Test
	void request_goes_from_draft_over_signature_to_a_decision_by_somebody_else() {
		Directive directive = in(IN_PROGRESS);
		Extension extension = new Extension(directive, "Chờ số liệu", DUE.plusDays(5), DUE, 5, NOW);
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> extension.approve(directive, 7, NOW));
		extension.sign(directive, DUE, 6, NOW);
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> extension.sign(directive, DUE, 6, NOW));
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> extension.approve(directive, 6, NOW))
			.satisfies((ex) -> assertThat(ex.messageKey()).isEqualTo("directive.error.ownRequest"));
		extension.approve(directive, 7, NOW);
		assertThat(extension.getNumberNo()).isEqualTo(1);
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> extension.refuse("no", 7, NOW));
	}

	@Test
	void report_needs_a_document_with_its_day_or_a_file() {
		Directive directive = in(IN_PROGRESS);
		assertThat(field(directive, null, null, 0)).isEqualTo("documentNumber");
		assertThat(field(directive, "215/BC", null, 0)).isEqualTo("documentDate");
		assertThat(field(directive, null, DUE, 1)).isEqualTo("documentNumber");
		assertThat(field(directive, "215/BC", DUE.plusDays(1), 0)).isEqualTo("documentDate");
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> new CompletionReport(directive, "Xong", "215/BC", DUE, null, 1, DUE, 5, NOW))
			.satisfies((violation) -> assertThat(violation.field()).isEqualTo("documentAbstract"));
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> new CompletionReport(directive, "Xong", null, null, "Báo cáo", 1, DUE, 5, NOW))
			.satisfies((violation) -> assertThat(violation.field()).isEqualTo("documentNumber"));
		assertThat(report(directive, "215/BC", DUE, 0).getStatus()).isEqualTo(ReportStatus.DRAFT);
		assertThat(report(directive, null, null, 1).getStatus()).isEqualTo(ReportStatus.DRAFT);
	}

	@Test
	void nobody_verifies_or_returns_what_they_signed() {
		Directive directive = in(IN_PROGRESS);
		CompletionReport report = report(directive, "215/BC", DUE, 0);
		report.sign(directive, DUE, 6, NOW);
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> report.accept(directive, 6, NOW));
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> report.giveBack(directive, "no", 0, 6, NOW));
		assertThat(directive.getStatus()).isEqualTo(REPORTED);
		report.accept(directive, 7, NOW);
		assertThat(directive.getStatus()).isEqualTo(VERIFIED);
		assertThat(report.getStatus()).isEqualTo(ReportStatus.ACCEPTED);
	}

	private static String field(Directive directive, String number, LocalDate date, int files) {
		try {
			report(directive, number, date, files);
			return null;
		}
		catch (RuleViolation violation) {
			return violation.field();
		}
	}

	private static CompletionReport report(Directive directive, String number, LocalDate date, int files) {
		return new CompletionReport(directive, "Xong", number, date, (number != null) ? "Báo cáo" : null, files, DUE, 5,
				NOW);
	}

	private static DirectivePlan plan(LocalDate dueOn) {
		return new DirectivePlan("Rà soát", "Rà soát quy trình", Origin.clause(1), 1L, null, dueOn, null);
	}

	/** A directive that went the ordinary way into that state. */
	private static Directive in(DirectiveStatus state) {
		Directive directive = Directive.forUnit("2026-0001", 2026, plan(DUE), 1, 1, List.of(Addressee.unit(2)));
		ReflectionTestUtils.setField(directive, "id", 1L);
		if (state == DRAFT) {
			return directive;
		}
		directive.issue(ISSUE, NOW);
		if (state == ISSUED) {
			return directive;
		}
		directive.receive(NOW);
		switch (state) {
			case DECLINED -> directive.decline("no");
			case CANCELLED -> directive.cancel("off");
			case REPORTED -> directive.report(DUE);
			case VERIFIED -> {
				directive.report(DUE);
				directive.verify(NOW);
			}
			default -> {
			}
		}
		return directive;
	}

	private record Act(Set<DirectiveStatus> allowed, DirectiveStatus leadsTo, Consumer<Directive> act) {
	}

	private record Judged(DirectiveStatus status, LocalDate dueOn, LocalDate reportedOn, LocalDate today,
			Timeliness expected) {
	}

}
