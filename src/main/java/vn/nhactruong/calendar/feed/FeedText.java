package vn.nhactruong.calendar.feed;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.nhactruong.calendar.CalendarLine;
import vn.nhactruong.calendar.feed.CalendarFeeds.Event;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.ClockConfiguration;
import vn.nhactruong.shared.DateFormats;

/** Writes a feed as calendar programs read it: iCalendar, RFC 5545. */
@Component
public class FeedText {

	private static final Duration REFRESH = Duration.ofMinutes(30);

	/** Việt Nam has kept this offset since 1975; no rules have to be fetched for it. */
	private static final ZoneOffset OFFSET = ZoneOffset.ofHours(7);

	private static final int MOST_OCTETS = 75;

	private final UnitDirectory units;

	private final MessageSource messages;

	FeedText(UnitDirectory units, MessageSource messages) {
		this.units = units;
		this.messages = messages;
	}

	/**
	 * The whole feed.
	 * @param base where the portal stands, without a slash at the end
	 */
	public String write(List<Event> events, String base, Locale locale) {
		String name = text("calendar.feed.name", locale);
		Calendar calendar = new Calendar();
		calendar.add(ImmutableVersion.VERSION_2_0);
		calendar.add(new ProdId("-//Nhac Truong//Calendar 1.0//VI"));
		calendar.add(ImmutableCalScale.GREGORIAN);
		calendar.add(new XProperty("X-WR-CALNAME", name));
		calendar.add(new XProperty("X-WR-TIMEZONE", ClockConfiguration.ZONE.getId()));
		calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
		calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
		calendar.add(zone());
		events.forEach((event) -> calendar.add(event(event, base, locale)));
		return fold(calendar.toString());
	}

	private static VTimeZone zone() {
		Standard standard = new Standard();
		standard.add(new DtStart<>(LocalDateTime.of(1975, 6, 13, 0, 0)));
		standard.add(new TzOffsetFrom(OFFSET));
		standard.add(new TzOffsetTo(OFFSET));
		standard.add(new TzName("+07"));
		VTimeZone zone = new VTimeZone();
		zone.add(new TzId(ClockConfiguration.ZONE.getId()));
		zone.add(standard);
		return zone;
	}

	private VEvent event(Event told, String base, Locale locale) {
		CalendarLine line = told.line();
		VEvent event = new VEvent(false);
		event.add(new Uid(line.uid().toString()));
		event.add(new Sequence(told.sequence()));
		event.add(new DtStamp(told.changedAt().truncatedTo(ChronoUnit.SECONDS)));
		event.add(new LastModified(told.changedAt().truncatedTo(ChronoUnit.SECONDS)));
		if (line.startsAt() == null) {
			// Where no time is known, none is made up: it stands above the day.
			event.add(new DtStart<>(line.day()));
			if (line.isLong()) {
				event.add(new DtEnd<>(line.untilDay().plusDays(1)));
			}
			String half = line.isLong() ? "" : text("HalfDay." + line.half(), locale) + ": ";
			event.add(new Summary(half + plain(line.title())));
		}
		else {
			event.add(zoned(new DtStart<>(line.day().atTime(line.startsAt()))));
			event.add(zoned(new DtEnd<>(end(line))));
			event.add(new Summary(plain(line.title())));
		}
		event.add(new Location(plain(line.place())));
		event.add(new Description(description(line, locale)));
		event.add(new Url(URI.create(base + (line.isSourced() ? line.url() : "/calendar/entries/" + line.entryId()))));
		event.add(told.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
		return event;
	}

	/** A day has no 24:00. */
	private static LocalDateTime end(CalendarLine line) {
		LocalTime until = line.until();
		return line.untilDay().atTime(until.truncatedTo(ChronoUnit.MINUTES));
	}

	private static <P extends net.fortuna.ical4j.model.Property> P zoned(P property) {
		property.add(new net.fortuna.ical4j.model.parameter.TzId(ClockConfiguration.ZONE.getId()));
		return property;
	}

	private String description(CalendarLine line, Locale locale) {
		return Stream
			.of(fact("calendar.time", line.isLong() ? span(line, locale) : null, locale),
					fact("calendar.leaders", line.leaders(), locale),
					fact("calendarEntryForm.participants", line.participants(), locale),
					fact("calendarEntryForm.unitIds", String.join("; ", this.units.names(line.unitIds())), locale),
					fact("calendarEntryForm.preparingUnitId", this.units.name(line.preparingUnitId()), locale),
					fact("calendarEntryForm.carId", line.car(), locale),
					fact("calendarEntryForm.note", line.note(), locale))
			.filter(Objects::nonNull)
			.collect(Collectors.joining("\n"));
	}

	/** What days alone don't say of what begins or ends with a half of one. */
	private String span(CalendarLine line, Locale locale) {
		return text("HalfDay." + line.half(), locale) + " " + DateFormats.day(line.day()) + " – "
				+ text("HalfDay." + line.untilHalf(), locale) + " " + DateFormats.day(line.untilDay());
	}

	private String fact(String labelKey, String value, Locale locale) {
		return (value == null || value.isEmpty()) ? null : text(labelKey, locale) + ": " + plain(value);
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

	private static String plain(String text) {
		return text.replace("\r\n", "\n").replace('\r', '\n');
	}

	/**
	 * No line longer than 75 octets, and no letter torn apart: the library counts
	 * characters, of which a Vietnamese one takes up to three octets.
	 */
	public static String fold(String text) {
		StringBuilder folded = new StringBuilder(text.length() + text.length() / 50);
		for (String line : text.split("\r?\n")) {
			int octets = 0;
			for (int i = 0; i < line.length();) {
				int letter = line.codePointAt(i);
				int size = (letter < 0x80) ? 1 : (letter < 0x800) ? 2 : (letter < 0x10000) ? 3 : 4;
				if (octets + size > MOST_OCTETS) {
					folded.append("\r\n ");
					octets = 1;
				}
				folded.appendCodePoint(letter);
				octets += size;
				i += Character.charCount(letter);
			}
			folded.append("\r\n");
		}
		return folded.toString();
	}

}
