package vn.nhactruong.form;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.shared.Role;

/** The forms from giving a task out to taking it up again. */
class DirectiveFormsTests extends FormTests {

	/** Typed 2062 for 2026. */
	private static final LocalDate FAR = LocalDate.of(2062, 12, 25);

	private PlannedDirectives planned;

	@Override
	Map<String, Supplier<FilledForm>> forms() {
		this.planned = new PlannedDirectives(this);
		Map<String, Supplier<FilledForm>> forms = new LinkedHashMap<>();
		forms.put("/directives of a clause", () -> ofClause("/directives"));
		forms.put("/directives of a document", () -> ofDocument("/directives"));
		forms.put("/directives/drafts", () -> draft("/directives/drafts"));
		forms.put("/directives/{id}", this::changedDraft);
		forms.put("/directives/{id}/assignment", this::assignment);
		forms.put("/directives/{id}/progress", this::progress);
		forms.put("/directives/{id}/files",
				() -> FilledForm.at(PlannedDirectives.url(this.planned.received()) + "/files", this.planned.clerk)
					.file("files", pdf("files"))
					.requires("files"));
		forms.put("/directives/{id}/contributions", this::contribution);
		forms.put("/directives/{id}/coordinations", this::coordinator);
		forms.put("/directives/{id}/coordinations/{itemId}/removal", () -> {
			long id = this.planned.received();
			return reason(id, "/coordinations/" + this.planned.awaited(id) + "/removal", this.planned.office);
		});
		forms.put("/directives/{id}/coordinations/{itemId}/waiver", () -> {
			long id = this.planned.received();
			return reason(id, "/coordinations/" + this.planned.awaited(id) + "/waiver", this.planned.office);
		});
		forms.put("/directives/{id}/coordinations/{itemId}/deadline", this::contributionDeadline);
		forms.put("/directives/{id}/extensions", this::extension);
		forms.put("/directives/{id}/extensions/{itemId}/sending-back",
				() -> ofExtension(this.planned.clerk, "sending-back", this.planned.head));
		forms.put("/directives/{id}/extensions/{itemId}/refusal",
				() -> decided(ofExtension(this.planned.head, "refusal", this.planned.office)));
		forms.put("/directives/{id}/reports", this::report);
		forms.put("/directives/{id}/reports/{itemId}/sending-back", () -> {
			long id = this.planned.received();
			this.planned.report(id, this.planned.clerk);
			return reason(id, "/reports/" + id("select max(id) from directive_report") + "/sending-back",
					this.planned.head);
		});
		forms.put("/directives/{id}/return",
				() -> decided(reason(this.planned.reported(), "/return", this.planned.office)));
		forms.put("/directives/{id}/declination",
				() -> reason(this.planned.issued(), "/declination", this.planned.head));
		forms.put("/directives/{id}/declination/refusal",
				() -> decided(reason(declined(), "/declination/refusal", this.planned.office)));
		forms.put("/directives/{id}/declination/acceptance",
				() -> reassignment(this::declined, "/declination/acceptance"));
		forms.put("/directives/{id}/reassignment", () -> reassignment(this.planned::issued, "/reassignment"));
		forms.put("/directives/{id}/cancellation",
				() -> decided(reason(this.planned.issued(), "/cancellation", this.planned.office)));
		forms.put("/directives/{id}/reopening",
				() -> newDeadline(reason(this.planned.verified(), "/reopening", this.planned.office)));
		forms.put("/directives/{id}/reopening/approval", () -> {
			long id = this.planned.verified();
			done(this.planned.office, PlannedDirectives.url(id) + "/reopening", "reason", "Số liệu sai");
			return decided(
					newDeadline(FilledForm.at(PlannedDirectives.url(id) + "/reopening/approval", this.planned.leader)));
		});
		forms.put("/directives/{id}/reopening/refusal", () -> {
			long id = this.planned.verified();
			done(this.planned.office, PlannedDirectives.url(id) + "/reopening", "reason", "Số liệu sai");
			return decided(reason(id, "/reopening/refusal", this.planned.leader));
		});
		forms.put("/directives/{id}/bulk-reminders", () -> family("bulk-reminders"));
		forms.put("/directives/{id}/bulk-extensions",
				() -> family("bulk-extensions").with("dueOn", this.planned.due().plusDays(5))
					.with("reason", "Chờ số liệu của địa phương")
					.refuses("a slip of the year", "dueOn", "dueOn", FAR)
					.requires("dueOn", "reason"));
		forms.put("/directives/{id}/bulk-verifications", () -> family("bulk-verifications"));
		return forms;
	}

