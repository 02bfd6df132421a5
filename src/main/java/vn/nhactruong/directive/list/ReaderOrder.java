package vn.nhactruong.directive.list;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.DirectiveStatus;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Role;

/**
 * The list of what a unit reads, the unfinished first, by deadline or code: a stretch of
 * the index of each reader that the viewer is (the unit, those it came from, their kind
 * together), merged; and what one unit leads, for those who see all. So a page costs as
 * much after ten years as after one.
 */
final class ReaderOrder {

	/**
	 * What the index knows by itself; any other filter is served by an index of its own.
	 */
	private static final Set<String> OF_READER = Set.of("mine", "state");

	private static final Set<String> OF_UNIT = Set.of("unit", "state");

	private ReaderOrder() {
	}

	/** Whether {@link #rows} and {@link #page} tell the list of this viewer. */
	static boolean suits(ListRequest list, Viewer viewer, DirectiveFilter filter) {
		if (viewer == null || viewer.is(Role.ADMIN)) {
			return false;
		}
		if (viewer.wholeSector()) {
			// Drafts have no readers.
			return list.isFilteredOnlyBy(OF_UNIT) && filter.parameters().containsKey("unit")
					&& !DirectiveStatus.DRAFT.name().equals(filter.parameters().get("state"));
		}
		return list.isFilteredOnlyBy(OF_READER);
	}

	/**
	 * SQL for the ids of a page, with {@code limit}, {@code offset} and {@code until},
	 * their sum.
	 * @param columns of {@code directive_reader}
	 */
	static String page(ListRequest list, List<String> columns, boolean down) {
		String order = Stream.concat(columns.stream(), Stream.of("directive_id"))
			.map((column) -> "r." + column + (down ? " desc" : ""))
			.collect(Collectors.joining(", "));
		return "select directive_id as id from ("
				+ rows(list, ", r." + String.join(", r.", columns), "order by " + order + " limit :until")
				+ ") r order by " + order + " limit :limit offset :offset";
	}

	/** SQL for as many rows as the list has; of more than {@code most} some are left. */
	static String rows(ListRequest list, int most) {
		return rows(list, "", "limit " + most);
	}

	/**
	 * Each reader has a row for each directive; of who is two of them the second is left
	 * out here.
	 */
	private static String rows(ListRequest list, String columns, String stretch) {
		Optional<String> part = list.oneOf("mine", List.of("lead", "coordinating"));
		String readers = part.filter("lead"::equals).map((lead) -> ":unitReaders").orElse(":readers");
		String filter = part.map((mine) -> mine.equals("lead") ? " and r.leads" : " and r.coordinates").orElse("");
		if (list.parameter("unit") != null) {
			readers = "array[cast(:unit as text)]";
			filter = " and r.leads";
		}
		if (list.constant("state", DirectiveStatus.class).isPresent()) {
			filter += " and r.status = :state";
		}
		return """
				select distinct r.directive_id%1$s from unnest(%2$s) own (reader) cross join lateral (
				    select r.directive_id%1$s from directive_reader r
				    where r.reader = own.reader%3$s %4$s) r""".formatted(columns, readers, filter, stretch);
	}

}
