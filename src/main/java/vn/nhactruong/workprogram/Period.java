package vn.nhactruong.workprogram;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;

import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.RuleViolation;

/** A year, quarter, month or week, and how it is called. */
public record Period(PeriodKind kind, LocalDate startsOn, LocalDate endsOn) {

	private static final List<String> ROMAN = List.of("I", "II", "III", "IV");

	/** The period of that kind in which the day lies. */
	public static Period around(PeriodKind kind, LocalDate day) {
		LocalDate start = kind.start(day);
		return new Period(kind, start, kind.end(start));
	}

	public Period next() {
		return around(this.kind, this.endsOn.plusDays(1));
	}

	Period previous() {
		return around(this.kind, this.startsOn.minusDays(1));
	}

	public boolean isOver(LocalDate today) {
		return today.isAfter(this.endsOn);
	}

	boolean contains(LocalDate day) {
		return !day.isBefore(this.startsOn) && !day.isAfter(this.endsOn);
	}

	/**
	 * What is wrong with a day to which something is moved out of this period.
	 * @param to may be {@code null}
	 */
	public List<RuleViolation> notAfter(String field, LocalDate to) {
		return (to == null || to.isAfter(this.endsOn)) ? List.of()
				: List.of(RuleViolation.at(field, "workprogram.error.slipWithinPeriod", DateFormats.day(this.endsOn)));
	}

	/** Message key of its name, with {@link #getArgs()}. */
	public String getKey() {
		return "workprogram.period." + this.kind;
	}

	/** Its name in the reader's language. */
	public String text(MessageSource messages, Locale locale) {
		return messages.getMessage(getKey(), getArgs(), locale);
	}

	/** Its name as part of a sentence in the reader's language. */
	public DefaultMessageSourceResolvable named() {
		return new DefaultMessageSourceResolvable(new String[] { getKey() }, getArgs());
	}

	public Object[] getArgs() {
		return switch (this.kind) {
			case YEAR -> new Object[] { year() };
			case QUARTER -> new Object[] { quarter(), year() };
			case MONTH -> new Object[] { this.startsOn.getMonthValue(), year() };
			case WEEK -> new Object[] { week(), DateFormats.day(this.startsOn), DateFormats.day(this.endsOn) };
		};
	}

	/** The same in figures, as in the name of a file. */
	public String code() {
		return switch (this.kind) {
			case YEAR -> year();
			case QUARTER -> ROMAN.get(quarter() - 1) + "/" + year();
			case MONTH -> this.startsOn.getMonthValue() + "/" + year();
			case WEEK -> DateFormats.day(this.startsOn) + "–" + DateFormats.day(this.endsOn);
		};
	}

	private String year() {
		return String.valueOf(this.startsOn.getYear());
	}

	private int quarter() {
		return (this.startsOn.getMonthValue() + 2) / 3;
	}

	private String week() {
		return String.valueOf(this.startsOn.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
	}

}
