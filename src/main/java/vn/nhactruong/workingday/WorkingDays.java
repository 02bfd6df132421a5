package vn.nhactruong.workingday;

import java.time.Duration;
import java.time.LocalDate;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Counts working days: Mondays to Fridays without public holidays (Labour Code 2019,
 * article 112; until 2020 Labour Code 2012, article 115), days off in lieu and swapped
 * days, with Saturdays and Sundays worked in exchange. Every count happens in memory. A
 * change of the holidays made here is seen at once, one made on another node after at
 * most a minute.
 */
@Service
public class WorkingDays {

	private static final String CURRENT = "current";

	private final LoadingCache<String, HolidayCalendar> calendar;

	WorkingDays(HolidayRepository holidays) {
		this.calendar = Caffeine.newBuilder()
			.expireAfterWrite(Duration.ofMinutes(1))
			.build((current) -> new HolidayCalendar(holidays.findAll().stream().map(Holiday::toSpecialDay).toList()));
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
	 * The day that is a number of working days after another one, which itself is not
	 * counted (Civil Code 2015, article 147). None at all leaves the start as it is.
	 */
	public Deadline after(LocalDate start, int workingDays) {
		return calendar().after(start, workingDays);
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
