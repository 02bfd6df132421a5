package vn.nhactruong.calendar.trip;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.CalendarAccess;
import vn.nhactruong.calendar.EntryStatus;
import vn.nhactruong.calendar.resource.CalendarResources;
import vn.nhactruong.calendar.resource.Resource;
import vn.nhactruong.calendar.resource.ResourceKind;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.Slice;
import vn.nhactruong.shared.TextFolding;

/**
 * The list of trips in their working state: the office sees all, leaders what is
 * arranged, a unit what it registered. What is published stands in the weeks.
 */
@Component
@Transactional(readOnly = true)
class TripQueries {

	private static final Map<String, String> SORTS = Map.of("day", "t.starts_on", "title",
			"t.title collate \"vi-x-icu\"", "unit", "o.name collate \"vi-x-icu\"", "state",
			"array_position(array['PROPOSED', 'RETURNED', 'ARRANGED', 'CANCELLED'], t.status)");

	private static final String FROM = """
			from business_trip t join organization o on o.id = t.registered_unit_id
			left join province p on p.id = t.province_id where %s
			""";

	private final JdbcClient jdbc;

	private final CalendarAccess access;

	private final CalendarResources resources;

	private final UnitDirectory units;

	TripQueries(JdbcClient jdbc, CalendarAccess access, CalendarResources resources, UnitDirectory units) {
		this.jdbc = jdbc;
		this.access = access;
		this.resources = resources;
		this.units = units;
	}

	Slice<TripRow> list(ListRequest list, Viewer viewer) {
		Filter filter = filter(list, viewer);
		long total = this.jdbc.sql("select count(*) " + FROM.formatted(filter.condition()))
			.params(filter.parameters())
			.query(Long.class)
			.single();
		return new Slice<>(rows(filter, list, list.size(), list.offset()), total, list.page(), list.size());
	}

	/** All trips of the filtered list, for the workbook. */
	List<TripRow> all(ListRequest list, Viewer viewer) {
		return rows(filter(list, viewer), list, Integer.MAX_VALUE, 0);
	}

	/** The leaders that a list can be filtered by, in the order of the catalogue. */
	List<Resource> leaders() {
		return this.resources.ofKind(ResourceKind.LEADER);
	}

	/** The years that trips of the viewer's list touch, the latest first. */
	List<Integer> years(Viewer viewer) {
		Filter seen = seen(viewer);
		return this.jdbc
			.sql("select distinct extract(year from unnest(array[t.starts_on, t.ends_on]))::int as year "
					+ FROM.formatted(seen.condition()) + " order by year desc")
			.params(seen.parameters())
			.query(Integer.class)
			.list();
	}

	private List<TripRow> rows(Filter filter, ListRequest list, int limit, long offset) {
		return this.jdbc
			.sql("""
					select t.*, o.name as unit, p.name as province,
					    (select string_agg(r.name, '; ' order by r.position_no, r.name collate "vi-x-icu", r.id)
					     from business_trip_leader l join calendar_resource r on r.id = l.resource_id
					     where l.trip_id = t.id) as leaders
					""" + FROM.formatted(filter.condition()) + " order by " + list.orderBy(SORTS, "-day")
					+ ", t.id desc limit :limit offset :offset")
			.params(filter.parameters())
			.param("limit", limit)
			.param("offset", offset)
			.query((row, number) -> new TripRow(row.getLong("id"), row.getString("title"),
					row.getObject("starts_on", LocalDate.class), HalfDay.valueOf(row.getString("starts_half")),
					row.getObject("departs_at", LocalTime.class), row.getObject("ends_on", LocalDate.class),
					HalfDay.valueOf(row.getString("ends_half")), row.getObject("returns_at", LocalTime.class),
					row.getString("leaders"),
					Stream.of(row.getString("place"), row.getString("province"))
						.filter(Objects::nonNull)
						.collect(Collectors.joining(", ")),
					row.getString("unit"), EntryStatus.valueOf(row.getString("status"))))
			.list();
	}

	/** The same rule as {@link CalendarAccess#seesEntry} has for one trip. */
	private Filter seen(Viewer viewer) {
		this.access.requireReader(viewer);
		if (viewer.is(Role.OFFICE)) {
			return new Filter("true", Map.of());
		}
		return new Filter(
				"(t.registered_unit_id = any(:own)" + (viewer.is(Role.LEADER) ? " or t.status = 'ARRANGED')" : ")"),
				Map.of("own", viewer.unitIds().toArray(Long[]::new)));
	}

	private Filter filter(ListRequest list, Viewer viewer) {
		Filter seen = seen(viewer);
		List<String> conditions = new ArrayList<>(List.of(seen.condition()));
		Map<String, Object> parameters = new HashMap<>(seen.parameters());
		if (list.parameter("q") != null) {
			conditions.add("fold(concat_ws(' ', t.title, t.place, p.name, t.decision)) like :q");
			parameters.put("q", TextFolding.likePattern(list.parameter("q")));
		}
		list.constant("state", EntryStatus.class).ifPresent((state) -> {
			conditions.add("t.status = :state");
			parameters.put("state", state.name());
		});
		list.number("leader", (id) -> leaders().stream().anyMatch((leader) -> leader.id() == id))
			.ifPresent((leader) -> {
				conditions.add(
						"exists (select from business_trip_leader l where l.trip_id = t.id and l.resource_id = :leader)");
				parameters.put("leader", leader);
			});
		list.year("year").ifPresent((year) -> {
			conditions.add("t.starts_on <= :yearEnd and t.ends_on >= :yearStart");
			parameters.put("yearStart", LocalDate.of(year, 1, 1));
			parameters.put("yearEnd", LocalDate.of(year, 12, 31));
		});
		return new Filter(String.join(" and ", conditions), parameters);
	}

	private record Filter(String condition, Map<String, Object> parameters) {
	}

}
