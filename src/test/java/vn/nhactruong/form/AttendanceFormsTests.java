package vn.nhactruong.form;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.shared.Role;

/** The forms by which units answer an invitation. */
class AttendanceFormsTests extends FormTests {

	private RequestPostProcessor office;

	private RequestPostProcessor clerk;

	@Override
	Map<String, Supplier<FilledForm>> forms() {
		this.office = as(Role.OFFICE, "VPB");
		this.clerk = as(Role.CLERK, "STP-48");
		Map<String, Supplier<FilledForm>> forms = new LinkedHashMap<>();
		forms.put("/conferences/{id}/attendees", this::registration);
		forms.put("/conferences/{id}/attendees/{attendee}", this::change);
		forms.put("/conferences/{id}/attendees/units/{unit}/declination", this::declination);
		forms.put("/conferences/{id}/attendees/{attendee}/substitution", this::substitution);
		return forms;
	}

	/** By the office, which chooses the unit; a clerk's form knows it. */
	private FilledForm registration() {
		long id = PlannedConferences.announced(this, this.office, "STP-48", "STP-46");
		RequestPostProcessor hue = as(Role.CLERK, "STP-46");
		PlannedConferences.attendee(this, hue, id, "Trần Thị Mai", "0905 123 456");
		PlannedConferences.attendee(this, hue, id, "Lê Văn Hùng", "0905 123 457");
		PlannedConferences.attendee(this, this.clerk, id, "Phạm Văn Nam", "0905 123 458");
		return attendee("/conferences/" + id + "/attendees", this.office).with("organizationId", unit("STP-48"))
			.requires("organizationId")
			.refuses("more than the unit may send", null, "organizationId", unit("STP-46"))
			.refuses("somebody who is on the list already", "fullName", "fullName", "pham van nam", "phone",
					"0905123458")
			.refusesUnoffered("a unit that is not invited", "organizationId", "organizationId", unit("STP-92"));
	}

	private FilledForm change() {
		long id = PlannedConferences.announced(this, this.office, "STP-48");
		long attendee = PlannedConferences.attendee(this, this.clerk, id, "Trần Thị Mai", "0905 123 456");
		PlannedConferences.attendee(this, this.clerk, id, "Lê Văn Hùng", "0905 123 457");
		return attendee("/conferences/" + id + "/attendees/" + attendee, this.clerk).with("version", 0)
			.refuses("somebody who is on the list already", "fullName", "fullName", "le van hung", "phone",
					"0905123457");
	}

	private FilledForm attendee(String url, RequestPostProcessor person) {
		LocalDate day = today().plusDays(20);
		return FilledForm.at(url, person)
			.with("fullName", "Nguyễn Thị Lan")
			.with("position", "Trưởng phòng Hành chính tư pháp")
			.with("phone", "0912 345 678")
			.with("email", "lan@stp.example.vn")
			.with("rank", "EXPERT")
			.with("delegationHead", true)
			.with("travel", "AIRPORT")
			.with("arrivalNote", "VN123 đến 16:40")
			.with("lodging", true)
			.with("lodgingFrom", day.minusDays(1))
			.with("lodgingTo", day)
			.with("note", "Ăn chay")
			// Told by the page to everybody who answers for one unit only.
			.told("organizationId")
			.requires("arrivalNote", "lodgingFrom", "lodgingTo")
			.refuses("she leaves before she comes", "lodgingTo", "lodgingFrom", day, "lodgingTo", day.minusDays(1))
			.refuses("a night outside the conference", "lodgingFrom", "lodgingFrom", day.minusDays(2))
			.refuses("a night after the conference", "lodgingTo", "lodgingTo", day.plusDays(3))
			.refuses("no telephone number", "phone", "phone", "12345")
			.refuses("no address", "email", "email", "lan stp");
	}

	private FilledForm declination() {
		long id = PlannedConferences.announced(this, this.office, "STP-48");
		return FilledForm.at("/conferences/" + id + "/attendees/units/" + unit("STP-48") + "/declination", this.clerk)
			.with("reason", "Cả đơn vị tham gia khắc phục bão lũ");
	}

	private FilledForm substitution() {
		long id = PlannedConferences.announced(this, this.office, "STP-48");
		long attendee = PlannedConferences.attendee(this, this.clerk, id, "Trần Thị Mai", "0905 123 456");
		PlannedConferences.attendee(this, this.clerk, id, "Lê Văn Hùng", "0905 123 457");
		return FilledForm.at("/conferences/" + id + "/attendees/" + attendee + "/substitution", this.clerk)
			.with("fullName", "Nguyễn Thị Lan")
			.with("position", "Phó Trưởng phòng")
			.with("phone", "0912 345 678")
			.with("consent", true)
			.refuses("no telephone number", "phone", "phone", "12345")
			.refuses("somebody who is on the list already", "fullName", "fullName", "Lê Văn Hùng", "phone",
					"0905 123 457");
	}

	@Test
	void attendee_without_a_name_is_told_of_travel_and_nights_as_well() throws Exception {
		RequestPostProcessor person = as(Role.CLERK, "STP-48");
		long id = PlannedConferences.announced(this, as(Role.OFFICE, "VPB"), "STP-48");
		tellsAtOnce(person, "/conferences/" + id + "/attendees",
				List.of("fullName", "position", "phone", "arrivalNote", "lodgingFrom", "lodgingTo"), "travel",
				"AIRPORT", "lodging", "true", "lodgingTo", today().plusDays(90));
	}

}
