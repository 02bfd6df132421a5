package vn.nhactruong.shared;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

import org.springframework.beans.PropertyAccessException;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.validation.FieldError;

/**
 * Days read 22/11/2026 and times 14:30 everywhere, in both languages. Input is taken as
 * people write it and as a browser's date field sends it.
 */
public final class DateFormats {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");

	private static final DateTimeFormatter TYPED_DAY = DateTimeFormatter.ofPattern("d/M/uuuu")
		.withResolverStyle(ResolverStyle.STRICT);

	private static final DateTimeFormatter TYPED_TIME = DateTimeFormatter.ofPattern("H:mm[:ss]")
		.withResolverStyle(ResolverStyle.STRICT);

	private static final DateTimeFormatter TYPED_MOMENT = DateTimeFormatter.ofPattern("H:mm d/M/uuuu")
		.withResolverStyle(ResolverStyle.STRICT);

	private DateFormats() {
	}

	public static String day(LocalDate day) {
		return (day != null) ? DAY.format(day) : "";
	}

	public static String moment(Instant instant) {
		return (instant != null) ? MOMENT.format(instant.atZone(ClockConfiguration.ZONE)) : "";
	}

	/** A day as somebody typed it into an address or a filter; nothing if unreadable. */
	public static Optional<LocalDate> typedDay(String text) {
		try {
			return (text != null) ? Optional.of(new DayFormatter().parse(text, Locale.ROOT)) : Optional.empty();
		}
		catch (ParseException ex) {
			return Optional.empty();
		}
	}

	static void register(FormatterRegistry registry) {
		registry.addFormatter(new DayFormatter());
		registry.addFormatter(new TimeFormatter());
		registry.addFormatter(new LocalMomentFormatter());
		registry.addFormatter(new MomentFormatter());
	}

	/**
	 * The years a register of this office can mean; anything else is a slip of the hand.
	 */
	private static LocalDate plausible(LocalDate day, String text) throws ParseException {
		if (day.getYear() < 1945 || day.getYear() > 2100) {
			throw new ParseException(text, 0);
		}
		return day;
	}

	private static LocalDate anyDay(String text) {
		String typed = text.strip();
		return typed.contains("/") ? LocalDate.parse(typed, TYPED_DAY) : LocalDate.parse(typed);
	}

	/** Tells a day outside of these years apart from what is no day at all. */
	static final class BindingErrors extends DefaultBindingErrorProcessor {

		private static final String OUTSIDE = "dayOutside";

		@Override
		public void processPropertyAccessException(PropertyAccessException wrong, BindingResult errors) {
			String field = wrong.getPropertyName();
			if (field == null || !(wrong.getValue() instanceof String typed) || !isDay(typed)
					|| errors.getFieldType(field) != LocalDate.class) {
				super.processPropertyAccessException(wrong, errors);
				return;
			}
			errors.addError(new FieldError(errors.getObjectName(), field, typed, true,
					errors.resolveMessageCodes(OUTSIDE, field), getArgumentsForBindError(errors.getObjectName(), field),
					null));
		}

		private static boolean isDay(String typed) {
			try {
				anyDay(typed);
				return true;
			}
			catch (DateTimeParseException ex) {
				return false;
			}
		}

	}

	private static final class DayFormatter implements Formatter<LocalDate> {

		@Override
		public String print(LocalDate day, Locale locale) {
			return DAY.format(day);
		}

		@Override
		public LocalDate parse(String text, Locale locale) throws ParseException {
			try {
				return plausible(anyDay(text), text);
			}
			catch (DateTimeParseException ex) {
				throw new ParseException(text, ex.getErrorIndex());
			}
		}

	}

	private static final class TimeFormatter implements Formatter<LocalTime> {

		@Override
		public String print(LocalTime time, Locale locale) {
			return DateTimeFormatter.ofPattern("HH:mm").format(time);
		}

		@Override
		public LocalTime parse(String text, Locale locale) throws ParseException {
			try {
				return LocalTime.parse(text.strip(), TYPED_TIME);
			}
			catch (DateTimeParseException ex) {
				throw new ParseException(text, ex.getErrorIndex());
			}
		}

	}

	private static final class LocalMomentFormatter implements Formatter<LocalDateTime> {

		@Override
		public String print(LocalDateTime moment, Locale locale) {
			return MOMENT.format(moment);
		}

		@Override
		public LocalDateTime parse(String text, Locale locale) throws ParseException {
			try {
				String typed = text.strip();
				LocalDateTime moment = typed.contains("/") ? LocalDateTime.parse(typed, TYPED_MOMENT)
						: LocalDateTime.parse(typed);
				plausible(moment.toLocalDate(), text);
				return moment;
			}
			catch (DateTimeParseException ex) {
				throw new ParseException(text, ex.getErrorIndex());
			}
		}

	}

	private static final class MomentFormatter implements Formatter<Instant> {

		@Override
		public String print(Instant instant, Locale locale) {
			return moment(instant);
		}

		@Override
		public Instant parse(String text, Locale locale) throws ParseException {
			try {
				return Instant.parse(text.strip());
			}
			catch (DateTimeParseException ex) {
				throw new ParseException(text, ex.getErrorIndex());
			}
		}

	}

}
