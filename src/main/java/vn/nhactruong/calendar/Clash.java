package vn.nhactruong.calendar;

import vn.nhactruong.calendar.resource.ResourceKind;

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

	public boolean touches(CalendarLine line) {
		return line.lineKey().equals(this.first.lineKey()) || line.lineKey().equals(this.second.lineKey());
	}

}
