package vn.nhactruong.directive.list;

import java.util.Set;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.ListRequest;

/**
 * The list of all units' directives in the order of their units. No index has the names
 * of units in it, so that a plain order would fetch and sort every directive there is;
 * instead the units are gone through in their order, each by its own index and only as
 * far as the page reaches, until the page is full.
 */
public final class UnitOrder {

	/** What leaves many of each unit; who looks for few has them sorted sooner. */
	private static final Set<String> LEAVING_MANY = Set.of("timeliness", "unit", "group", "unitKind", "year", "state");

	private UnitOrder() {
	}

	static boolean suits(ListRequest list, Viewer viewer) {
		return viewer.wholeSector() && list.isFilteredOnlyBy(LEAVING_MANY);
	}

	/**
	 * SQL for the ids of a page, with {@code limit}, {@code offset} and {@code until},
	 * their sum. What no unit holds comes last, or first when it goes down.
	 * @param condition over {@code directive d}
	 */
	public static String page(String condition, boolean down) {
		return """
				select d.id
				from (select id, name from organization union all select null, null) o cross join lateral (
				    (select d.id, d.due_on from directive d where d.holder_organization_id = o.id and %1$s
				        order by d.due_on %2$s, d.id %2$s limit :until)
				    union all
				    (select d.id, d.due_on from directive d
				        where o.id is null and d.holder_organization_id is null and %1$s
				        order by d.due_on %2$s, d.id %2$s limit :until)) d
				order by o.name collate "vi-x-icu" %2$s, d.due_on %2$s, d.id %2$s limit :limit offset :offset"""
			.formatted(condition, down ? "desc" : "asc");
	}

}
