package vn.nhactruong.workprogram;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Option;

/**
 * What lies around a program: the items of the longer one that its items carry out, and
 * what the period before left unfinished.
 */
@Component
@Transactional(readOnly = true)
public class WorkItemParents {

	private static final int MOST = 500;

	private final JdbcClient jdbc;

	private final WorkProgramAccess access;

	private final UnitDirectory units;

	WorkItemParents(JdbcClient jdbc, WorkProgramAccess access, UnitDirectory units) {
		this.jdbc = jdbc;
		this.access = access;
		this.units = units;
	}

	/**
	 * The items to which one of this program may point: those of its own longer program,
	 * and for a unit's program also those of the ministry that concern the unit.
	 */
	public List<Candidate> candidates(WorkProgram program, Viewer viewer) {
		return query(program, viewer, null);
	}

	boolean fits(long parentId, WorkProgram program, Viewer viewer) {
		return !query(program, viewer, parentId).isEmpty();
	}

	private List<Candidate> query(WorkProgram program, Viewer viewer, Long only) {
		Period period = program.period();
		String enclosing = period.kind().enclosing().map(Enum::name).orElse("");
		return this.jdbc.sql("""
				select i.id, i.number_no, i.title, i.due_on, p.period_kind, p.starts_on, p.ends_on
				from work_program p join work_item i on i.program_id = p.id
				where p.starts_on <= :end and p.ends_on >= :start and i.proposal = 'ACCEPTED' and i.status <> 'DROPPED'
				    and (p.scope_id = :scope and p.period_kind = :enclosing and %s
				        or not :ministry and p.ministry and p.period_kind in (:enclosing, :kind) and p.last_version > 0
				            and (i.lead_id = :scope or exists (select from work_item_coordination c
				                where c.item_id = i.id and c.organization_id = :scope)))
				    and (:only::bigint is null or i.id = :only)
				order by p.starts_on, i.due_on, i.number_no limit %d
				""".formatted(this.access.parentCondition(viewer, program), MOST))
			.param("start", period.startsOn())
			.param("end", period.endsOn())
			.param("scope", program.getScopeId())
			.param("enclosing", enclosing)
			.param("kind", period.kind().name())
			.param("ministry", program.isMinistry())
			.param("units", this.access.units(viewer))
			.param("only", only)
			.query((row, number) -> new Candidate(row.getLong("id"), row.getInt("number_no"), row.getString("title"),
					row.getObject("due_on", LocalDate.class),
					new Period(PeriodKind.valueOf(row.getString("period_kind")),
							row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class))))
			.list();
	}

	/**
	 * What earlier programs of the same unit and kind left: open in the last one, once
	 * its period is over; or moved into this period, or to a day that went by; unless a
	 * later one has it already.
	 */
	public List<Unfinished> unfinishedBefore(WorkProgram program, LocalDate today) {
		return this.jdbc
			.sql("""
					select i.id, i.program_id, i.number_no, i.title, i.lead_id, i.due_on, i.status, i.slipped_to,
					    p.period_kind, p.starts_on, p.ends_on
					from work_program p join work_item i on i.program_id = p.id
					where p.scope_id = :scope and p.period_kind = :kind and p.starts_on < :start and p.last_version > 0
					    and i.proposal = 'ACCEPTED'
					    and (i.status = 'SLIPPED' and i.slipped_to <= :end and (i.slipped_to >= :start or i.slipped_to < :today)
					        or i.status in ('PLANNED', 'IN_PROGRESS') and (p.ends_on < :today or p.status = 'CLOSED')
					            and p.starts_on = (select max(b.starts_on)
					            from work_program b where b.scope_id = :scope and b.period_kind = :kind
					                and b.starts_on < :start and b.last_version > 0))
					    and not exists (select from work_item n where n.carried_from_id = i.id
					        and n.proposal <> 'RETURNED')
					order by p.starts_on, i.due_on, i.number_no limit %d
					"""
				.formatted(MOST))
			.param("scope", program.getScopeId())
			.param("kind", program.period().kind().name())
			.param("start", program.period().startsOn())
			.param("end", program.period().endsOn())
			.param("today", today)
			.query((row, number) -> new Unfinished(row.getLong("id"), row.getLong("program_id"),
					row.getInt("number_no"), row.getString("title"), this.units.name(row.getLong("lead_id")),
					row.getObject("due_on", LocalDate.class), WorkItemStatus.valueOf(row.getString("status")),
					row.getObject("slipped_to", LocalDate.class),
					new Period(PeriodKind.valueOf(row.getString("period_kind")),
							row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class))))
			.list();
	}

	/** An item that others may carry out. */
	public record Candidate(long id, int number, String title, LocalDate dueOn, Period period) {

		public Option option(MessageSource messages, Locale locale) {
			return new Option(String.valueOf(this.id),
					this.period.text(messages, locale) + " · " + this.number + ". " + this.title);
		}

	}

}
