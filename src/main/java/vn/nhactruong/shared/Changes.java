package vn.nhactruong.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Collects the readable before and after of an edit; equal values are left out. */
public final class Changes {

	private final List<Change> changes = new ArrayList<>();

	/**
	 * Notes one field.
	 * @param label message key of the field's label
	 * @param before text, number, day or moment; of a constant or a yes the message key
	 * is kept, so that it reads in either language
	 */
	public Changes field(String label, Object before, Object after) {
		String was = text(before);
		String is = text(after);
		if (!was.equals(is)) {
			this.changes.add(new Change(label, was, is));
		}
		return this;
	}

	public List<Change> list() {
		return List.copyOf(this.changes);
	}

	public boolean isEmpty() {
		return this.changes.isEmpty();
	}

	private static String text(Object value) {
		if (value instanceof Enum<?> constant) {
			return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
		}
		if (value instanceof Boolean yes) {
			return yes ? "common.yes" : "common.no";
		}
		if (value instanceof LocalDate day) {
			return DateFormats.day(day);
		}
		if (value instanceof Instant moment) {
			return DateFormats.moment(moment);
		}
		return Objects.toString(value, "");
	}

	/** One field's before and after as they read. */
	public record Change(String label, String before, String after) {
	}

}
