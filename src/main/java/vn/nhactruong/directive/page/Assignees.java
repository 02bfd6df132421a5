package vn.nhactruong.directive.page;

import java.time.LocalDate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who in a unit has a directive, by name. */
@Component
class Assignees {

	private final JdbcClient jdbc;

	Assignees(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** {@code null} when the head gave it to nobody in particular. */
	DirectivePage.Assignee of(long directiveId) {
		return this.jdbc.sql("""
				select p.display_name, a.due_on, s.display_name as substitute, a.substitute_until
				from directive_assignment a join account p on p.id = a.account_id
				left join account s on s.id = a.substitute_id where a.directive_id = ?
				""")
			.param(directiveId)
			.query((row, number) -> new DirectivePage.Assignee(row.getString(1), row.getObject(2, LocalDate.class),
					row.getString(3), row.getObject(4, LocalDate.class)))
			.optional()
			.orElse(null);
	}

}
