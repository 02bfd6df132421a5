package vn.nhactruong.workingday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import net.time4j.PlainDate;
import net.time4j.calendar.EastAsianMonth;
import net.time4j.calendar.EastAsianYear;
import net.time4j.calendar.VietnameseCalendar;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.nhactruong.shared.MessageConfiguration;

/**
 * Computes the days off of a year from the law alone: Labour Code 2019, article 112;
 * until 2020 Labour Code 2012, article 115. Lunar days follow the Vietnamese calendar
 * (UTC+7). Where the law leaves the choice to the yearly announcement, what is chosen
 * most often stands here and is marked as expected: Tết is the last day of the old year
 * and the first four of the new one; beside National Day is the day that makes the longer
 * row of days off. Which Saturdays are worked in exchange nobody can compute.
 */
@Component
class LegalHolidays {

	/** The first year the portal knows of. */
	static final int FIRST_YEAR = 2014;

	/** The last year a date of this portal may have. */
	static final int LAST_YEAR = 2100;

	/** Days off for Tết. */
	static final int TET_DAYS = 5;

	/** From this year on the Labour Code 2019 holds: a second day for National Day. */
	private static final int SECOND_CODE = 2021;

	private static final Set<DayOfWeek> NATIONAL_DAY_FOLLOWED = Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY,
			DayOfWeek.THURSDAY);

	private final Map<Integer, List<SpecialDay>> computed = new ConcurrentHashMap<>();

	private final MessageSource messages;

	LegalHolidays(MessageSource messages) {
		this.messages = messages;
	}

	/** The days off of a year in their order. */
	List<SpecialDay> of(int year) {
		return this.computed.computeIfAbsent(year, this::compute);
	}

	/** The first day of the lunar year that begins in this year. */
	static LocalDate lunarNewYear(int year) {
		return day(VietnameseCalendar.ofTet(year));
	}

	/** The 10th of the 3rd lunar month. */
	static LocalDate hungKingsDay(int year) {
		return day(VietnameseCalendar.of(EastAsianYear.forGregorian(year), EastAsianMonth.valueOf(3), 10));
	}

	static LocalDate nationalDay(int year) {
		return LocalDate.of(year, Month.SEPTEMBER, 2);
	}

	/** How many days off National Day has. */
	static int nationalDays(int year) {
		return (year >= SECOND_CODE) ? 2 : 1;
	}

	/** The days off whose date leaves nobody a choice. */
	static List<LocalDate> fixedDays(int year) {
		return List.of(LocalDate.of(year, Month.JANUARY, 1), lunarNewYear(year), hungKingsDay(year),
				LocalDate.of(year, Month.APRIL, 30), LocalDate.of(year, Month.MAY, 1), nationalDay(year));
	}

	private List<SpecialDay> compute(int year) {
		NavigableMap<LocalDate, SpecialDay> days = new TreeMap<>();
		LocalDate tet = lunarNewYear(year);
		put(days, LocalDate.of(year, Month.JANUARY, 1), "newYear", false);
		put(days, tet.minusDays(1), "tetEve", true);
		put(days, tet, "tet", false, 1);
		for (int day = 2; day < TET_DAYS; day++) {
			put(days, tet.plusDays(day - 1), "tet", true, day);
		}
		put(days, hungKingsDay(year), "hungKings", false);
		put(days, LocalDate.of(year, Month.APRIL, 30), "reunification", false);
		put(days, LocalDate.of(year, Month.MAY, 1), "labour", false);
		LocalDate nationalDay = nationalDay(year);
		put(days, nationalDay, "national", false);
		if (nationalDays(year) > 1) {
			boolean follows = NATIONAL_DAY_FOLLOWED.contains(nationalDay.getDayOfWeek());
			put(days, follows ? nationalDay.plusDays(1) : nationalDay.minusDays(1), "nationalAdjacent", true);
		}
		for (SpecialDay holiday : List.copyOf(days.values())) {
			if (!HolidayCalendar.isWeekday(holiday.day())) {
				SpecialDay inLieu = inLieuOf(holiday, days);
				days.put(inLieu.day(), inLieu);
			}
		}
		return List.copyOf(days.values());
	}

	private SpecialDay inLieuOf(SpecialDay holiday, Map<LocalDate, SpecialDay> taken) {
		LocalDate day = holiday.day();
		while (taken.containsKey(day) || !HolidayCalendar.isWeekday(day)) {
			day = day.plusDays(1);
		}
		boolean tet = Math.abs(ChronoUnit.DAYS.between(lunarNewYear(day.getYear()), holiday.day())) < TET_DAYS;
		return new SpecialDay(day, HolidayKind.SUBSTITUTE_DAY_OFF,
				text(MessageConfiguration.VIETNAMESE, "workingday.name.inLieu", holiday.nameVi()),
				text(Locale.ENGLISH, "workingday.name.inLieu", holiday.nameEn()), source(day.getYear(), tet));
	}

	private void put(Map<LocalDate, SpecialDay> days, LocalDate day, String name, boolean expected,
			Object... arguments) {
		days.put(day,
				new SpecialDay(day, HolidayKind.HOLIDAY,
						text(MessageConfiguration.VIETNAMESE, "workingday.name." + name, arguments),
						text(Locale.ENGLISH, "workingday.name." + name, arguments), source(day.getYear(), expected)));
	}

	/** Sources are cited as in a Vietnamese paper, whoever reads them. */
	String source(int year, boolean expected) {
		String law = text(MessageConfiguration.VIETNAMESE,
				(year >= SECOND_CODE) ? "workingday.source.code2019" : "workingday.source.code2012");
		return expected
				? text(MessageConfiguration.VIETNAMESE, "workingday.source.expected", law, Integer.toString(year))
				: law;
	}

	/** Both days of a swap, the day off first. */
	List<SpecialDay> swap(LocalDate dayOff, LocalDate dayWorked, String source) {
		return List.of(
				new SpecialDay(dayOff, HolidayKind.SWAP_OFF,
						exchanged(MessageConfiguration.VIETNAMESE, "off", dayWorked),
						exchanged(Locale.ENGLISH, "off", dayWorked), source),
				new SpecialDay(dayWorked, HolidayKind.SWAP_WORKING,
						exchanged(MessageConfiguration.VIETNAMESE, "worked", dayOff),
						exchanged(Locale.ENGLISH, "worked", dayOff), source));
	}

	private String exchanged(Locale locale, String half, LocalDate other) {
		return text(locale, "workingday.name." + half, other.getDayOfMonth(), other.getMonthValue(),
				Integer.toString(other.getYear()));
	}

	private String text(Locale locale, String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	private static LocalDate day(VietnameseCalendar lunar) {
		return lunar.transform(PlainDate.axis()).toTemporalAccessor();
	}

}
