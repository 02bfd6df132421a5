package vn.nhactruong.conclusion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import vn.nhactruong.conclusion.review.ClauseComment;
import vn.nhactruong.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Each act in each state: what it leads to, or the sentence that refuses it. */
class ConclusionTests {

	private static final Instant NOW = Instant.parse("2026-10-12T03:00:00Z");

	private static final IssuePlan ISSUE = new IssuePlan(7, LocalDate.of(2026, 10, 12), "CHÁNH VĂN PHÒNG", "A");

	/** Act → what it says or leads to in DRAFT, IN_REVIEW, APPROVED, ISSUED. */
	static Stream<Arguments> acts() {
		return Stream.of(
				act("submit", (it) -> it.submit(NOW), "IN_REVIEW", "alreadySubmitted", "alreadySubmitted",
						"alreadySubmitted"),
				act("return", (it) -> it.returnForRevision(1, "reason", "leader", NOW), "notInReview", "DRAFT",
						"notInReview", "notInReview"),
				act("approve", (it) -> it.approve(1, "leader", null, NOW), "notInReview", "APPROVED", "notInReview",
						"notInReview"),
				act("issue", (it) -> it.issue(ISSUE, "TB-BTP", NOW), "notApproved", "notApproved", "ISSUED",
						"alreadyIssued"),
				act("archive", Conclusion::archive, "ISSUED", "notDraft", "notDraft", "frozen"),
				act("add clause", (it) -> it.addClause(ClausePlan.plain(1, "new")), "DRAFT", "notDraft", "notDraft",
						"frozen"),
				act("revise clause", (it) -> it.getClauses().get(0).revise(ClausePlan.plain(1, "new")), "DRAFT",
						"notDraft", "notDraft", "frozen"),
				act("move clause", (it) -> it.getClauses().get(0).moveTo(9), "DRAFT", "notDraft", "notDraft", "frozen"),
				act("remove clause", (it) -> it.removeClause(it.getClauses().get(0)), "DRAFT", "notDraft", "notDraft",
						"frozen"),
				act("mark no task", (it) -> it.getClauses().get(0).markNoTask(true), "notIssued", "notIssued",
						"notIssued", "ISSUED"),
				act("add assessment", (it) -> it.addAssessment(AssessmentKind.LIMITATION, "new"), "DRAFT", "IN_REVIEW",
						"approved", "frozen"),
				act("revise assessment", (it) -> it.getAssessment().get(0).revise("new"), "DRAFT", "IN_REVIEW",
						"approved", "frozen"),
				act("move assessment", (it) -> it.getAssessment().get(0).moveTo(9), "DRAFT", "IN_REVIEW", "approved",
						"frozen"),
				act("remove assessment", (it) -> it.removeAssessment(it.getAssessment().get(0)), "DRAFT", "IN_REVIEW",
						"approved", "frozen"),
				act("add contribution", (it) -> it.addContribution("speaker", null, "new"), "DRAFT", "IN_REVIEW",
						"APPROVED", "frozen"),
				act("revise contribution", (it) -> it.getContributions().get(0).revise("other", null, "new"), "DRAFT",
						"IN_REVIEW", "APPROVED", "frozen"),
				act("move contribution", (it) -> it.getContributions().get(0).moveTo(9), "DRAFT", "IN_REVIEW",
						"APPROVED", "frozen"),
				act("remove contribution", (it) -> it.removeContribution(it.getContributions().get(0)), "DRAFT",
						"IN_REVIEW", "APPROVED", "frozen"),
				act("handle comment", (it) -> new ClauseComment(it, 1, 1, "leader", "text", NOW).handle(null, "o", NOW),
						"DRAFT", "IN_REVIEW", "commentsClosed", "frozen"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("acts")
	void each_act_is_possible_only_in_its_states(String name, Consumer<Conclusion> act,
			Map<ConclusionStatus, String> outcomes) {
		outcomes.forEach((status, outcome) -> {
			Conclusion conclusion = in(status);
			if (Stream.of(ConclusionStatus.values()).anyMatch((it) -> it.name().equals(outcome))) {
				act.accept(conclusion);
				assertThat(conclusion.getStatus()).as(name + " in " + status).hasToString(outcome);
			}
			else {
				refused(() -> act.accept(conclusion), "conclusion.error." + outcome);
				assertThat(conclusion.getStatus()).as(name + " in " + status).isEqualTo(status);
			}
		});
	}

	@Test
	void a_conclusion_without_clause_is_not_submitted() {
		refused(() -> new Conclusion(1).submit(NOW), "conclusion.error.noClause");
	}

	@ParameterizedTest
	@EnumSource(names = { "IN_REVIEW" })
	void a_leader_who_read_another_round_decides_nothing(ConclusionStatus status) {
		Conclusion conclusion = in(status);
		conclusion.returnForRevision(1, "reason", "leader", NOW);
		conclusion.submit(NOW);
		refused(() -> conclusion.approve(1, "leader", null, NOW), "conclusion.error.otherRound");
		refused(() -> conclusion.returnForRevision(1, "reason", "leader", NOW), "conclusion.error.otherRound");
		conclusion.approve(2, "leader", null, NOW);
		assertThat(conclusion.getStatus()).isEqualTo(ConclusionStatus.APPROVED);
	}

	@Test
	void resubmission_counts_rounds_and_forgets_the_reason_of_the_return() {
		Conclusion conclusion = in(ConclusionStatus.IN_REVIEW);
		conclusion.returnForRevision(1, "Nêu rõ thời hạn.", "leader", NOW);
		assertThat(conclusion.getReturnReason()).isEqualTo("Nêu rõ thời hạn.");
		conclusion.submit(NOW);
		assertThat(conclusion.getRound()).isEqualTo(2);
		assertThat(conclusion.getReturnReason()).isNull();
	}

	@Test
	void a_number_below_ten_is_padded() {
		assertThat(in(ConclusionStatus.ISSUED).getNoticeNumber()).isEqualTo("07/TB-BTP");
		assertThat(Conclusion.noticeNumber(21, "TB-BTP")).isEqualTo("21/TB-BTP");
		assertThat(Conclusion.noticeNumber(121, "TB-BTP")).isEqualTo("121/TB-BTP");
	}

	private static Arguments act(String name, Consumer<Conclusion> act, String... outcomes) {
		Map<ConclusionStatus, String> byStatus = new EnumMap<>(ConclusionStatus.class);
		for (ConclusionStatus status : ConclusionStatus.values()) {
			byStatus.put(status, outcomes[status.ordinal()]);
		}
		return Arguments.of(name, act, byStatus);
	}

	private static Conclusion in(ConclusionStatus status) {
		Conclusion conclusion = new Conclusion(1);
		conclusion.addClause(ClausePlan.plain(1, "first"));
		conclusion.addAssessment(AssessmentKind.ACHIEVEMENT, "good");
		conclusion.addContribution("speaker", "unit", "said");
		if (status != ConclusionStatus.DRAFT) {
			conclusion.submit(NOW);
		}
		if (status == ConclusionStatus.APPROVED || status == ConclusionStatus.ISSUED) {
			conclusion.approve(1, "leader", null, NOW);
		}
		if (status == ConclusionStatus.ISSUED) {
			conclusion.issue(ISSUE, "TB-BTP", NOW);
		}
		return conclusion;
	}

	private static void refused(ThrowingCallable act, String messageKey) {
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(act)
			.satisfies((ex) -> assertThat(ex.messageKey()).isEqualTo(messageKey));
	}

}
