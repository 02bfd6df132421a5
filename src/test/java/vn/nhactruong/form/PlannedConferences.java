package vn.nhactruong.form;

import java.time.LocalDate;
import java.util.Arrays;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Conferences for the forms of all modules that work on one, made as the office does. */
final class PlannedConferences {

	private PlannedConferences() {
	}

	/** In twenty days, not yet announced. */
	static long draft(FormTests tests, RequestPostProcessor office) {
		return on(tests, office, tests.today().plusDays(20));
	}

	/** Two days long, beginning on a day. */
	static long on(FormTests tests, RequestPostProcessor office, LocalDate day) {
		return FormTests.number(tests.done(office, "/conferences", "title", "Hội nghị có thật", "kind", "BRIEFING",
				"startsOn", day, "startsHalf", "MORNING", "endsOn", day.plusDays(1), "endsHalf", "AFTERNOON", "place",
				"Hội trường", "organizerId", tests.unit("VPB"), "urgent", "true", "registrationClosesAt",
				day.minusDays(1) + "T17:00", "chairs[0].name", "Bộ trưởng"));
	}

	/** Announced to these units, each of which may send two. */
	static long announced(FormTests tests, RequestPostProcessor office, String... invited) {
		return announced(tests, office, tests.today().plusDays(20), invited);
	}

	static long announced(FormTests tests, RequestPostProcessor office, LocalDate day, String... invited) {
		long id = on(tests, office, day);
		tests.done(office, "/conferences/" + id + "/invitations", "units",
				Arrays.stream(invited).map(tests::unit).toList(), "quota", 2);
		tests.done(office, "/conferences/" + id + "/announcement");
		return id;
	}

	/** On the list of the unit whose clerk registers. */
	static long attendee(FormTests tests, RequestPostProcessor clerk, long conference, String name, String phone) {
		tests.done(clerk, "/conferences/" + conference + "/attendees", "fullName", name, "position", "Phó Giám đốc",
				"phone", phone, "travel", "NONE");
		return tests.id("select max(id) from attendee where conference_id = ?", conference);
	}

}
