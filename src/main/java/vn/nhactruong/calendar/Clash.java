package vn.nhactruong.calendar;

import java.time.LocalDate;

import vn.nhactruong.calendar.resource.ResourceKind;
import vn.nhactruong.conference.HalfDay;

/** One leader, room or car wanted for two things at the same time. */
public record Clash(ResourceKind kind, long resourceId, CalendarLine first, CalendarLine second) {

	/**
	 * What an override holds for: these two at these times; if either moves, it is
	 * another clash.
	 */
	public String key() {
		return this.kind + ":" + this.resourceId + "|" + sign(this.first) + "|" + sign(this.second);
	}

	private static String sign(CalendarLine line) {
		return line.lineKey() + "@" + line.day() + "T" + line.from() + "-"
				+ (line.isLong() ? line.untilDay() + "T" : "") + line.until();
	}

	/**
	 * Whether the line is in it on a half-day: of what takes several, only those are
	 * meant that the other side takes, too.
	 */
	public boolean touches(CalendarLine line, LocalDate day, HalfDay half) {
		CalendarLine other = line.lineKey().equals(this.first.lineKey()) ? this.second : this.first;
		return touches(line) && (!line.isLong() || other.reaches(day, half));
	}

	private boolean touches(CalendarLine line) {
		return line.lineKey().equals(this.first.lineKey()) || line.lineKey().equals(this.second.lineKey());
	}

}
