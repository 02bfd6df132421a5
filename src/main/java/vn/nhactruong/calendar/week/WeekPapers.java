package vn.nhactruong.calendar.week;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.nhactruong.calendar.CalendarLine;
import vn.nhactruong.calendar.week.WeekPage.Day;
import vn.nhactruong.calendar.week.WeekPage.Row;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.paper.OfficialPaper;
import vn.nhactruong.paper.OfficialPaper.Block;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.MessageConfiguration;
import vn.nhactruong.shared.Option;

/**
 * The week as a Word file, with what the printed page says; always in Vietnamese,
 * whatever language its reader uses.
 */
@Component
class WeekPapers {

	/** Day, half, what, leaders, participants, place, preparing, car. */
	private static final List<Integer> WIDTHS = List.of(9, 6, 30, 15, 16, 11, 8, 5);

	private final MessageSource messages;

	WeekPapers(MessageSource messages) {
		this.messages = messages;
	}

	OfficialPaper paper(PaperPage page) {
		WeekPage week = page.week();
		Object[] date = page.getDate();
		String span = text("calendar.paper.span", week.week().number(), DateFormats.day(week.week().monday()),
				DateFormats.day(week.week().sunday()));
		return new OfficialPaper((page.getNumber() == null) ? text("calendar.paper.draft") : null,
				text("calendar.paper.body"), text("calendar.paper.issuer"), text("calendar.paper.country"),
				text("calendar.paper.motto"), "",
				(date != null) ? text("calendar.paper.place", date) : text("calendar.paper.place.open"),
				text("calendar.paper.title"), (page.getNumber() != null) ? span + " " + version(page) : span,
				List.of(Block.table(new OfficialPaper.Table(heads(), WIDTHS, rows(week)))), true,
				text("calendar.paper.recipients"),
				List.of(text("calendar.paper.recipient.leaders"), text("calendar.paper.recipient.units"),
						text("calendar.paper.recipient.kept")),
				List.of(Objects.requireNonNullElseGet(page.signer(), () -> text("calendar.paper.signer"))), null);
	}

	private String version(PaperPage page) {
		return text((page.getNumber() > 1) ? "calendar.paper.version" : "calendar.paper.firstVersion", page.getNumber(),
				DateFormats.moment(page.week().release().releasedAt()));
	}

	private List<String> heads() {
		return Stream
			.of("calendar.day", "calendar.half", "calendar.paper.what", "calendar.leaders", "calendar.with",
					"calendar.where", "calendar.paper.prepares", "calendarEntryForm.carId")
			.map(this::text)
			.toList();
	}

	private List<List<String>> rows(WeekPage week) {
		List<List<String>> rows = new ArrayList<>();
		for (Day day : week.days()) {
			String name = text("calendar.weekday." + day.day().getDayOfWeek().getValue()) + " "
					+ DateFormats.day(day.day());
			half(name, HalfDay.MORNING, day.morning(), rows);
			half("", HalfDay.AFTERNOON, day.afternoon(), rows);
		}
		return rows;
	}

	/** Day and half stand in their first row only. */
	private void half(String day, HalfDay half, List<Row> held, List<List<String>> rows) {
		String name = Option.label(this.messages, MessageConfiguration.VIETNAMESE, half);
		if (held.isEmpty()) {
			rows.add(List.of(day, name, "", "", "", "", "", ""));
		}
		for (int i = 0; i < held.size(); i++) {
			rows.add(row((i == 0) ? day : "", (i == 0) ? name : "", held.get(i)));
		}
	}

	private List<String> row(String day, String half, Row row) {
		CalendarLine line = row.line();
		String what = row.when(this.messages, MessageConfiguration.VIETNAMESE) + ": " + line.title()
				+ ((line.note() != null) ? " (" + line.note() + ")" : "");
		return Stream.of(day, half, what, line.leaders(), with(row), line.place(), row.preparing(), line.car())
			.map((text) -> Objects.requireNonNullElse(text, ""))
			.toList();
	}

	/** As on the page: who is named in words, otherwise the units. */
	private String with(Row row) {
		if (row.line().participants() != null) {
			return row.line().participants();
		}
		return row.isManyUnits() ? text("calendar.manyUnits", row.units().get(0), row.units().size() - 1)
				: String.join("; ", row.units());
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, MessageConfiguration.VIETNAMESE);
	}

}
