package vn.nhactruong.workingday;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the special days as they are announced: how Tết is split, which day beside
 * National Day is off, which Saturdays are worked. For administrators; everybody else
 * asks {@link WorkingDays}.
 */
@Service
@Transactional
public class Holidays {

	private final HolidayRepository holidays;

	private final ApplicationEventPublisher events;

	Holidays(HolidayRepository holidays, ApplicationEventPublisher events) {
		this.holidays = holidays;
		this.events = events;
	}

	/**
	 * The special days of a year in their order.
	 */
	@Transactional(readOnly = true)
	public List<SpecialDay> of(Year year) {
		return this.holidays.findByDayBetweenOrderByDay(year.atDay(1), year.atDay(year.length()))
			.stream()
			.map(Holiday::toSpecialDay)
			.toList();
	}

	/**
	 * Enters a special day.
	 * @throws DayAlreadySpecialException if the day has an entry
	 * @throws IllegalArgumentException if the kind doesn't suit the weekday, such as a
	 * Tuesday worked in exchange
	 */
	public void enter(SpecialDay special) {
		if (this.holidays.findByDay(special.day()).isPresent()) {
			throw new DayAlreadySpecialException(special.day());
		}
		this.holidays.save(new Holiday(special));
		this.events.publishEvent(new HolidaysChanged(null, special));
	}

	/**
	 * Makes a day an ordinary one again. Nothing happens if it is one already.
	 */
	public void withdraw(LocalDate day) {
		this.holidays.findByDay(day).ifPresent((holiday) -> {
			this.holidays.delete(holiday);
			this.events.publishEvent(new HolidaysChanged(holiday.toSpecialDay(), null));
		});
	}

}
