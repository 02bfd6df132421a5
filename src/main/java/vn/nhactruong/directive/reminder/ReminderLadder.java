package vn.nhactruong.directive.reminder;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.notification.Inbox;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.setting.RuleKey;
import vn.nhactruong.setting.Settings;
import vn.nhactruong.shared.ClockConfiguration;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.workingday.WorkingDays;

/**
 * Reminds of deadlines step by step, on working days from an hour on: the clerk, the
 * head, then the office, then the leaders. What was sent is noted in the same transaction
 * under a key that can't be there twice, so that a second node, a second run or a restart
 * adds nothing. A request for more time that waits for less than two working days is
 * silent, and so is what a substitute is named for, as long as the substitution lasts.
 */
@Service
public class ReminderLadder {

	/** More than these at once are told in one message. */
	private static final int ONE_BY_ONE = 5;

	private static final String OWED = """
			select d.id, d.code, d.title, d.due_on, d.holder_organization_id as unit
			from directive d left join directive_assignment a on a.directive_id = d.id
			where d.status in (%s) and not d.family and not d.archive and d.due_on between :from and :to
			    and (a.substitute_until is null or a.substitute_until < :today)
			    and not exists (select from directive_extension e where e.directive_id = d.id
			        and e.status = 'REQUESTED' and e.signed_at >= :silent)""";

	private static final String OF_UNIT = OWED.formatted("'ISSUED', 'IN_PROGRESS'");

	/** The whole role is told at once, so that nobody is asked about a second time. */
	private static final String OF_ISSUER = OWED.formatted("'ISSUED', 'IN_PROGRESS', 'DECLINED'") + """
			and not exists (select from directive_reminder r
			       where r.directive_id = d.id and r.step = :step and r.due_on = d.due_on)""";

	/** A unit that is no more is waited for at the one that carries its work on. */
	private static final String AWAITED = """
			select d.id, d.code, d.title, w.due_on, h.holder as unit
			from directive_awaited w join directive d on d.id = w.directive_id
			join unnest(:units::bigint[], :holders::bigint[]) h (unit, holder) on h.unit = w.organization_id
			where w.status = 'WAITED' and w.due_on between :from and :to
			    and d.status in ('ISSUED', 'IN_PROGRESS', 'DECLINED')""";

	private final JdbcClient jdbc;

	private final Inbox inbox;

	private final UnitDirectory units;

	private final WorkingDays workingDays;

	private final Settings settings;

	private final Clock clock;

	ReminderLadder(JdbcClient jdbc, Inbox inbox, UnitDirectory units, WorkingDays workingDays, Settings settings,
			Clock clock) {
		this.jdbc = jdbc;
		this.inbox = inbox;
		this.units = units;
		this.workingDays = workingDays;
		this.settings = settings;
		this.clock = clock;
	}

	/** Whatever is due by now; nothing on days off and before the hour. */
	@Transactional
	public void climb() {
		LocalDate today = LocalDate.now(this.clock);
		int hour = this.settings.number(RuleKey.ESCALATION_HOUR, today);
		if (this.workingDays.isWorkingDay(today) && LocalTime.now(this.clock).getHour() >= hour) {
			climb(today);
		}
	}

	/** All steps as of a working day. */
	@Transactional
	public void climb(LocalDate today) {
		for (ReminderStep step : ReminderStep.values()) {
			climb(step, today);
		}
	}

	private void climb(ReminderStep step, LocalDate today) {
		int days = this.settings.number(step.days(), today);
		LocalDate from = step.isBefore() ? today : LocalDate.of(1945, 9, 2);
		LocalDate to = step.isBefore() ? this.workingDays.lastWithin(today, days) : within(today, days).minusDays(1);
		LocalDate silent = within(today, this.settings.number(RuleKey.ESCALATION_SILENCE, today));
		Instant now = this.clock.instant();
		List<Unit> units = this.units.all();
		this.jdbc.sql("""
				with owed as (%s), concerned as (
				    select o.id, o.code, o.title, o.due_on, min(o.unit) as unit, p.account_id,
				        array_agg(distinct p.grant_id)::text as grants
				    from owed o cross join lateral (%s) p group by o.id, o.code, o.title, o.due_on, p.account_id
				), told as (
				    insert into directive_reminder (directive_id, step, due_on, account_id, sent_at)
				    select id, :step, due_on, account_id, :now::timestamptz from concerned
				    on conflict do nothing returning directive_id, due_on, account_id
				)
				select o.account_id, count(*) as n, (array_agg(o.id order by o.due_on, o.id))[1 : %3$d] as ids,
				    (array_agg(o.code order by o.due_on, o.id))[1 : %3$d] as codes,
				    (array_agg(o.title order by o.due_on, o.id))[1 : %3$d] as titles,
				    (array_agg(o.due_on::text order by o.due_on, o.id))[1 : %3$d] as days,
				    (array_agg(o.unit order by o.due_on, o.id))[1 : %3$d] as units,
				    (array_agg(o.grants order by o.due_on, o.id))[1 : %3$d] as grants
				-- Looked up in a hash: nothing says beforehand how many were told, and a join of
				-- what is thought to be few goes through all of them for each.
				from concerned o where case when (o.id, o.due_on, o.account_id)
				    in (select directive_id, due_on, account_id from told) then true else false end
				group by o.account_id order by o.account_id
				""".formatted(owed(step), people(step), ONE_BY_ONE))
			.param("from", from)
			.param("to", to)
			.param("today", today)
			.param("silent", Timestamp.from(silent.atStartOfDay(ClockConfiguration.ZONE).toInstant()))
			.param("step", step.name())
			.param("units", units.stream().map(Unit::id).toArray(Long[]::new))
			.param("holders",
					units.stream().map((unit) -> this.units.holderOn(unit.id(), today).id()).toArray(Long[]::new))
			.param("now", Timestamp.from(now))
			.query((row, number) -> new Told(row.getLong("account_id"), row.getLong("n"),
					List.of((Long[]) row.getArray("ids").getArray()),
					List.of((String[]) row.getArray("codes").getArray()),
					List.of((String[]) row.getArray("titles").getArray()),
					List.of((String[]) row.getArray("days").getArray()),
					List.of((Long[]) row.getArray("units").getArray()),
					Arrays.stream((String[]) row.getArray("grants").getArray()).map(ReminderLadder::grants).toList()))
			.list()
			.forEach((told) -> tell(step, told));
	}

