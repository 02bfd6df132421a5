package vn.nhactruong.calendar.plan;

import vn.nhactruong.calendar.resource.ResourceKind;
import vn.nhactruong.conference.HalfDay;

/**
 * One clash as a form or a page shows it.
 *
 * @param name of what is wanted twice
 * @param title of the other entry, or {@code null} when it isn't the viewer's to know
 * @param when time and day of the other entry
 * @param half its half-day, for what has no time
 * @param entryId {@code null} for what appears by itself
 */
public record ClashRow(ResourceKind kind, String name, String title, String when, HalfDay half, Long entryId) {

	public String getKey() {
		return "calendar.clash." + this.kind + ((this.title != null) ? ".with" : ".unnamed");
	}

}
