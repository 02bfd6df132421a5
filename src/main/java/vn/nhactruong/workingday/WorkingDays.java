package vn.nhactruong.workingday;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Counts working days: Mondays to Fridays without public holidays (Labour Code 2019,
 * article 112; until 2020 Labour Code 2012, article 115), days off in lieu and swapped
 * days, with Saturdays and Sundays worked in exchange. A year whose days off are not
 * confirmed counts as it is expected, and the result says so. Every count happens in
 * memory. A change of the holidays made here is seen at once, one made on another node
 * after at most a minute.
 */
@Service
public class WorkingDays {

	private static final String CURRENT = "current";

	private final LoadingCache<String, HolidayCalendar> calendar;

	private final HolidayRepository holidays;

	private final HolidayYearRepository years;

	private final LegalHolidays legal;

	WorkingDays(HolidayRepository holidays, HolidayYearRepository years, LegalHolidays legal) {
		this.holidays = holidays;
		this.years = years;
		this.legal = legal;
		this.calendar = Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)).build((current) -> load());
	}

	/** What is stored, and for years of which nothing is stored what the law says. */
	private HolidayCalendar load() {
		Map<Integer, HolidayYearStatus> known = this.years.findAll()
			.stream()
			.collect(Collectors.toMap(HolidayYear::getYear, HolidayYear::getStatus));
		Set<Integer> unconfirmed = IntStream.rangeClosed(LegalHolidays.FIRST_YEAR, LegalHolidays.LAST_YEAR)
			.filter((year) -> known.get(year) != HolidayYearStatus.CONFIRMED)
			.boxed()
			.collect(Collectors.toSet());
		Stream<SpecialDay> computed = unconfirmed.stream()
			.filter((year) -> !known.containsKey(year))
			.flatMap((year) -> this.legal.of(year).stream());
		return new HolidayCalendar(
				Stream.concat(computed, this.holidays.findAll().stream().map(Holiday::toSpecialDay)).toList(),
				unconfirmed);
	}

	public boolean isWorkingDay(LocalDate day) {
		return calendar().isWorkingDay(day);
	}

	/**
	 * The first working day that is not before the given day.
	 */
	public LocalDate onOrAfter(LocalDate day) {
		return calendar().onOrAfter(day);
	}

	/**
	 * The last working day that is not after the given day.
	 */
	public LocalDate onOrBefore(LocalDate day) {
		return calendar().onOrBefore(day);
	}

	/**
	 * The day on which something is due by a rule that starts on the given day.
	 */
	public Deadline due(LocalDate from, DeadlineRule rule) {
		return calendar().due(from, rule);
	}

	/**
	 * The day that is a number of working days after another one, which itself is not
	 * counted (Civil Code 2015, article 147). None at all leaves the start as it is.
	 */
	public Deadline after(LocalDate start, int workingDays) {
		return calendar().after(start, workingDays);
	}

	/**
	 * The last day that is not more than a number of working days ahead: the days off
	 * behind the last of them belong to it, as {@link #between} counts.
	 */
	public LocalDate lastWithin(LocalDate start, int workingDays) {
		return onOrAfter(after(start, workingDays).date().plusDays(1)).minusDays(1);
	}

	/**
	 * The latest working day on which something can happen so that at least a number of
	 * working days pass until the date: counted as {@link #after} counts, the date
	 * belongs to them. None at all leaves the date as it is.
	 */
	public Deadline before(LocalDate date, int workingDays) {
		return calendar().before(date, workingDays);
	}

	/**
	 * How many working days lie after the first day up to and including the second one;
	 * negative if the second is the earlier.
	 */
	public long between(LocalDate from, LocalDate to) {
		return calendar().between(from, to);
	}

	private HolidayCalendar calendar() {
		return this.calendar.get(CURRENT);
	}

	/**
	 * After a rollback too: the changing transaction may have read its own, now void,
	 * days into memory.
	 */
	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
	void forget(HolidaysChanged change) {
		this.calendar.invalidate(CURRENT);
	}

}
