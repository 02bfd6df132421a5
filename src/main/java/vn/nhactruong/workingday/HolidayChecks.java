package vn.nhactruong.workingday;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import vn.nhactruong.shared.DateFormats;

/**
 * What a year's days off lack compared with the law; while anything is lacking the year
 * can't be confirmed. More days than the law names are fine: the Government may add some.
 */
final class HolidayChecks {

	private HolidayChecks() {
	}

	static List<Explanation> of(int year, Collection<SpecialDay> days) {
		Set<LocalDate> holidays = days.stream()
			.filter((day) -> day.kind() == HolidayKind.HOLIDAY)
			.map(SpecialDay::day)
			.collect(Collectors.toSet());
		List<Explanation> findings = new ArrayList<>();
		for (LocalDate fixed : LegalHolidays.fixedDays(year)) {
			if (!holidays.contains(fixed)) {
				findings.add(new Explanation("workingday.check.missing", DateFormats.day(fixed)));
			}
		}
		LocalDate tet = LegalHolidays.lunarNewYear(year);
		List<LocalDate> aroundTet = sorted(holidays,
				(day) -> Math.abs(ChronoUnit.DAYS.between(tet, day)) <= LegalHolidays.TET_DAYS);
		if (aroundTet.size() != LegalHolidays.TET_DAYS || ChronoUnit.DAYS.between(aroundTet.get(0),
				aroundTet.get(aroundTet.size() - 1)) != aroundTet.size() - 1) {
			findings.add(new Explanation("workingday.check.tet", LegalHolidays.TET_DAYS, aroundTet.size()));
		}
		LocalDate nationalDay = LegalHolidays.nationalDay(year);
		int national = sorted(holidays, (day) -> Math.abs(ChronoUnit.DAYS.between(nationalDay, day)) <= 1).size();
		if (national != LegalHolidays.nationalDays(year)) {
			findings.add(new Explanation("workingday.check.national", LegalHolidays.nationalDays(year), national));
		}
		int onRestDays = sorted(holidays, (day) -> !HolidayCalendar.isWeekday(day)).size();
		long inLieu = days.stream().filter((day) -> day.kind() == HolidayKind.SUBSTITUTE_DAY_OFF).count();
		if (onRestDays != inLieu) {
			findings.add(new Explanation("workingday.check.inLieu", onRestDays, inLieu));
		}
		return findings;
	}

	private static List<LocalDate> sorted(Set<LocalDate> days, Predicate<LocalDate> wanted) {
		return days.stream().filter(wanted).sorted().toList();
	}

}
