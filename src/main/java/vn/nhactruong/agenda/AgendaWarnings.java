package vn.nhactruong.agenda;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import vn.nhactruong.agenda.AgendaWarning.Kind;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.conference.Session;
import vn.nhactruong.setting.DatedNumber;
import vn.nhactruong.shared.DateFormats;

/** Reads a draft the way a careful colleague would before it goes out. */
final class AgendaWarnings {

	/** A half-day ends here, as in the working day of every office. */
	private static final LocalTime NOON = LocalTime.NOON;

	private AgendaWarnings() {
	}

	/**
	 * All warnings of a draft; none while it is empty.
	 * @param longest how many half-days the rules allow, if any rule was in force
	 * @param elsewhere what the speakers do at other conferences on these days
	 */
	static List<AgendaWarning> of(ConferenceSummary conference, List<AgendaLine> draft, Optional<DatedNumber> longest,
			List<Engagement> elsewhere) {
		if (draft.isEmpty()) {
			return List.of();
		}
		List<AgendaWarning> warnings = new ArrayList<>();
		pairs(draft, warnings);
		elsewhere(draft, elsewhere, warnings);
		longest.ifPresent((limit) -> tooLong(conference, draft, limit, warnings));
		outside(conference, draft, warnings);
		emptyDays(conference, draft, warnings);
		List<AgendaLine> silent = draft.stream()
			.filter((line) -> line.kind().isSpoken() && line.speaker() == null)
			.toList();
		if (!silent.isEmpty()) {
			warnings.add(new AgendaWarning(Kind.NO_SPEAKER, List.of(silent.size()), silent));
		}
		return List.copyOf(warnings);
	}

	private static void pairs(List<AgendaLine> draft, List<AgendaWarning> warnings) {
		for (int i = 0; i < draft.size(); i++) {
			for (AgendaLine second : draft.subList(i + 1, draft.size())) {
				AgendaLine first = draft.get(i);
				if (!first.overlaps(second)) {
					continue;
				}
				if (samePerson(first.speaker(), second.speaker())) {
					warnings
						.add(new AgendaWarning(Kind.SPEAKER_TWICE, List.of(first.speaker()), List.of(first, second)));
				}
				else {
					warnings.add(new AgendaWarning(Kind.OVERLAP,
							List.of(AgendaChange.time(first), AgendaChange.time(second)), List.of(first, second)));
				}
			}
		}
	}

	private static void elsewhere(List<AgendaLine> draft, List<Engagement> elsewhere, List<AgendaWarning> warnings) {
		for (AgendaLine line : draft) {
			elsewhere.stream()
				.filter((other) -> samePerson(line.speaker(), other.line().speaker()) && line.overlaps(other.line()))
				.forEach((other) -> warnings.add(new AgendaWarning(Kind.SPEAKER_ELSEWHERE,
						List.of(line.speaker(), AgendaChange.time(other.line()), other.conference()), List.of(line))));
		}
	}

	private static void tooLong(ConferenceSummary conference, List<AgendaLine> draft, DatedNumber limit,
			List<AgendaWarning> warnings) {
		Set<Session> taken = new TreeSet<>();
		draft.stream().filter((line) -> line.kind().isMeeting()).forEach((line) -> taken.addAll(halves(line)));
		// A day of which no time is known takes what the invitation says.
		Set<LocalDate> timed = new LinkedHashSet<>();
		taken.forEach((session) -> timed.add(session.day()));
		draft.stream()
			.filter((line) -> line.kind().isMeeting() && line.day() != null && !timed.contains(line.day()))
			.forEach((line) -> conference.sessions()
				.stream()
				.filter((session) -> session.day().equals(line.day()))
				.forEach(taken::add));
		if (taken.size() > limit.number()) {
			warnings.add(
					new AgendaWarning(Kind.TOO_LONG, List.of(taken.size(), limit.number(), limit.source()), List.of()));
		}
	}

	private static void outside(ConferenceSummary conference, List<AgendaLine> draft, List<AgendaWarning> warnings) {
		List<Session> planned = conference.sessions();
		List<AgendaLine> outside = draft.stream()
			.filter((line) -> line.day() != null
					&& (!conference.covers(line.day()) || !planned.containsAll(halves(line))))
			.toList();
		if (!outside.isEmpty()) {
			warnings.add(new AgendaWarning(Kind.OUTSIDE, List.of(outside.size()), outside));
		}
	}

	private static void emptyDays(ConferenceSummary conference, List<AgendaLine> draft, List<AgendaWarning> warnings) {
		if (draft.stream().anyMatch((line) -> line.day() == null)) {
			return;
		}
		conference.startsOn()
			.datesUntil(conference.endsOn().plusDays(1))
			.filter((day) -> draft.stream().noneMatch((line) -> day.equals(line.day())))
			.forEach(
					(day) -> warnings.add(new AgendaWarning(Kind.EMPTY_DAY, List.of(DateFormats.day(day)), List.of())));
	}

	/** The half-days that an item with a time takes place in. */
	private static List<Session> halves(AgendaLine line) {
		List<Session> halves = new ArrayList<>();
		if (line.isTimed() && line.startsAt().isBefore(NOON)) {
			halves.add(new Session(line.day(), HalfDay.MORNING));
		}
		if (line.isTimed() && line.endsAt().isAfter(NOON)) {
			halves.add(new Session(line.day(), HalfDay.AFTERNOON));
		}
		return halves;
	}

	private static boolean samePerson(String one, String other) {
		return one != null && other != null && person(one).equals(person(other));
	}

	/** A name as it is compared: spelling counts, capitals and blanks don't. */
	static String person(String name) {
		return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
	}

	/** An item of another conference. */
	record Engagement(String conference, AgendaLine line) {
	}

}
