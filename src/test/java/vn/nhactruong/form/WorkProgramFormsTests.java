package vn.nhactruong.form;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.shared.Role;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** The forms of work programs, for months that no other test plans. */
class WorkProgramFormsTests extends FormTests {

	private static final LocalDate FIRST = LocalDate.of(2051, 1, 1);

	private RequestPostProcessor office;

	private RequestPostProcessor leader;

	private RequestPostProcessor head;

	private RequestPostProcessor clerk;

	private int months;

	@Override
	Map<String, Supplier<FilledForm>> forms() {
		this.office = as(Role.OFFICE, "VPB");
		this.leader = as(Role.LEADER, "BTP");
		this.head = as(Role.UNIT_HEAD, "CCNTT");
		this.clerk = as(Role.CLERK, "CCNTT");
		Map<String, Supplier<FilledForm>> forms = new LinkedHashMap<>();
		forms.put("/work-programs", this::program);
		forms.put("/work-programs/{id}", this::changedProgram);
		forms.put("/work-programs/{id}/return", () -> {
			LocalDate month = month();
			long id = open(month);
			item(id, month, this.office);
			done(this.office, url(id) + "/submission");
			return reason(url(id) + "/return", this.leader);
		});
		forms.put("/work-programs/{id}/items", () -> {
			LocalDate month = month();
			return workItem(url(open(month)) + "/items", month).stranger(reader());
		});
		forms.put("/work-programs/{id}/items/{itemId}", () -> {
			LocalDate month = month();
			long id = open(month);
			return workItem(url(id) + "/items/" + item(id, month, this.office), month).with("version", 0);
		});
		forms.put("/work-programs/{id}/items/{itemId}/return", () -> {
			LocalDate month = month();
			long id = open(month);
			return reason(url(id) + "/items/" + item(id, month, this.clerk) + "/return", this.office);
		});
		forms.put("/work-programs/{id}/items/{itemId}/merging", this::merging);
		forms.put("/work-programs/{id}/carry-over", this::carryOver);
		forms.put("/work-programs/{id}/imports", this::workbook);
		forms.put("/work-programs/{id}/items/{itemId}/progress",
				() -> FilledForm.at(publishedItem(month()) + "/progress", this.clerk)
					.with("percent", 30)
					.with("text", "Đã lấy ý kiến các đơn vị")
					.refuses("more than all", "percent", "percent", 101));
		forms.put("/work-programs/{id}/items/{itemId}/completion", this::completion);
		forms.put("/work-programs/{id}/items/{itemId}/slip", () -> {
			LocalDate month = month();
			return FilledForm.at(publishedItem(month) + "/slip", this.head)
				.with("slippedTo", month.plusMonths(1).plusDays(9))
				.with("reason", "Chờ Quốc hội thông qua luật")
				.refuses("within the same month", "slippedTo", "slippedTo", month.plusDays(20));
		});
		forms.put("/work-programs/{id}/adjustments of an item", this::adjustment);
		forms.put("/work-programs/{id}/adjustments that add one", this::addition);
		forms.put("/work-programs/{id}/adjustments/{adjustmentId}/sending-back",
				() -> reason(askedBy(this.clerk) + "/sending-back", this.head));
		forms.put("/work-programs/{id}/adjustments/{adjustmentId}/refusal",
				() -> reason(askedBy(this.head) + "/refusal", this.leader));
		return forms;
	}

	/** Every clerk may propose, for the own unit. */
	private RequestPostProcessor reader() {
		return as(Role.OBSERVER, "STP-92");
	}

	private LocalDate month() {
		return FIRST.plusMonths(2L * this.months++);
	}

	private static String url(long program) {
		return "/work-programs/" + program;
	}

	private long open(LocalDate month) {
		return number(
				done(this.office, "/work-programs", "scopeId", unit("BTP"), "kind", "MONTH", "day", month.plusDays(3)));
	}

	private long item(long program, LocalDate month, RequestPostProcessor person) {
		done(person, url(program) + "/items", "title", "Xây dựng đề án", "leadId", unit("CCNTT"), "level", "MINISTER",
				"dueOn", month.plusDays(20));
		return id("select max(id) from work_item");
	}

	private long published(LocalDate month) {
		long id = open(month);
		item(id, month, this.office);
		done(this.office, url(id) + "/submission");
		done(this.leader, url(id) + "/approval", "version", id("select version from work_program where id = ?", id));
		done(this.office, url(id) + "/publication");
		return id;
	}

	private String publishedItem(LocalDate month) {
		long id = published(month);
		return url(id) + "/items/" + id("select id from work_item where program_id = ?", id);
	}

