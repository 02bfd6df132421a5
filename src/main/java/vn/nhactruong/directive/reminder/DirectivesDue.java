package vn.nhactruong.directive.reminder;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.workingday.RunningDeadlines;

/** Counts the directives under way by their deadlines, whoever holds them. */
@Component
@Transactional(readOnly = true)
class DirectivesDue implements RunningDeadlines {

	private final JdbcClient jdbc;

	DirectivesDue(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<LocalDate, Long> on(Collection<LocalDate> days) {
		Map<LocalDate, Long> due = new LinkedHashMap<>();
		this.jdbc.sql("""
				select due_on, count(*) from directive
				where not family and status in ('ISSUED', 'IN_PROGRESS', 'REPORTED', 'DECLINED')
				    and due_on in (:days)
				group by due_on order by due_on
				""")
			.param("days", days)
			.query((RowCallbackHandler) (row) -> due.put(row.getObject(1, LocalDate.class), row.getLong(2)));
		return due;
	}

}