	private FilledForm directive(String url) {
		return FilledForm.at(url, this.planned.office)
			.with("title", "Rà soát thủ tục hộ tịch")
			.with("text", "Rà soát thủ tục hành chính trong lĩnh vực hộ tịch")
			.with("leadIds", unit("CCNTT"), unit("CKHTC"))
			.with("leadKinds", "PUBLIC_UNIT")
			.with("coordinatingIds", unit("CQLTHADS"))
			.with("coordinatingKinds", "PROVINCIAL_ENFORCEMENT")
			.with("dueOn", this.planned.due())
			.with("coordinatingDueOn", this.planned.due().minusDays(4))
			.with("deliverable", "Báo cáo kết quả rà soát")
			// The names of what is chosen.
			.told("leads", "coordinating")
			// A tick that excludes the day, and regions that the page turns into units.
			.told("withoutDeadline", "leadRegions")
			.refuses("due and without a day", "dueOn", "withoutDeadline", true);
	}

	/** What is given out has to be right; a draft may wait. */
	private FilledForm complete(FilledForm form) {
		return form.requires("dueOn")
			.refuses("due in the past", "dueOn", "dueOn", today().minusDays(1))
			.refuses("a slip of the year", "dueOn", "dueOn", FAR)
			.refuses("a contribution after the result", "coordinatingDueOn", "coordinatingDueOn",
					this.planned.due().plusDays(1))
			.refuses("nobody leads", "leadIds", "leadIds", null, "leadKinds", null)
			.refuses("one unit leads and coordinates", "coordinatingIds", "coordinatingIds", unit("CCNTT"))
			.refuses("a unit that is gone by now", "leadIds", "leadIds", unit("TCTHADS"))
			.refusesUnoffered("a guest", "leadIds", "leadIds", unit("VPCP"));
	}

	private FilledForm ofClause(String url) {
		long conference = PlannedConclusions.conference(this, this.planned.office);
		PlannedConclusions.issued(this, this.planned.office, this.planned.leader, conference, 82_001);
		return complete(directive(url)).with("source", "CLAUSE")
			.with("clauseId", id("select max(id) from clause"))
			.carries("source", "clauseId");
	}

	private FilledForm ofDocument(String url) {
		return complete(document(directive(url)));
	}

	private FilledForm document(FilledForm form) {
		return form.with("source", "EXTERNAL_ORDER")
			.with("sourceNumber", "345/TTg-PL")
			.with("sourceDate", today().minusDays(3))
			.with("sourceAuthor", "Thủ tướng Chính phủ")
			.with("sourceSubject", "Về cắt giảm thủ tục hành chính")
			// What the form is about stands in the address that led to it.
			.told("source", "originId");
	}

	private FilledForm draft(String url) {
		return document(directive(url));
	}

	private FilledForm changedDraft() {
		String draft = done(this.planned.office, "/directives/drafts", "source", "EXTERNAL_ORDER", "sourceNumber",
				"345/TTg-PL", "title", "Bản nháp", "text", "Việc cần làm", "leadIds", unit("VHTQT"));
		return draft(PlannedDirectives.url(number(draft))).with("version", 0);
	}

	private FilledForm assignment() {
		long id = this.planned.received();
		long somebody = this.people.id(this.people.add(Role.CLERK, "CCNTT"));
		long other = this.people.id(this.people.add(Role.CLERK, "CCNTT"));
		done(this.planned.head, PlannedDirectives.url(id) + "/assignment", "accountId", other, "version", 0);
		return FilledForm.at(PlannedDirectives.url(id) + "/assignment", this.planned.head)
			.with("accountId", somebody)
			.with("dueOn", this.planned.due().minusDays(2))
			.with("note", "Phối hợp với phòng Kế hoạch")
			.with("substituteId", other)
			.with("substituteUntil", today().plusDays(3))
			.with("version", 1)
			.requires("substituteUntil")
			.refuses("after the unit's own day", "dueOn", "dueOn", this.planned.due().plusDays(1))
			.refuses("in the past", "dueOn", "dueOn", today().minusDays(1))
			.refusesUnoffered("somebody of another unit", "accountId", "accountId",
					this.people.id(this.people.add(Role.CLERK, "CKHTC")))
			.refuses("somebody stands in for themselves", "substituteId", "substituteId", somebody)
			.refuses("stands in until yesterday", "substituteUntil", "substituteUntil", today().minusDays(1));
	}

	private FilledForm progress() {
		return FilledForm.at(PlannedDirectives.url(this.planned.received()) + "/progress", this.planned.clerk)
			.with("percent", 40)
			.with("text", "Đã rà soát ba trong tám quy trình")
			.file("files", pdf("files"))
			.refuses("more than all", "percent", "percent", 101);
	}

	private FilledForm contribution() {
		long one = id("select min(id) from directive where parent_id = ?", this.planned.issued("CCNTT", "CKHTC"));
		return FilledForm.at(PlannedDirectives.url(one) + "/contributions", as(Role.CLERK, "CQLTHADS"))
			.with("text", "Đề nghị bỏ hai bước trung gian")
			.with("everyUnit", "true")
			.file("files", pdf("files"));
	}

