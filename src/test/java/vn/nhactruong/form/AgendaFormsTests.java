package vn.nhactruong.form;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.shared.Role;

/** The forms of a conference's program. */
class AgendaFormsTests extends FormTests {

	private RequestPostProcessor office;

	@Override
	Map<String, Supplier<FilledForm>> forms() {
		this.office = as(Role.OFFICE, "VPB");
		Map<String, Supplier<FilledForm>> forms = new LinkedHashMap<>();
		forms.put("/conferences/{id}/agenda/items",
				() -> item("/conferences/" + PlannedConferences.draft(this, this.office) + "/agenda/items"));
		forms.put("/conferences/{id}/agenda/items/{item}", () -> item(storedItem()).with("version", 0));
		forms.put("/conferences/{id}/agenda/items/{item}/materials",
				() -> FilledForm.at(storedItem() + "/materials", this.office)
					.file("files", pdf("files"))
					.requires("files"));
		return forms;
	}

	private String storedItem() {
		long id = PlannedConferences.draft(this, this.office);
		done(this.office, "/conferences/" + id + "/agenda/items", "kind", "REPORT", "title", "Báo cáo cũ", "day",
				today().plusDays(20));
		return "/conferences/" + id + "/agenda/items/" + id("select max(id) from agenda_item");
	}

	private FilledForm item(String url) {
		LocalDate day = today().plusDays(20);
		return FilledForm.at(url, this.office)
			.with("kind", "SPEECH")
			.with("title", "Tham luận về số hóa hộ tịch")
			.with("day", day)
			.with("startsAt", "08:30")
			.with("endsAt", "09:00")
			.with("speaker", "Phạm Minh Đức")
			.with("speakerPosition", "Giám đốc Sở Tư pháp")
			.with("unitId", unit("STP-48"))
			.with("note", "Trình chiếu mười phút")
			.refuses("a day outside the conference", "day", "day", day.plusDays(9))
			.refuses("it ends before it starts", "endsAt", "endsAt", "08:00")
			.refuses("it begins and never ends", "endsAt", "endsAt", "")
			.refuses("it ends without a beginning", "startsAt", "startsAt", "")
			.refuses("a position of nobody", "speaker", "speaker", "")
			.refuses("a unit that is gone by then", "unitId", "unitId", unit("TCTHADS"));
	}

	@Test
	void item_without_a_title_is_told_of_its_day_and_times_as_well() throws Exception {
		RequestPostProcessor person = as(Role.OFFICE, "VPB");
		long id = PlannedConferences.draft(this, person);
		tellsAtOnce(person, "/conferences/" + id + "/agenda/items",
				List.of("kind", "title", "day", "endsAt", "speaker"), "day", today().plusDays(90), "startsAt", "10:00",
				"endsAt", "09:00", "speakerPosition", "Giám đốc");
	}

}
