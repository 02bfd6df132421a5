package vn.nhactruong.attendance.answer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.nhactruong.conference.RegistrationCount;

/** Tells the module of conferences how many places of a quota are taken. */
@Component
public class RegisteredAttendees implements RegistrationCount {

	private final JdbcClient jdbc;

	public RegisteredAttendees(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public int registered(long conferenceId, long organizationId) {
		return this.jdbc
			.sql("select count(*) from attendee a where a.conference_id = ? and a.organization_id = ? and "
					+ Answers.EXPECTED)
			.params(conferenceId, organizationId)
			.query(Integer.class)
			.single();
	}

	@Override
	public boolean checkedIn(long conferenceId) {
		return this.jdbc.sql("""
				select exists (select from attendee a join presence_mark m on m.attendee_id = a.id
				    where a.conference_id = ?)
				""").param(conferenceId).query(Boolean.class).single();
	}

}