	private FilledForm coordinator() {
		return FilledForm.at(PlannedDirectives.url(this.planned.received()) + "/coordinations", this.planned.office)
			.with("organizationId", unit("CKHTC"))
			.with("dueOn", today().plusDays(4))
			.refuses("the lead", "organizationId", "organizationId", unit("CCNTT"))
			.refuses("a unit that coordinates already", "organizationId", "organizationId", unit("CQLTHADS"))
			.refuses("a unit that is gone by now", "organizationId", "organizationId", unit("TCTHADS"))
			.refusesUnoffered("a guest", "organizationId", "organizationId", unit("VPCP"))
			.refuses("in the past", "dueOn", "dueOn", today().minusDays(1))
			.refuses("after the result", "dueOn", "dueOn", this.planned.due());
	}

	private FilledForm contributionDeadline() {
		long id = this.planned.received();
		return FilledForm
			.at(PlannedDirectives.url(id) + "/coordinations/" + this.planned.awaited(id) + "/deadline",
					this.planned.office)
			.with("dueOn", today().plusDays(4))
			.refuses("in the past", "dueOn", "dueOn", today().minusDays(1))
			.refuses("after the result", "dueOn", "dueOn", this.planned.due().plusDays(1));
	}

	private FilledForm newDeadline(FilledForm form) {
		return form.with("dueOn", this.planned.due().plusDays(9))
			.refuses("in the past", "dueOn", "dueOn", today().minusDays(1))
			.refuses("a slip of the year", "dueOn", "dueOn", FAR)
			.refuses("no later than before", "dueOn", "dueOn", this.planned.due());
	}

	private FilledForm extension() {
		return FilledForm.at(PlannedDirectives.url(this.planned.received()) + "/extensions", this.planned.clerk)
			.with("dueOn", this.planned.due().plusDays(9))
			.with("reason", "Chờ số liệu của địa phương")
			.refuses("a slip of the year", "dueOn", "dueOn", FAR)
			.refuses("no later than before", "dueOn", "dueOn", this.planned.due());
	}

	private FilledForm ofExtension(RequestPostProcessor writer, String act, RequestPostProcessor judge) {
		long id = this.planned.received();
		done(writer, PlannedDirectives.url(id) + "/extensions", "dueOn", this.planned.due().plusDays(9), "reason",
				"Chờ số liệu");
		return reason(id, "/extensions/" + id("select max(id) from directive_extension") + "/" + act, judge);
	}

	/** After the head has sent the first draft back. */
	private FilledForm report() {
		String url = PlannedDirectives.url(this.planned.received()) + "/reports";
		done(reported(url));
		long before = id("select max(id) from directive_report");
		done(this.planned.head, url + "/" + before + "/sending-back", "reason", "Thiếu hai quy trình");
		return reported(url)
			.with("keptFiles",
					id("select id from stored_file where owner_type = 'directive-report' and owner_id = ?", before))
			.refusesUnoffered("a file of another report", "keptFiles", "keptFiles", 0)
			.requires("documentNumber", "documentDate", "documentAbstract")
			.refuses("a paper of tomorrow", "documentDate", "documentDate", today().plusDays(1));
	}

	private FilledForm reported(String url) {
		return FilledForm.at(url, this.planned.clerk)
			.with("content", "Đã rà soát xong tám quy trình")
			.with("documentNumber", "215/BC-CNTT")
			.with("documentDate", today())
			.with("documentAbstract", "Kết quả rà soát quy trình nội bộ")
			.file("files", pdf("files"));
	}

	private long declined() {
		long id = this.planned.issued();
		done(this.planned.head, PlannedDirectives.url(id) + "/declination", "reason", "Không đúng chức năng");
		return id;
	}

	private FilledForm reassignment(LongSupplier directive, String act) {
		return decided(FilledForm.at(PlannedDirectives.url(directive.getAsLong()) + act, this.planned.office))
			.with("leadId", unit("CKHTC"))
			.with("reason", "Đúng chức năng hơn")
			.refuses("the same unit", "leadId", "leadId", unit("CCNTT"))
			.refuses("a unit that is gone by now", "leadId", "leadId", unit("TCTHADS"))
			.refusesUnoffered("a guest", "leadId", "leadId", unit("VPCP"));
	}

	private FilledForm reason(long directive, String act, RequestPostProcessor person) {
		return FilledForm.at(PlannedDirectives.url(directive) + act, person)
			.with("reason", "Số liệu chưa khớp với báo cáo");
	}

	/** On what the issuer has before them. */
	private FilledForm decided(FilledForm form) {
		return form.with("version", this.planned.version(number(form.url())));
	}

	/** Two units of a family, both of which have reported. */
	private FilledForm family(String act) {
		long parent = this.planned.issued("CCNTT", "CKHTC");
		long child = id("select id from directive where parent_id = ? and lead_organization_id = ?", parent,
				unit("CCNTT"));
		done(this.planned.clerk, PlannedDirectives.url(child) + "/receipt");
		if (act.equals("bulk-verifications")) {
			this.planned.report(child, this.planned.head);
		}
		long foreign = this.planned.issued();
		FilledForm form = FilledForm.at(PlannedDirectives.url(parent) + "/" + act, this.planned.office)
			.with("chosen", child + "-" + id("select version from directive where id = ?", child))
			.requires("chosen")
			.refusesUnoffered("a directive of another family", "chosen", "chosen", foreign + "-0");
		return form;
	}

}
