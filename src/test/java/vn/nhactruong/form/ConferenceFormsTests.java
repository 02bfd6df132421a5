package vn.nhactruong.form;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.shared.Role;

/** The forms by which the office plans, invites and moves. */
class ConferenceFormsTests extends FormTests {

	private RequestPostProcessor office;

	@Override
	Map<String, Supplier<FilledForm>> forms() {
		Map<String, Supplier<FilledForm>> forms = new LinkedHashMap<>();
		forms.put("/conferences", () -> plan("/conferences"));
		forms.put("/conferences/{id}", this::changedPlan);
		forms.put("/conferences/person-rows", () -> plan("/conferences/person-rows?part=CHAIR")
			.preview("asks for more rows before anything is saved"));
		forms.put("/conferences/{id}/person-rows",
				() -> plan("/conferences/" + conference() + "/person-rows?part=GUEST")
					.preview("asks for more rows before anything is saved"));
		forms.put("/conferences/{id}/postponement",
				() -> FilledForm.at("/conferences/" + announced("STP-48") + "/postponement", office())
					.with("reason", "Trùng lịch họp Chính phủ"));
		forms.put("/conferences/{id}/cancellation",
				() -> FilledForm.at("/conferences/" + announced("STP-48") + "/cancellation", office())
					.with("reason", "Nội dung đã chuyển sang hội nghị khác"));
		forms.put("/conferences/{id}/rescheduling", this::rescheduling);
		forms.put("/conferences/{id}/invitations/groups",
				() -> FilledForm.at("/conferences/" + conference() + "/invitations/groups", office())
					.with("kind", "PROVINCIAL_JUSTICE")
					.with("region", "CENTRAL")
					.with("quota", 2)
					.with("participants", "Lãnh đạo Sở và Chánh Văn phòng")
					.refuses("more than a unit may send", "quota", "quota", 1000)
					.refuses("nobody may come", "quota", "quota", 0));
		forms.put("/conferences/{id}/invitations",
				() -> FilledForm.at("/conferences/" + conference() + "/invitations", office())
					.with("units", unit("STP-48"), unit("STP-46"))
					.with("quota", 2)
					.with("participants", "Lãnh đạo Sở và Chánh Văn phòng")
					.refuses("more than a unit may send", "quota", "quota", 1000)
					.refuses("a unit that is gone by then", "units", "units", unit("TCTHADS")));
		forms.put("/conferences/{id}/invitations/rows", this::invitedUnits);
		return forms;
	}

	private FilledForm plan(String url) {
		LocalDate day = today().plusDays(20);
		return FilledForm.at(url, office())
			.with("title", "Hội nghị triển khai công tác tư pháp")
			.with("kind", "TRAINING")
			.with("startsOn", day)
			.with("startsHalf", "AFTERNOON")
			.with("endsOn", day.plusDays(1))
			.with("endsHalf", "MORNING")
			.with("place", "Hội trường lớn, 60 Trần Phú")
			.with("provinceId", "P48")
			.with("organizerId", unit("VPB"))
			.with("open", true)
			.with("urgent", true)
			.with("content", "Đánh giá sáu tháng đầu năm")
			.with("participants", "Lãnh đạo các Sở Tư pháp")
			.with("note", "Mang theo báo cáo số liệu")
			.with("registrationClosesAt", day.minusDays(5) + "T17:00")
			.with("followsId", conference())
			.with("chairs[0].name", "Nguyễn Thanh Tịnh")
			.with("chairs[0].position", "Thứ trưởng")
			.with("secretaries[0].name", "Trần Văn Bình")
			.with("secretaries[0].position", "Chánh Văn phòng")
			.with("guests[0].name", "Lê Thị Hoa")
			.with("guests[0].position", "Phó Chủ tịch Ủy ban nhân dân thành phố")
			// Both come with a page: an item's, and one that names units to replace.
			.told("workItemId", "inviteSuccessors")
			.refuses("it ends before it starts", "endsOn", "endsOn", day.minusDays(1))
			.refuses("the halves of one day are the wrong way round", "endsHalf", "endsOn", day, "startsHalf",
					"AFTERNOON", "endsHalf", "MORNING")
			.refuses("the list closes after the first day", "registrationClosesAt", "registrationClosesAt",
					day.plusDays(1) + "T08:00")
			.refuses("a unit that is gone by then", "organizerId", "organizerId", unit("TCTHADS"))
			.refuses("a position of nobody", "chairs[0].name", "chairs[0].name", "");
	}