	/** The first day from which fewer than so many working days have passed by today. */
	private LocalDate within(LocalDate today, int days) {
		LocalDate day = this.workingDays.before(today, days).date().plusDays(1);
		while (day.isBefore(today) && this.workingDays.between(day, today) >= days) {
			day = day.plusDays(1);
		}
		return day.isAfter(today) ? today : day;
	}

	private static String owed(ReminderStep step) {
		return switch (step) {
			case CLERK, HEAD -> OF_UNIT;
			case COORDINATOR -> AWAITED;
			case OFFICE, LEADER -> OF_ISSUER;
		};
	}

	/** Who is told of {@code owed o}. */
	private static String people(ReminderStep step) {
		String roles = switch (step) {
			case CLERK -> "'CLERK'";
			case HEAD -> "'UNIT_HEAD'";
			case COORDINATOR -> "'CLERK', 'UNIT_HEAD'";
			case OFFICE -> "'OFFICE'";
			case LEADER -> "'LEADER'";
		};
		String held = "select g.account_id, g.id as grant_id from role_grant g join account k on k.id = g.account_id "
				+ "and k.locked_at is null where g.role in (" + roles + ")"
				+ ((step == ReminderStep.OFFICE || step == ReminderStep.LEADER) ? ""
						: " and g.organization_id = o.unit");
		// The person whom the head gave it to stands for all the unit's clerks, as long
		// as
		// they are of the unit.
		String assigned = """
				from directive_assignment a join account k on k.id = a.account_id and k.locked_at is null
				join role_grant g on g.account_id = a.account_id and g.organization_id = o.unit
				    and g.role in ('CLERK', 'UNIT_HEAD', 'OFFICE') where a.directive_id = o.id""";
		return (step != ReminderStep.CLERK) ? held : """
				select g.account_id, g.id as grant_id %s
				union all
				%s and not exists (select %1$s)""".formatted(assigned, held);
	}

	private void tell(ReminderStep step, Told told) {
		if (told.count() > ONE_BY_ONE || step == ReminderStep.LEADER) {
			this.inbox.tell(Map.of(told.accountId(), told.grants().stream().flatMap(List::stream).distinct().toList()),
					step.messageKey(true), List.of(String.valueOf(told.count()), String.join(", ", told.codes())),
					step.url());
			return;
		}
		for (int i = 0; i < told.ids().size(); i++) {
			this.inbox.tell(Map.of(told.accountId(), told.grants().get(i)), step.messageKey(false),
					List.of(told.codes().get(i), told.titles().get(i),
							DateFormats.day(LocalDate.parse(told.days().get(i))),
							this.units.name(told.unitIds().get(i))),
					"/directives/" + told.ids().get(i));
		}
	}

	/** As the database writes them: {@code {1,2}}. */
	private static List<Long> grants(String array) {
		return Pattern.compile("\\d+").matcher(array).results().map((number) -> Long.valueOf(number.group())).toList();
	}

	/**
	 * What one person is told at once; the lists hold the most urgent only.
	 *
	 * @param grants in which of their grants each concerns them
	 */
	private record Told(long accountId, long count, List<Long> ids, List<String> codes, List<String> titles,
			List<String> days, List<Long> unitIds, List<List<Long>> grants) {
	}

	/**
	 * Asks each hour, so that the hour may be changed and a stopped portal catches up.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Job {

		@Bean
		RecurringTask<Void> directiveReminders(ReminderLadder ladder) {
			return Tasks.recurring("directive-reminders", Schedules.cron("0 5 * * * *", ClockConfiguration.ZONE))
				.execute((run, context) -> ladder.climb());
		}

	}

}
