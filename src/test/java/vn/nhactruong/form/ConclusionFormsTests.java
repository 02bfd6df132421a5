package vn.nhactruong.form;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.shared.Role;

/** The forms that lead from what was said at a conference to its notice. */
class ConclusionFormsTests extends FormTests {

	private RequestPostProcessor office;

	private RequestPostProcessor leader;

	@Override
	Map<String, Supplier<FilledForm>> forms() {
		this.office = as(Role.OFFICE, "VPB");
		this.leader = as(Role.LEADER, "BTP");
		Map<String, Supplier<FilledForm>> forms = new LinkedHashMap<>();
		forms.put("/conferences/{id}/conclusion/assessment",
				() -> assessment(PlannedConclusions.url(conference()) + "/assessment"));
		forms.put("/conferences/{id}/conclusion/assessment/{itemId}", this::changedAssessment);
		forms.put("/conferences/{id}/conclusion/contributions",
				() -> contribution(PlannedConclusions.url(conference()) + "/contributions"));
		forms.put("/conferences/{id}/conclusion/contributions/{contributionId}", this::changedContribution);
		forms.put("/conferences/{id}/conclusion/clauses",
				() -> clause(PlannedConclusions.url(conference()) + "/clauses"));
		forms.put("/conferences/{id}/conclusion/clauses/{clauseId}", this::changedClause);
		forms.put("/conferences/{id}/conclusion/clauses/{clauseId}/comments", this::comment);
		forms.put("/conferences/{id}/conclusion/comments/{commentId}/answer", this::answer);
		forms.put("/conferences/{id}/conclusion/return", this::sendingBack);
		forms.put("/conferences/{id}/conclusion/issue", this::issue);
		return forms;
	}

	private long conference() {
		return PlannedConclusions.conference(this, this.office);
	}

	private FilledForm assessment(String url) {
		return FilledForm.at(url, this.office)
			.with("kind", "LIMITATION")
			.carries("kind")
			.with("text", "Một số địa phương gửi báo cáo chậm");
	}

	private FilledForm changedAssessment() {
		long id = conference();
		done(this.office, PlannedConclusions.url(id) + "/assessment", "kind", "LIMITATION", "text", "Báo cáo chậm");
		return assessment(PlannedConclusions.url(id) + "/assessment/" + id("select max(id) from assessment_item"))
			.with("version", 0);
	}

	private FilledForm contribution(String url) {
		return FilledForm.at(url, this.office)
			.with("speaker", "Giám đốc Sở Tư pháp Huế")
			.with("unit", "Sở Tư pháp thành phố Huế")
			.with("text", "Đề nghị bổ sung biên chế");
	}

	private FilledForm changedContribution() {
		long id = conference();
		done(this.office, PlannedConclusions.url(id) + "/contributions", "speaker", "Ông Bình", "text", "Đồng ý");
		return contribution(PlannedConclusions.url(id) + "/contributions/" + id("select max(id) from contribution"))
			.with("version", 0);
	}

	private FilledForm clause(String url) {
		LocalDate due = today().plusDays(30);
		return FilledForm.at(url, this.office)
			.with("level", 2)
			.with("content", "Rà soát thủ tục hành chính trong lĩnh vực hộ tịch")
			.with("leadKinds", "PROVINCIAL_JUSTICE")
			.with("leadIds", unit("CCNTT"), unit("CKHTC"))
			.with("coordinatingKinds", "PROVINCIAL_ENFORCEMENT")
			.with("coordinatingIds", unit("CQLTHADS"))
			.with("deadline", due)
			.with("deliverable", "Báo cáo kết quả rà soát")
			// The names of what is chosen; the last one excludes all of the above.
			.told("leads", "coordinating", "noDeadline", "noTask")
			.refuses("due before the conference is over", "deadline", "deadline", today().minusDays(9))
			.refuses("neither due nor open", "deadline", "deadline", "")
			.refuses("due and open at once", "deadline", "noDeadline", true)
			.refuses("nobody leads", "leadIds", "leadIds", null, "leadKinds", null)
			.refuses("one unit leads and coordinates", "coordinatingIds", "coordinatingIds", unit("CCNTT"))
			.refuses("a unit that is gone by then", "leadIds", "leadIds", unit("TCTHADS"))
			.refuses("a task that is none", "noTask", "noTask", true);
	}

	private FilledForm changedClause() {
		long id = conference();
		return clause(PlannedConclusions.url(id) + "/clauses/" + PlannedConclusions.clause(this, this.office, id))
			.with("version", 0);
	}

	private FilledForm comment() {
		long id = conference();
		long clause = PlannedConclusions.clause(this, this.office, id);
		done(this.office, PlannedConclusions.url(id) + "/submission");
		return FilledForm.at(PlannedConclusions.url(id) + "/clauses/" + clause + "/comments", this.leader)
			.with("round", 1)
			.with("text", "Nêu rõ mốc thời gian")
			.refuses("of a round that is over", null, "round", 7);
	}

	private FilledForm answer() {
		long id = conference();
		long clause = PlannedConclusions.clause(this, this.office, id);
		done(this.office, PlannedConclusions.url(id) + "/submission");
		done(this.leader, PlannedConclusions.url(id) + "/clauses/" + clause + "/comments", "round", 1, "text",
				"Nêu rõ mốc thời gian");
		done(this.leader, PlannedConclusions.url(id) + "/return", "round", 1, "reason", "Xem góp ý");
		return FilledForm
			.at(PlannedConclusions.url(id) + "/comments/" + id("select max(id) from clause_comment") + "/answer",
					this.office)
			.with("answer", "Đã ghi hạn 31/12/2026")
			.with("version", 0);
	}

	private FilledForm sendingBack() {
		long id = conference();
		PlannedConclusions.clause(this, this.office, id);
		done(this.office, PlannedConclusions.url(id) + "/submission");
		return FilledForm.at(PlannedConclusions.url(id) + "/return", this.leader)
			.with("round", 1)
			.with("reason", "Bổ sung đơn vị phối hợp")
			.refuses("of a round that is over", null, "round", 7);
	}

	private FilledForm issue() {
		long id = conference();
		PlannedConclusions.clause(this, this.office, id);
		PlannedConclusions.issued(this, this.office, this.leader, conference(), 81_001);
		done(this.office, PlannedConclusions.url(id) + "/submission");
		done(this.leader, PlannedConclusions.url(id) + "/approval", "round", 1);
		return FilledForm.at(PlannedConclusions.url(id) + "/issue", this.office)
			.with("number", 81_002)
			.with("issuedOn", today())
			.with("signerTitle", "CHÁNH VĂN PHÒNG")
			.with("signerName", "Trần Văn Bình")
			.refuses("a number that is taken", "number", "number", 81_001)
			.refuses("a day to come", "issuedOn", "issuedOn", today().plusDays(1))
			.refuses("before the conference is over", "issuedOn", "issuedOn", today().minusDays(9));
	}

}
