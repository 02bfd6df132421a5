package vn.nhactruong.workprogram;

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

import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.workprogram.version.VersionChange;
import vn.nhactruong.workprogram.version.VersionItem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WorkProgramTests {

	private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

	private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

	private static final Period MONTH = Period.around(PeriodKind.MONTH, LAST);

	@TestFactory
	Stream<DynamicTest> every_act_of_a_program_is_allowed_in_its_states_only() {
		Map<String, Consumer<WorkProgram>> acts = new LinkedHashMap<>();
		Map<String, Set<ProgramStatus>> allowed = new LinkedHashMap<>();
		acts.put("invite", (it) -> it.invite(null, "x"));
		allowed.put("invite", EnumSet.of(ProgramStatus.OPEN));
		acts.put("submit", (it) -> it.submit(1, 0, NOW));
		allowed.put("submit", EnumSet.of(ProgramStatus.OPEN));
		acts.put("send back", (it) -> it.sendBack("x"));
		allowed.put("send back", EnumSet.of(ProgramStatus.SUBMITTED));
		acts.put("approve", (it) -> it.approve(1, NOW));
		allowed.put("approve", EnumSet.of(ProgramStatus.SUBMITTED));
		acts.put("publish", (it) -> it.publish(1));
		allowed.put("publish", EnumSet.of(ProgramStatus.APPROVED, ProgramStatus.PUBLISHED));
		acts.put("close", (it) -> it.close(LAST.plusDays(1), 0, NOW));
		allowed.put("close", EnumSet.of(ProgramStatus.PUBLISHED));
		acts.put("report", WorkProgram::requireRunning);
		allowed.put("report", EnumSet.of(ProgramStatus.PUBLISHED));
		return acts.keySet()
			.stream()
			.flatMap((act) -> Stream.of(ProgramStatus.values())
				.map((status) -> DynamicTest.dynamicTest(act + " when " + status,
						() -> tried(() -> acts.get(act).accept(program(status)), allowed.get(act).contains(status)))));
	}

	@TestFactory
	Stream<DynamicTest> every_act_of_an_item_is_allowed_in_its_states_only() {
		Map<String, Consumer<WorkItem>> acts = new LinkedHashMap<>();
		acts.put("progress", (it) -> it.progress(40));
		acts.put("complete", (it) -> it.complete(LAST, "1/BC", LAST, LAST));
		acts.put("slip", (it) -> it.slip(LAST.plusDays(1), "x", MONTH));
		Set<String> reports = Set.copyOf(acts.keySet());
		acts.put("move", (it) -> it.move(LAST.plusDays(1), "x", MONTH));
		acts.put("drop", (it) -> it.drop("1/QĐ", LAST, "x", LAST));
		acts.put("adjust the deadline", (it) -> it.adjustDeadline(LAST));
		acts.put("adjust the lead", (it) -> it.adjustLead(9));
		acts.put("adjust who coordinates", (it) -> it.adjustCoordination(Set.of(9L)));
		acts.put("adjust the deliverable", (it) -> it.adjustDeliverable("x"));
		return acts.keySet()
			.stream()
			.flatMap((act) -> Stream.of(WorkItemStatus.values())
				.flatMap((status) -> Stream.of(ProposalStatus.values())
					.map((proposal) -> DynamicTest.dynamicTest(act + " when " + status + " and " + proposal,
							() -> tried(() -> acts.get(act).accept(item(proposal, status)),
									proposal == ProposalStatus.ACCEPTED && (status.isOpen()
											|| status == WorkItemStatus.SLIPPED && !reports.contains(act)))))));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			# state,  accept, give back, merge, write
			PROPOSED,   true,      true,  true,  true
			ACCEPTED,  false,      true,  true,  true
			RETURNED,  false,     false, false,  true
			MERGED,    false,     false, false, false
			""")
	void proposals_are_decided_once(ProposalStatus state, boolean accept, boolean giveBack, boolean merge,
			boolean write) {
		tried(() -> item(state, WorkItemStatus.PLANNED).accept(), accept);
		tried(() -> item(state, WorkItemStatus.PLANNED).giveBack("x"), giveBack);
		WorkItem other = item(ProposalStatus.ACCEPTED, WorkItemStatus.PLANNED);
		ReflectionTestUtils.setField(other, "id", 2L);
		tried(() -> item(state, WorkItemStatus.PLANNED).mergeInto(other), merge);
		tried(() -> item(state, WorkItemStatus.PLANNED).write(plan()), write);
	}

	@Test
	void whoever_works_on_a_merged_item_coordinates_the_other() {
		WorkItem one = item(ProposalStatus.PROPOSED, WorkItemStatus.PLANNED);
		ReflectionTestUtils.setField(one, "leadId", 7L);
		WorkItem other = item(ProposalStatus.ACCEPTED, WorkItemStatus.PLANNED);
		ReflectionTestUtils.setField(other, "id", 2L);
		one.mergeInto(other);
		assertThat(other.plan().coordinatingIds()).containsExactlyInAnyOrder(7L, 6L);
		assertThat(one.getMergedIntoId()).isEqualTo(2L);
	}

	@Test
	void item_merges_into_no_returned_one_and_not_into_itself() {
		WorkItem returned = item(ProposalStatus.RETURNED, WorkItemStatus.PLANNED);
		ReflectionTestUtils.setField(returned, "id", 2L);
		tried(() -> item(ProposalStatus.PROPOSED, WorkItemStatus.PLANNED).mergeInto(returned), false);
		WorkItem self = item(ProposalStatus.PROPOSED, WorkItemStatus.PLANNED);
		tried(() -> self.mergeInto(self), false);
	}

	@Test
	void what_a_unit_changed_is_proposed_again() {
		WorkItem item = item(ProposalStatus.RETURNED, WorkItemStatus.PLANNED);
		item.proposeAgain();
		assertThat(item.getProposal()).isEqualTo(ProposalStatus.PROPOSED);
	}

	@Test
	void submitting_wants_items_and_no_open_proposal() {
		tried(() -> program(ProgramStatus.OPEN).submit(0, 0, NOW), false);
		tried(() -> program(ProgramStatus.OPEN).submit(3, 1, NOW), false);
	}

	@Test
	void first_publication_wants_no_adjustment_later_ones_do() {
		assertThat(program(ProgramStatus.APPROVED).publish(0)).isEqualTo(1);
		WorkProgram running = program(ProgramStatus.PUBLISHED);
		tried(() -> running.publish(0), false);
		assertThat(running.publish(2)).isEqualTo(2);
	}

	@Test
	void period_is_closed_when_its_last_day_is_over_and_nothing_waits() {
		tried(() -> program(ProgramStatus.PUBLISHED).close(LAST, 0, NOW), false);
		tried(() -> program(ProgramStatus.PUBLISHED).close(LAST.plusDays(1), 1, NOW), false);
		tried(() -> program(ProgramStatus.PUBLISHED).close(LAST.plusDays(1), 0, NOW), true);
		assertThat(program(ProgramStatus.PUBLISHED).isClosable(LAST)).isFalse();
		assertThat(program(ProgramStatus.PUBLISHED).isClosable(LAST.plusDays(1))).isTrue();
	}

	@Test
	void proposals_end_with_the_period_at_the_latest() {
		WorkProgram program = program(ProgramStatus.OPEN);
		tried(() -> program.invite(LAST.plusDays(1), null), false);
		program.invite(LAST.minusDays(10), null);
		assertThat(program.takesProposalsOn(LAST.minusDays(10))).isTrue();
		assertThat(program.takesProposalsOn(LAST.minusDays(9))).isFalse();
	}

	@Test
	void item_slips_out_of_its_period_only() {
		tried(() -> item(ProposalStatus.ACCEPTED, WorkItemStatus.PLANNED).slip(LAST, "x", MONTH), false);
		tried(() -> item(ProposalStatus.ACCEPTED, WorkItemStatus.PLANNED).slip(LAST.plusDays(1), "x", MONTH), true);
	}

	@Test
	void what_a_version_moved_is_adjusted_no_more() {
		for (Consumer<WorkItem> act : List.<Consumer<WorkItem>>of((item) -> item.move(LAST.plusDays(3), "x", MONTH),
				(item) -> item.drop("1", LAST, "x", LAST), (item) -> item.adjustDeadline(LAST),
				(item) -> item.adjustLead(6L), (item) -> item.adjustDeliverable("x"))) {
			WorkItem item = item(ProposalStatus.ACCEPTED, WorkItemStatus.PLANNED);
			item.move(LAST.plusDays(1), "x", MONTH);
			tried(() -> act.accept(item), false);
		}
	}

	@Test
	void reported_slip_is_withdrawn_but_a_published_move_is_not() {
		WorkItem item = item(ProposalStatus.ACCEPTED, WorkItemStatus.PLANNED);
		item.slip(LAST.plusDays(3), "x", MONTH);
		assertThat(item.isSlipReported()).isTrue();
		tried(item::withdrawSlip, true);
		item.move(LAST.plusDays(3), "x", MONTH);
		assertThat(item.isSlipReported()).isFalse();
		tried(item::withdrawSlip, false);
	}

	@Test
	void other_deadline_or_other_lead_ends_a_reported_slip() {
		for (Consumer<WorkItem> act : List.<Consumer<WorkItem>>of((item) -> item.adjustDeadline(LAST.minusDays(1)),
				(item) -> item.adjustLead(6L))) {
			WorkItem item = item(ProposalStatus.ACCEPTED, WorkItemStatus.PLANNED);
			item.progress(40);
			item.slip(LAST.plusDays(3), "x", MONTH);
			item.adjustDeliverable("Tờ trình");
			assertThat(item.isSlipReported()).isTrue();
			act.accept(item);
			assertThat(item.getStatus()).isEqualTo(WorkItemStatus.IN_PROGRESS);
			assertThat(item.getSlippedTo()).isNull();
			assertThat(item.getReason()).isNull();
		}
	}

	@Test
	void nothing_is_done_or_decided_tomorrow() {
		tried(() -> item(ProposalStatus.ACCEPTED, WorkItemStatus.PLANNED).complete(LAST.plusDays(1), null, null, LAST),
				false);
		tried(() -> item(ProposalStatus.ACCEPTED, WorkItemStatus.PLANNED).drop("1", LAST.plusDays(1), "x", LAST),
				false);
		tried(() -> item(ProposalStatus.ACCEPTED, WorkItemStatus.PLANNED).progress(101), false);
		tried(() -> item(ProposalStatus.ACCEPTED, WorkItemStatus.PLANNED).progress(-1), false);
	}

	@Test
	void who_coordinates_is_said_anew_and_the_lead_never_does() {
		WorkItem item = item(ProposalStatus.ACCEPTED, WorkItemStatus.PLANNED);
		item.adjustCoordination(Set.of(7L, 5L));
		assertThat(item.plan().coordinatingIds()).containsExactly(7L);
	}

	@Test
	void new_lead_coordinates_no_longer() {
		WorkItem item = item(ProposalStatus.ACCEPTED, WorkItemStatus.PLANNED);
		item.adjustLead(6L);
		assertThat(item.plan().coordinatingIds()).isEmpty();
		assertThat(item.getLeadId()).isEqualTo(6L);
	}

	@ParameterizedTest
	@CsvSource({ "YEAR, 2026-05-05, 2026-01-01, 2026-12-31, 2026",
			"QUARTER, 2026-11-22, 2026-10-01, 2026-12-31, IV/2026",
			"QUARTER, 2026-03-31, 2026-01-01, 2026-03-31, I/2026", "MONTH, 2028-02-10, 2028-02-01, 2028-02-29, 2/2028",
			"WEEK, 2026-11-22, 2026-11-16, 2026-11-22, 16/11/2026–22/11/2026" })
	void period_is_found_around_a_day(PeriodKind kind, LocalDate day, LocalDate start, LocalDate end, String code) {
		Period period = Period.around(kind, day);
		assertThat(period).isEqualTo(new Period(kind, start, end));
		assertThat(period.code()).isEqualTo(code);
		assertThat(period.next().startsOn()).isEqualTo(end.plusDays(1));
		assertThat(period.previous().endsOn()).isEqualTo(start.minusDays(1));
	}

	@Test
	void versions_differ_field_by_field() {
		VersionItem one = version(1, "A", "Vụ X", "", "", LAST, WorkItemStatus.PLANNED);
		VersionItem changed = version(1, "A", "Vụ Y", "Cục Z", "Báo cáo", LAST.minusDays(2),
				WorkItemStatus.IN_PROGRESS);
		VersionItem moved = version(2, "B", "Vụ X", "", "", LAST, WorkItemStatus.SLIPPED);
		VersionItem dropped = version(3, "C", "Vụ X", "", "", LAST, WorkItemStatus.DROPPED);
		VersionItem added = version(4, "D", "Vụ X", "", "", LAST, WorkItemStatus.PLANNED);
		List<VersionChange> changes = VersionChange.between(
				List.of(one, version(2, "B", "Vụ X", "", "", LAST, WorkItemStatus.PLANNED),
						version(3, "C", "Vụ X", "", "", LAST, WorkItemStatus.IN_PROGRESS)),
				List.of(changed, moved, dropped, added));
		assertThat(changes).extracting(VersionChange::getKey)
			.containsExactly("workprogram.change.LEAD.changed", "workprogram.change.COORDINATING.set",
					"workprogram.change.DELIVERABLE.set", "workprogram.change.DUE_ON.changed",
					"workprogram.change.MOVED.changed", "workprogram.change.DROPPED.set",
					"workprogram.change.ITEM.set");
		assertThat(changes.get(3).before()).isEqualTo("30/11/2026");
		assertThat(changes.get(3).after()).isEqualTo("28/11/2026");
	}

	@Test
	void progress_alone_is_no_change_of_the_program() {
		assertThat(VersionChange.between(List.of(version(1, "A", "Vụ X", "", "", LAST, WorkItemStatus.PLANNED)),
				List.of(version(1, "A", "Vụ X", "", "", LAST, WorkItemStatus.DONE))))
			.isEmpty();
	}

	private static VersionItem version(long id, String title, String lead, String coordinating, String deliverable,
			LocalDate dueOn, WorkItemStatus status) {
		return new VersionItem(id, (int) id, title, 1, lead, List.of(), coordinating, deliverable,
				SubmittingLevel.MINISTER, dueOn, "", status,
				(status == WorkItemStatus.SLIPPED) ? dueOn.plusMonths(1) : null,
				(status == WorkItemStatus.DROPPED) ? "1/QĐ" : "");
	}

	private static void tried(Runnable act, boolean allowed) {
		if (allowed) {
			act.run();
		}
		else {
			assertThatExceptionOfType(RuleViolation.class).isThrownBy(act::run);
		}
	}

	private static WorkProgram program(ProgramStatus status) {
		WorkProgram program = new WorkProgram(1, true, MONTH);
		ReflectionTestUtils.setField(program, "id", 1L);
		ReflectionTestUtils.setField(program, "status", status);
		ReflectionTestUtils.setField(program, "lastVersion", status.isPublished() ? 1 : 0);
		return program;
	}

	private static WorkItem item(ProposalStatus proposal, WorkItemStatus status) {
		WorkItem item = new WorkItem(1, 1, plan(), 5, true);
		ReflectionTestUtils.setField(item, "id", 1L);
		ReflectionTestUtils.setField(item, "proposal", proposal);
		ReflectionTestUtils.setField(item, "status", status);
		return item;
	}

	private static WorkItemPlan plan() {
		return new WorkItemPlan("Xây dựng đề án", 5, Set.of(6L), "Đề án", SubmittingLevel.MINISTER, LAST, null, null,
				null, null);
	}

}
