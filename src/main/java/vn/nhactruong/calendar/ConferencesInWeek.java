package vn.nhactruong.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import vn.nhactruong.agenda.AgendaLine;
import vn.nhactruong.agenda.Agendas;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.conference.Session;
import vn.nhactruong.conference.register.ConferenceQueries;
import vn.nhactruong.conference.register.ScheduledConference;

/**
 * Announced conferences, half-day by half-day, at the times of their published agenda.
 */
@Component
class ConferencesInWeek implements CalendarSource {

	/** What the keys of conferences begin with. */
	static final String NAME = "conference";

	private final ConferenceQueries conferences;

	private final Agendas agendas;

	ConferencesInWeek(ConferenceQueries conferences, Agendas agendas) {
		this.conferences = conferences;
		this.agendas = agendas;
	}

	@Override
	public List<Appearance> between(LocalDate from, LocalDate to) {
		List<ScheduledConference> scheduled = this.conferences.between(from, to);
		Map<Long, List<AgendaLine>> agendas = this.agendas
			.publishedItems(scheduled.stream().map(ScheduledConference::id).toList());
		List<Appearance> appearances = new ArrayList<>();
		for (ScheduledConference conference : scheduled) {
			List<AgendaLine> agenda = agendas.getOrDefault(conference.id(), List.of());
			List<Session> sessions = conference.sessions();
			for (int i = 0; i < sessions.size(); i++) {
				LocalDate day = sessions.get(i).day();
				if (!day.isBefore(from) && !day.isAfter(to)) {
					appearances.add(appearance(conference, i + 1, sessions.get(i), agenda));
				}
			}
		}
		return appearances;
	}

	/** Its number among the half-days stays when the conference is moved. */
	private static Appearance appearance(ScheduledConference conference, int number, Session session,
			List<AgendaLine> agenda) {
		List<AgendaLine> timed = agenda.stream()
			.filter((line) -> line.isTimed() && session.day().equals(line.day())
					&& CalendarLine.half(line.startsAt()) == session.half())
			.toList();
		LocalTime start = timed.stream().map(AgendaLine::startsAt).min(Comparator.naturalOrder()).orElse(null);
		LocalTime end = timed.stream().map(AgendaLine::endsAt).max(Comparator.naturalOrder()).orElse(null);
		return new Appearance(NAME + ":" + conference.id() + ":" + number, conference.title(), session.day(),
				session.half(), start, null, null, end, List.of(), conference.chairs(), conference.place(),
				conference.participants(), conference.invited(), conference.organizerId(), null, null,
				"/conferences/" + conference.id(), null, false);
	}

}
