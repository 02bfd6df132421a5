package vn.nhactruong.conference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One half-day of a conference. */
public record Session(LocalDate day, HalfDay half) implements Comparable<Session> {

	/** All half-days from the first to the last, both included. */
	public static List<Session> between(LocalDate from, HalfDay first, LocalDate to, HalfDay last) {
		List<Session> sessions = new ArrayList<>();
		Session end = new Session(to, last);
		for (Session next = new Session(from, first); next.compareTo(end) <= 0; next = next.following()) {
			sessions.add(next);
		}
		return sessions;
	}

	/** As it stands in a URL or form, such as {@code 2026-12-04-MORNING}. */
	public String key() {
		return this.day + "-" + this.half;
	}

	@Override
	public int compareTo(Session other) {
		int byDay = this.day.compareTo(other.day);
		return (byDay != 0) ? byDay : this.half.compareTo(other.half);
	}

	private Session following() {
		return (this.half == HalfDay.MORNING) ? new Session(this.day, HalfDay.AFTERNOON)
				: new Session(this.day.plusDays(1), HalfDay.MORNING);
	}

}
