package vn.nhactruong.form;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.shared.Role;

/** The forms by which a year's days off are settled, each for a year of its own. */
class WorkingDayFormsTests extends FormTests {

	private static final String YEAR = "/settings/holidays/{year:\\d{4}}";

	private RequestPostProcessor admin;

	@Override
	Map<String, Supplier<FilledForm>> forms() {
		this.admin = as(Role.ADMIN, "VPB");
		Map<String, Supplier<FilledForm>> forms = new LinkedHashMap<>();
		forms.put(YEAR + "/days", () -> day(proposed(2094) + "/days", 2094));
		forms.put(YEAR + "/days/{id}",
				() -> day(proposed(2095) + "/days/"
						+ id("select id from holiday where day = ?", LocalDate.of(2095, 4, 30)), 2095)
					.with("version", 0));
		forms.put(YEAR + "/swaps", this::swap);
		forms.put(YEAR + "/confirmation", this::confirmation);
		return forms;
	}

	private String proposed(int year) {
		done(this.admin, "/settings/holidays/" + year + "/proposal");
		return "/settings/holidays/" + year;
	}

	/** In the last week of November, which the law leaves alone. */
	private static LocalDate next(int year, DayOfWeek day) {
		return LocalDate.of(year, 11, 24).with(TemporalAdjusters.nextOrSame(day));
	}

	private FilledForm day(String url, int year) {
		return FilledForm.at(url, this.admin)
			.with("day", next(year, DayOfWeek.WEDNESDAY))
			.with("kind", "SUBSTITUTE_DAY_OFF")
			.with("nameVi", "Ngày Văn hóa Việt Nam")
			.with("nameEn", "Culture Day")
			.with("source", "Thông báo số 1234/TB-BNV")
			.refuses("a day of another year", "day", "day", LocalDate.of(year - 1, 11, 24))
			.refuses("a day that is off already", "day", "day", LocalDate.of(year, 9, 2))
			.refuses("a substitute on a day of rest", "day", "day", next(year, DayOfWeek.SATURDAY))
			.refusesUnoffered("half of a swap", "kind", "kind", "SWAP_OFF");
	}

	private FilledForm swap() {
		int year = 2096;
		return FilledForm.at(proposed(year) + "/swaps", this.admin)
			.with("dayOff", next(year, DayOfWeek.FRIDAY))
			.with("dayWorked", next(year, DayOfWeek.SATURDAY))
			.with("source", "Thông báo số 1235/TB-BNV")
			.refuses("off on a day of rest", "dayOff", "dayOff", next(year, DayOfWeek.SUNDAY))
			.refuses("off in another year", "dayOff", "dayOff", LocalDate.of(2093, 11, 24))
			.refuses("worked on a working day", "dayWorked", "dayWorked", next(year, DayOfWeek.THURSDAY))
			.refuses("worked long after", "dayWorked", "dayWorked", next(year, DayOfWeek.SATURDAY).minusWeeks(30));
	}

	/** The version that the page shows: each day that is proposed makes a new one. */
	private FilledForm confirmation() {
		String year = proposed(2097);
		return FilledForm.at(year + "/confirmation", this.admin)
			.with("announcement", "Thông báo số 1236/TB-BNV")
			.with("version", id("select version from holiday_year where year = 2097"));
	}

}
