package vn.nhactruong.conclusion.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conclusion.Conclusions;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.notification.Obligation.Kind;
import vn.nhactruong.notification.ObligationSource;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Role;

/**
 * What is to be done about conclusions: the office drafts, issues and assigns, leaders
 * review.
 */
@Component
class ConclusionObligations implements ObligationSource {

	private final JdbcClient jdbc;

	private final Conferences conferences;

	private final ConclusionPages pages;

	private final UnitDirectory units;

	private final Clock clock;

	ConclusionObligations(JdbcClient jdbc, Conferences conferences, ConclusionPages pages, UnitDirectory units,
			Clock clock) {
		this.jdbc = jdbc;
		this.conferences = conferences;
		this.pages = pages;
		this.units = units;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public List<Obligation> obligationsOf(Viewer viewer) {
		if (!viewer.is(Role.OFFICE, Role.LEADER)) {
			return List.of();
		}
		Map<Long, String> states = states(viewer);
		Map<Long, ConferenceSummary> conferences = this.conferences.unguarded(states.keySet());
		Map<Long, Long> unassigned = viewer.is(Role.OFFICE) ? this.pages.unassigned() : Map.of();
		Map<Long, ConferenceSummary> concluded = unassigned.isEmpty() ? Map.of()
				: this.conferences.unguarded(unassigned.keySet());
		List<Obligation> obligations = new ArrayList<>();
		states.forEach((id, state) -> {
			ConferenceSummary conference = conferences.get(id);
			LocalDate due = this.pages.due(conference).map((rule) -> rule.deadline().date()).orElse(null);
			obligations.add(switch (state) {
				case "IN_REVIEW" ->
					obligation("conclusion.obligation.review", conference, due, Kind.DECISION, "/review");
				case "APPROVED" -> obligation("conclusion.obligation.issue", conference, due, Kind.DECISION, "/issue");
				default -> obligation("conclusion.obligation.draft", conference, due, Kind.TASK, "");
			});
		});
		unassigned.forEach((id, count) -> {
			ConferenceSummary conference = concluded.get(id);
			obligations.add(new Obligation("conclusion.obligation.assign", List.of(count, conference.title()),
					conference.code(), this.units.name(conference.organizerId()), null, Conclusions.url(id),
					Kind.TASK));
		});
		return obligations;
	}

	/** Conference to the state of its conclusion, where that state asks for an act. */
	private Map<Long, String> states(Viewer viewer) {
		if (viewer.is(Role.LEADER)) {
			return this.jdbc.sql("select conference_id, status from conclusion where status = 'IN_REVIEW'")
				.query((row, number) -> Map.entry(row.getLong(1), row.getString(2)))
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		}
		return this.jdbc.sql("""
				select c.id, coalesce(k.status, 'DRAFT') from conference c
				left join conclusion k on k.conference_id = c.id
				where c.status in ('ANNOUNCED', 'IN_SESSION') and not c.archive
				and (k.status = 'APPROVED' or coalesce(k.status, 'DRAFT') = 'DRAFT'
				    and (c.status = 'IN_SESSION' or c.ends_on < ?))
				""")
			.param(LocalDate.now(this.clock))
			.query((row, number) -> Map.entry(row.getLong(1), row.getString(2)))
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private Obligation obligation(String titleKey, ConferenceSummary conference, LocalDate due, Kind kind,
			String page) {
		return new Obligation(titleKey, List.of(conference.title()), conference.code(),
				this.units.name(conference.organizerId()), due, Conclusions.url(conference.id()) + page, kind);
	}

}
