package vn.nhactruong.audit;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.ClockConfiguration;
import vn.nhactruong.shared.DateFormats;
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

	static final List<String> ADMINISTRATION = List.of("account", "organization", "setting", "workingday", "sign-in");

	static final List<String> BUSINESS = List.of("conference", "agenda", "attendance", "conclusion", "directive",
			"file");

	static final String CONDITION = """
			e.area in (:areas)
			and (cast(:q as text) is null or fold(e.actor) like :q)
			and (cast(:from as timestamptz) is null or e.at >= :from)
			and (cast(:until as timestamptz) is null or e.at < :until)
			and (cast(:subject as bigint) is null or e.subject_id = :subject)
			""";

	static AuditFilter of(ListRequest list, Viewer viewer) {
		String area = list.parameter("area");
		String subject = list.parameter("subject");
		return new AuditFilter(area, list.parameter("q"), DateFormats.typedDay(list.parameter("from")).orElse(null),
				DateFormats.typedDay(list.parameter("to")).orElse(null),
				(subject != null && subject.matches("\\d{1,18}")) ? Long.valueOf(subject) : null, readable(viewer));
	}

	static List<String> readable(Viewer viewer) {
		return viewer.is(Role.ADMIN) ? ADMINISTRATION : viewer.is(Role.LEADER, Role.OFFICE) ? BUSINESS : List.of();
	}

	Map<String, Object> parameters() {
		Map<String, Object> parameters = new HashMap<>();
		List<String> wanted = this.areas.stream().filter((one) -> this.area == null || one.equals(this.area)).toList();
		parameters.put("areas", wanted.isEmpty() ? List.of("") : wanted);
		parameters.put("q", (this.q != null) ? TextFolding.likePattern(this.q) : null);
		parameters.put("from", start(this.from));
		parameters.put("until", (this.to != null) ? start(this.to.plusDays(1)) : null);
		parameters.put("subject", this.subject);
		return parameters;
	}

	private static Timestamp start(LocalDate day) {
		return (day != null) ? Timestamp.from(day.atStartOfDay(ClockConfiguration.ZONE).toInstant()) : null;
	}

}
