package vn.nhactruong.calendar.week;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.Week;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.paper.OfficialPaper;
import vn.nhactruong.paper.WordPaper;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.ForBusiness;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.shared.Xlsx;

/** The leaders' week: on the screen, as a published version, on paper, as a workbook. */
@Controller
@SignedIn
class CalendarController {

	/** What asks for the working state on paper, where a version is published. */
	private static final String DRAFT = "draft";

	private final CalendarPages pages;

	private final WeekPapers papers;

	private final MessageSource messages;

	private final Clock clock;

	CalendarController(CalendarPages pages, WeekPapers papers, MessageSource messages, Clock clock) {
		this.pages = pages;
		this.papers = papers;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping("/calendar")
	@ForBusiness
	String show(@RequestParam(required = false) String week, @RequestParam(required = false) String from,
			@RequestParam(required = false) String leader, Viewer viewer, Model model) {
		model.addAttribute("page", this.pages.week(asked(week, from), leader(leader), viewer));
		model.addAttribute("noSuchWeek", isUnknown(week, from));
		return "calendar/show";
	}

	@GetMapping("/calendar/weeks/{week}/releases/{number}")
	String release(@PathVariable String week, @PathVariable int number, @RequestParam(required = false) String leader,
			Viewer viewer, Model model) {
		Week asked = required(week);
		model.addAttribute("page", this.pages.release(asked, number, leader(leader), viewer));
		model.addAttribute("changes", this.pages.changes(asked, number, viewer));
		return "calendar/release";
	}

	@GetMapping("/calendar/print")
	@ForBusiness
	String print(@RequestParam(required = false) String week, @RequestParam(required = false) String from,
			@RequestParam(required = false) String leader, @RequestParam(required = false) String state, Viewer viewer,
			Model model) {
		model.addAttribute("paper", this.pages.printed(asked(week, from), leader(leader), DRAFT.equals(state), viewer));
		model.addAttribute("noSuchWeek", isUnknown(week, from));
		return "calendar/print";
	}

	/** The same as on paper, to go on working with. */
	@GetMapping("/calendar.docx")
	@ForBusiness
	ResponseEntity<byte[]> word(@RequestParam(required = false) String week,
			@RequestParam(required = false) String from, @RequestParam(required = false) String leader,
			@RequestParam(required = false) String state, Viewer viewer, Locale locale) {
		Week asked = exactly(week, from);
		OfficialPaper paper = this.papers.paper(this.pages.printed(asked, leader(leader), DRAFT.equals(state), viewer));
		return WordPaper.download(paper, text("calendar.title", locale) + " " + asked.key());
	}

	/** The same as on paper. */
	@GetMapping("/calendar.xlsx")
	@ForBusiness
	void export(@RequestParam(required = false) String week, @RequestParam(required = false) String from,
			@RequestParam(required = false) String leader, @RequestParam(required = false) String state, Viewer viewer,
			HttpServletResponse response, Locale locale) throws IOException {
		Week asked = exactly(week, from);
		List<List<Object>> rows = new ArrayList<>();
		for (WeekPage.Day day : this.pages.printed(asked, leader(leader), DRAFT.equals(state), viewer).week().days()) {
			day.morning().forEach((row) -> rows.add(cells(day, HalfDay.MORNING, row, locale)));
			day.afternoon().forEach((row) -> rows.add(cells(day, HalfDay.AFTERNOON, row, locale)));
		}
		Xlsx.send(response, text("calendar.title", locale) + " " + asked.key(),
				Stream
					.of("calendar.day", "calendar.half", "calendar.time", "calendarEntryForm.title", "calendar.leaders",
							"calendar.with", "calendar.where", "calendarEntryForm.preparingUnitId",
							"calendarEntryForm.carId", "calendarEntryForm.note")
					.map((key) -> text(key, locale))
					.toList(),
				rows);
	}

	private List<Object> cells(WeekPage.Day day, HalfDay half, WeekPage.Row row, Locale locale) {
		return Arrays.asList(day.day(), Option.label(this.messages, locale, half), row.when(this.messages, locale),
				row.line().title(), row.line().leaders(), participants(row), row.line().place(), row.preparing(),
				row.line().car(), row.line().note());
	}

	private static String participants(WeekPage.Row row) {
		return String.join("; ",
				Stream.concat(Stream.ofNullable(row.line().participants()), row.units().stream()).toList());
	}

	/** An unreadable week in a filter is this week, and the page says so. */
	private Week asked(String week, String from) {
		return typed(week).or(() -> DateFormats.typedDay(from).map(Week::of))
			.orElseGet(() -> Week.of(LocalDate.now(this.clock)));
	}

	/** A file can't say that it is of another week than was asked for. */
	private Week exactly(String week, String from) {
		if (isUnknown(week, from)) {
			throw new NotVisibleException("week", week);
		}
		return asked(week, from);
	}

	/** As it stands in a URL, or any of its days. */
	private static Optional<Week> typed(String week) {
		return Week.parse(week).or(() -> DateFormats.typedDay(week).map(Week::of));
	}

	private static boolean isUnknown(String week, String from) {
		boolean weekTyped = week != null && !week.isBlank();
		boolean dayTyped = from != null && !from.isBlank();
		return weekTyped && typed(week).isEmpty() || dayTyped && DateFormats.typedDay(from).isEmpty();
	}

	static Week required(String week) {
		return Week.parse(week).orElseThrow(() -> new NotVisibleException("week", week));
	}

	private static Long leader(String leader) {
		return (leader != null && leader.matches("\\d{1,18}")) ? Long.valueOf(leader) : null;
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