	private FilledForm changedPlan() {
		long id = conference();
		return plan("/conferences/" + id).with("version", 0).refuses("it follows itself", "followsId", "followsId", id);
	}

	private FilledForm rescheduling() {
		long id = announced("STP-48");
		done(office(), "/conferences/" + id + "/postponement", "reason", "Bão số 9");
		LocalDate day = today().plusDays(40);
		return FilledForm.at("/conferences/" + id + "/rescheduling", office())
			.with("startsOn", day)
			.with("startsHalf", "AFTERNOON")
			.with("endsOn", day.plusDays(1))
			.with("endsHalf", "MORNING")
			.with("registrationClosesAt", day.minusDays(4) + "T17:00")
			.told("inviteSuccessors")
			.refuses("it ends before it starts", "endsOn", "endsOn", day.minusDays(1))
			.refuses("the halves of one day are the wrong way round", "endsHalf", "endsOn", day)
			.refuses("the list closes after the first day", "registrationClosesAt", "registrationClosesAt",
					day.plusDays(1) + "T08:00")
			.refuses("an invited unit is not there yet", "startsOn", "startsOn", LocalDate.of(2024, 3, 4), "endsOn",
					LocalDate.of(2024, 3, 5), "registrationClosesAt", "2024-03-01T08:00");
	}

	private FilledForm invitedUnits() {
		long id = announced("STP-48");
		RequestPostProcessor clerk = as(Role.CLERK, "STP-48");
		PlannedConferences.attendee(this, clerk, id, "Trần Thị Mai", "0905 123 456");
		PlannedConferences.attendee(this, clerk, id, "Lê Văn Hùng", "0905 123 457");
		return FilledForm.at("/conferences/" + id + "/invitations/rows", office())
			.with("rows[0].unitId", unit("STP-48"))
			// The page tells which unit a row is of.
			.told("rows[0].unitId")
			.with("rows[0].quota", 5)
			.with("rows[0].participants", "Giám đốc Sở và Chánh Văn phòng")
			.with("rows[0].version", id("select version from invitation where conference_id = ?", id))
			.refuses("fewer than are registered", "rows[0].quota", "rows[0].quota", 1)
			.refuses("more than a unit may send", "rows[0].quota", "rows[0].quota", 1000);
	}

	private RequestPostProcessor office() {
		if (this.office == null) {
			this.office = as(Role.OFFICE, "VPB");
		}
		return this.office;
	}

	private long conference() {
		return PlannedConferences.draft(this, office());
	}

	private long announced(String... invited) {
		return PlannedConferences.announced(this, office(), invited);
	}

	@Test
	void plan_without_a_title_is_told_of_its_days_and_lock_as_well() throws Exception {
		RequestPostProcessor person = as(Role.OFFICE, "VPB");
		LocalDate day = today().plusDays(20);
		List<String> wrong = List.of("title", "endsOn", "place", "registrationClosesAt");
		Object[] typed = { "kind", "BRIEFING", "startsOn", day, "startsHalf", "MORNING", "endsOn", day.minusDays(2),
				"endsHalf", "AFTERNOON", "organizerId", unit("VPB"), "registrationClosesAt",
				day.plusDays(3) + "T17:00" };
		tellsAtOnce(person, "/conferences", wrong, typed);
		tellsAtOnce(person, "/conferences/" + PlannedConferences.draft(this, person), wrong, typed);
	}

}
