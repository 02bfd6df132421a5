package vn.nhactruong.workprogram.version;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import vn.nhactruong.notification.MessageArguments;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.workprogram.WorkItemStatus;

/**
 * One difference between two published versions, as it reads in the list of changes.
 *
 * @param was the item as it read before, or {@code null} when it is new
 * @param item as it reads now
 * @param before what it was, or {@code null}; a message key for {@link Type#LEVEL}
 * @param after what it is, or {@code null}; a message key for {@link Type#LEVEL}
 */
public record VersionChange(Type type, VersionItem was, VersionItem item, String before, String after) {

	/** Message key of the sentence; its arguments are before and after. */
	public String getKey() {
		String way = (this.before == null) ? "set" : (this.after == null) ? "dropped" : "changed";
		return "workprogram.change." + this.type + "." + way;
	}

	/** What it was and what it is, in the reader's language. */
	public Object[] getArgs() {
		return new Object[] { named(this.before), named(this.after) };
	}

	private Object named(String text) {
		return (this.type == Type.LEVEL) ? MessageArguments.named(text) : text;
	}

	/** What somebody who knows the first version has to learn about the second. */
	public static List<VersionChange> between(List<VersionItem> before, List<VersionItem> after) {
		Map<Long, VersionItem> was = before.stream()
			.collect(Collectors.toMap(VersionItem::itemId, Function.identity(), (a, b) -> a, LinkedHashMap::new));
		List<VersionChange> changes = new ArrayList<>();
		for (VersionItem item : after) {
			VersionItem earlier = was.get(item.itemId());
			if (earlier == null) {
				changes.add(new VersionChange(Type.ITEM, null, item, null, DateFormats.day(item.dueOn())));
			}
			else {
				compare(earlier, item, changes);
			}
		}
		return List.copyOf(changes);
	}

	private static void compare(VersionItem was, VersionItem is, List<VersionChange> changes) {
		note(changes, Type.TITLE, was, is, was.title(), is.title());
		note(changes, Type.LEAD, was, is, was.lead(), is.lead());
		note(changes, Type.COORDINATING, was, is, text(was.coordinating()), text(is.coordinating()));
		note(changes, Type.DELIVERABLE, was, is, text(was.deliverable()), text(is.deliverable()));
		note(changes, Type.LEVEL, was, is, "SubmittingLevel." + was.level(), "SubmittingLevel." + is.level());
		note(changes, Type.DUE_ON, was, is, DateFormats.day(was.dueOn()), DateFormats.day(is.dueOn()));
		if (is.status() == WorkItemStatus.SLIPPED && was.status() != WorkItemStatus.SLIPPED) {
			changes.add(new VersionChange(Type.MOVED, was, is, DateFormats.day(is.dueOn()),
					DateFormats.day(is.slippedTo())));
		}
		if (is.status() == WorkItemStatus.DROPPED && was.status() != WorkItemStatus.DROPPED) {
			changes.add(new VersionChange(Type.DROPPED, was, is, null, is.decision()));
		}
	}

	private static void note(List<VersionChange> changes, Type type, VersionItem was, VersionItem item, String before,
			String after) {
		if (!Objects.equals(before, after)) {
			changes.add(new VersionChange(type, was, item, before, after));
		}
	}

	private static String text(String text) {
		return text.isEmpty() ? null : text;
	}

	/** What differs. */
	enum Type {

		ITEM, TITLE, LEAD, COORDINATING, DELIVERABLE, LEVEL, DUE_ON, MOVED, DROPPED

	}

}
