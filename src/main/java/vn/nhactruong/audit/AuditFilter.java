package vn.nhactruong.audit;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.ClockConfiguration;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.TextFolding;

/**
 * What the audit trail is narrowed to, within what the viewer may read: administrators
 * the acts of administration, leaders and the ministry's office those of business.
 *
 * @param area one area, or {@code null} for all that the viewer may read
 * @param subject id of the one thing whose history is asked for, within its area
 */
record AuditFilter(String area, String q, LocalDate from, LocalDate to, Long subject, List<String> areas) {

	static final List<String> ADMINISTRATION = List.of("account", "organization", "setting", "workingday",
			"notification", "sign-in");

	static final List<String> BUSINESS = List.of("conference", "agenda", "attendance", "conclusion", "directive",
			"calendar", "workprogram", "file");

	static AuditFilter of(ListRequest list, Viewer viewer) {
		List<String> areas = Stream.of(ADMINISTRATION, BUSINESS).flatMap(List::stream).toList();
		return new AuditFilter(list.oneOf("area", areas).orElse(null), list.parameter("q"),
				list.day("from").orElse(null), list.day("to").orElse(null), list.number("subject").orElse(null),
				readable(viewer));
	}

	static List<String> readable(Viewer viewer) {
		return viewer.is(Role.ADMIN) ? ADMINISTRATION : viewer.is(Role.LEADER, Role.OFFICE) ? BUSINESS : List.of();
	}

	/**
	 * The newest entries that are asked for, as many as {@code :needed}. Each area is
	 * read by itself, so that the index gives its rows in their order: many acts of one
	 * area don't have to be passed over to find the few of another.
	 */
	String query(String columns) {
		List<String> conditions = new ArrayList<>(List.of("e.area = a.area"));
		if (this.q != null) {
			conditions.add("fold(e.actor) like :q");
		}
		if (this.from != null) {
			conditions.add("e.at >= :from");
		}
		if (this.to != null) {
			conditions.add("e.at < :until");
		}
		if (this.subject != null) {
			conditions.add("e.subject_id = :subject");
		}
		return "select " + columns
				+ " from unnest(:areas::text[]) a(area) cross join lateral (select * from audit_entry e" + " where "
				+ String.join(" and ", conditions) + " order by e.at desc, e.id desc limit :needed) e";
	}

	Map<String, Object> parameters(long needed) {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("areas",
				this.areas.stream().filter((one) -> this.area == null || one.equals(this.area)).toArray(String[]::new));
		parameters.put("q", (this.q != null) ? TextFolding.likePattern(this.q) : null);
		parameters.put("from", start(this.from));
		parameters.put("until", (this.to != null) ? start(this.to.plusDays(1)) : null);
		parameters.put("subject", this.subject);
		parameters.put("needed", needed);
		return parameters;
	}

	private static Timestamp start(LocalDate day) {
		return (day != null) ? Timestamp.from(day.atStartOfDay(ClockConfiguration.ZONE).toInstant()) : null;
	}

}