	/** A request for more time, by this person. */
	private String askedBy(RequestPostProcessor person) {
		LocalDate month = month();
		String item = publishedItem(month);
		String program = item.replaceFirst("/items.*", "");
		done(person, program + "/adjustments", "kind", "DEADLINE", "itemId", item.replaceFirst(".*/", ""), "dueOn",
				month.plusDays(25), "reason", "Chờ ý kiến");
		return program + "/adjustments/" + id("select max(id) from work_adjustment");
	}

	private FilledForm reason(String url, RequestPostProcessor person) {
		return FilledForm.at(url, person).with("reason", "Chưa rõ sản phẩm và thời hạn");
	}

	private FilledForm program() {
		LocalDate month = month();
		LocalDate taken = month();
		open(taken);
		return FilledForm.at("/work-programs", this.office)
			.with("scopeId", unit("BTP"))
			.with("kind", "MONTH")
			.with("day", month.plusDays(4))
			// Asked for where the period is over only.
			.told("pastMeant")
			.with("proposalsUntil", month.minusDays(5))
			.with("note", "Các đơn vị gửi đề xuất qua cổng")
			.refuses("a month that has one", "day", "day", taken.plusDays(1))
			.refuses("proposals until yesterday", "proposalsUntil", "proposalsUntil", today().minusDays(1))
			.refuses("proposals after its end", "proposalsUntil", "proposalsUntil", month.plusMonths(2))
			.exempt("scopeId is '999999999999'",
					"the program of a unit that isn't one's own is forbidden, not mistyped");
	}

	private FilledForm changedProgram() {
		LocalDate month = month();
		return FilledForm.at(url(open(month)), this.office)
			.with("scopeId", unit("BTP"))
			.with("kind", "MONTH")
			.with("day", month)
			// Whose it is and for when stays as it was opened.
			.told("scopeId", "kind", "day")
			.with("proposalsUntil", month.minusDays(5))
			.with("note", "Các đơn vị gửi đề xuất qua cổng")
			.with("version", 0)
			.refuses("proposals after its end", "proposalsUntil", "proposalsUntil", month.plusMonths(2));
	}

	private FilledForm workItem(String url, LocalDate month) {
		return FilledForm.at(url, this.office)
			.with("title", "Sửa đổi Nghị định về hộ tịch")
			.with("leadId", unit("CCNTT"))
			.with("coordinatingIds", unit("CKHTC"), unit("VPB"))
			.with("deliverable", "Dự thảo Nghị định")
			.with("level", "GOVERNMENT")
			.with("dueOn", month.plusDays(24))
			.with("source", "Chương trình công tác của Chính phủ")
			.with("sourceNumber", "01/NQ-CP")
			.with("sourceDate", today().minusDays(30))
			// Offered where a longer program holds something to break down.
			.told("parentId")
			.requires("title", "leadId", "level", "dueOn")
			.refuses("due outside the month", "dueOn", "dueOn", month.plusMonths(1))
			.refuses("one unit leads and coordinates", "coordinatingIds", "coordinatingIds", unit("CCNTT"))
			.refuses("a unit that is gone by then", "leadId", "leadId", unit("TCTHADS"))
			.refuses("a paper of tomorrow", "sourceDate", "sourceDate", today().plusDays(1))
			.refuses("a number of no day", "sourceDate", "sourceDate", "")
			.refuses("a day of no number", "sourceNumber", "sourceNumber", "");
	}

	private FilledForm merging() {
		LocalDate month = month();
		long id = open(month);
		long item = item(id, month, this.clerk);
		long target = item(id, month, this.office);
		LocalDate other = month();
		return FilledForm.at(url(id) + "/items/" + item + "/merging", this.office)
			.with("targetId", target)
			.refusesUnoffered("an item of another program", "targetId", "targetId",
					item(open(other), other, this.office))
			.refusesUnoffered("itself", "targetId", "targetId", item);
	}

	private FilledForm carryOver() {
		LocalDate month = month();
		long before = published(month);
		long unfinished = id("select id from work_item where program_id = ?", before);
		done(this.head, url(before) + "/items/" + unfinished + "/slip", "slippedTo", month.plusMonths(1).plusDays(9),
				"reason", "Chờ Quốc hội thông qua luật");
		return FilledForm.at(url(open(month.plusMonths(1))) + "/carry-over", this.office)
			.with("itemIds", unfinished)
			.requires("itemIds");
	}

	/** What another program exports is what this one reads. */
	private FilledForm workbook() {
		LocalDate month = month();
		long id = open(month);
		byte[] workbook;
		try {
			workbook = this.mvc.perform(get(url(published(month())) + ".xlsx").with(this.office))
				.andReturn()
				.getResponse()
				.getContentAsByteArray();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		return FilledForm.at(url(id) + "/imports", this.office)
			.file("file",
					new MockMultipartFile("file", "ct.xlsx",
							"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook))
			.requires("file")
			.stranger(reader())
			.unaudited("nothing is taken over before what was read is confirmed");
	}

	private FilledForm completion() {
		return FilledForm.at(publishedItem(month()) + "/completion", this.head)
			.with("doneOn", today())
			.with("documentNumber", "88/BC-CNTT")
			.with("documentDate", today())
			.with("text", "Đã trình và được phê duyệt")
			.file("files", pdf("files"))
			.refuses("done tomorrow", "doneOn", "doneOn", today().plusDays(1));
	}

	private FilledForm adjustment() {
		LocalDate month = month();
		String item = publishedItem(month);
		return FilledForm.at(item.replaceFirst("/items.*", "") + "/adjustments", this.head)
			.with("itemId", item.replaceFirst(".*/", ""))
			.carries("itemId")
			// The request that this one is instead of, where there is one.
			.told("rewritesId")
			.with("kind", "DEADLINE")
			.with("dueOn", month.plusDays(26))
			.with("leadId", unit("CKHTC"))
			.with("coordinatingIds", unit("VPB"))
			.with("deliverable", "Dự thảo Nghị định")
			.with("documentNumber", "77/QĐ-BTP")
			.with("documentDate", today())
			.with("reason", "Chờ ý kiến thẩm định")
			.requires("dueOn")
			.refuses("nothing changes", "dueOn", "dueOn", month.plusDays(20))
			.refuses("due outside the month", "dueOn", "dueOn", month.plusMonths(1))
			.refuses("moved within the month", "dueOn", "kind", "MOVE")
			.refuses("the same unit", "leadId", "kind", "LEAD", "leadId", unit("CCNTT"))
			.refuses("no unit", "leadId", "kind", "LEAD", "leadId", "")
			.refuses("no product", "deliverable", "kind", "DELIVERABLE", "deliverable", "")
			.refuses("dropped by no paper", "documentNumber", "kind", "DROP", "documentNumber", "")
			.refuses("dropped by a paper without a day", "documentDate", "kind", "DROP", "documentDate", "")
			.refuses("dropped by a paper of tomorrow", "documentDate", "kind", "DROP", "documentDate",
					today().plusDays(1))
			.exempt("leadId is '999999999999'", "the unit is looked for only where it is to change: see below")
			.exempt("coordinatingIds is '999999999999'", "the unit is looked for only where it is to change: see below")
			.refuses("the lead coordinates", "coordinatingIds", "kind", "COORDINATION", "coordinatingIds",
					unit("CCNTT"))
			.refuses("a unit that is gone by then", "leadId", "kind", "LEAD", "leadId", unit("TCTHADS"));
	}

	private FilledForm addition() {
		LocalDate month = month();
		long id = published(month);
		return FilledForm.at(url(id) + "/adjustments", this.office)
			.with("kind", "ADD")
			.carries("kind")
			.with("title", "Tổ chức hội nghị toàn quốc")
			.with("leadId", unit("CCNTT"))
			.with("coordinatingIds", unit("CKHTC"), unit("VPB"))
			.with("deliverable", "Kế hoạch tổ chức")
			.with("level", "VICE_MINISTER")
			.with("dueOn", month.plusDays(26))
			.with("source", "Nghị quyết phiên họp Chính phủ")
			.with("sourceNumber", "02/NQ-CP")
			.with("sourceDate", today().minusDays(3))
			// Offered where a longer program holds something to break down.
			.told("parentId")
			.with("reason", "Theo chỉ đạo của Bộ trưởng")
			.requires("title", "leadId", "level", "dueOn")
			.stranger(reader())
			.refuses("due outside the month", "dueOn", "dueOn", month.plusMonths(1))
			.refuses("one unit leads and coordinates", "coordinatingIds", "coordinatingIds", unit("CCNTT"))
			.refuses("a paper of tomorrow", "sourceDate", "sourceDate", today().plusDays(1))
			.refuses("a number of no day", "sourceDate", "sourceDate", "")
			.refuses("a day of no number", "sourceNumber", "sourceNumber", "")
			.refuses("a unit that is gone by then", "leadId", "leadId", unit("TCTHADS"));
	}

}
