package vn.nhactruong.directive.assignment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.Directive;
import vn.nhactruong.directive.DirectiveAccess;
import vn.nhactruong.directive.DirectiveNotices;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.history.DirectiveAct;
import vn.nhactruong.directive.history.DirectiveEvent;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

/**
 * What a unit's head gives to a person of the unit. Nobody outside of the unit reads it:
 * towards the issuer the unit answers as a whole.
 */
@Service
@Transactional
@NamedInterface("assignment")
public class DirectiveAssignments {

	private final Directives directives;

	private final AssignmentRepository assignments;

	private final DirectiveAccess access;

	private final DirectiveNotices notices;

	private final JdbcClient jdbc;

	private final Clock clock;

	DirectiveAssignments(Directives directives, AssignmentRepository assignments, DirectiveAccess access,
			DirectiveNotices notices, JdbcClient jdbc, Clock clock) {
		this.directives = directives;
		this.assignments = assignments;
		this.access = access;
		this.notices = notices;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The form, with what was given before. */
	@Transactional(readOnly = true)
	public AssignmentForm edit(long id, Viewer viewer) {
		signable(id, viewer);
		return this.assignments.findById(id).map(AssignmentForm::of).orElseGet(AssignmentForm::new);
	}

	/** Who may be given it: the unit's own people, by name. */
	@Transactional(readOnly = true)
	Map<Long, String> people(long id, Viewer viewer) {
		return people(signable(id, viewer), viewer);
	}

	private Map<Long, String> people(Directive directive, Viewer viewer) {
		Map<Long, String> people = new LinkedHashMap<>();
		this.jdbc.sql("""
				select a.id, a.display_name, max(a.position) as position
				from account a join role_grant g on g.account_id = a.id
				where a.locked_at is null and g.organization_id = any(?) and g.role = any(?)
				group by a.id order by a.display_name collate "vi-x-icu", a.id
				""")
			.params(this.access.units(viewer),
					DirectiveAccess.WORKING_ROLES.stream().map(Role::name).toArray(String[]::new))
			.query((row) -> {
				String position = row.getString("position");
				people.put(row.getLong("id"),
						row.getString("display_name") + ((position != null) ? ", " + position : ""));
			});
		return people;
	}

	/** Gives it for the first time to a person of the unit, without a substitute. */
	public void assign(long id, long accountId, LocalDate dueOn, String note, Viewer viewer) {
		AssignmentForm form = new AssignmentForm();
		form.setAccountId(accountId);
		form.setDueOn(dueOn);
		form.setNote(note);
		assign(id, form, viewer);
	}

	/**
	 * Gives it to a person of the unit, or to another one than before.
	 * @throws RuleViolation at the field that can't be so
	 */
	public void assign(long id, AssignmentForm form, Viewer viewer) {
		Directive directive = signable(id, viewer);
		directive.requireWithUnit();
		Map<Long, String> people = people(directive, viewer);
		check(form, directive, people);
		Assignment assignment = this.assignments.findById(id).orElse(null);
		AssignmentForm before = (assignment != null) ? AssignmentForm.of(assignment) : new AssignmentForm();
		form.requireVersion(before.getVersion(), () -> before);
		if (assignment == null) {
			assignment = new Assignment(id);
		}
		assignment.give(form, viewer.accountId(), this.clock.instant());
		this.assignments.saveAndFlush(assignment);
		this.directives.done(directive,
				DirectiveEvent.of(DirectiveAct.ASSIGNED)
					.text(people.get(form.getAccountId()) + ((form.getNote() != null) ? ": " + form.getNote() : ""))
					.day(form.getDueOn()),
				new Changes()
					.field("assignmentForm.accountId", people.get(before.getAccountId()),
							people.get(form.getAccountId()))
					.field("assignmentForm.dueOn", before.getDueOn(), form.getDueOn())
					.field("assignmentForm.note", before.getNote(), form.getNote())
					.field("assignmentForm.substituteId", people.get(before.getSubstituteId()),
							people.get(form.getSubstituteId()))
					.field("assignmentForm.substituteUntil", before.getSubstituteUntil(), form.getSubstituteUntil()),
				viewer);
		tell(directive, form, before, viewer);
	}

	/**
	 * Writes nothing.
	 * @throws RuleViolation with all that keeps it from being given, however little of
	 * the form is filled in
	 */
	@Transactional(readOnly = true)
	void check(long id, AssignmentForm form, Viewer viewer) {
		Directive directive = signable(id, viewer);
		check(form, directive, people(directive, viewer));
	}

	/** Whom it is news to; the head who keeps it knows. */
	private void tell(Directive directive, AssignmentForm form, AssignmentForm before, Viewer viewer) {
		Set<Long> told = new TreeSet<>();
		if (!form.getAccountId().equals(before.getAccountId()) || !Objects.equals(form.getDueOn(), before.getDueOn())) {
			told.add(form.getAccountId());
		}
		if (form.getSubstituteId() != null && !form.getSubstituteId().equals(before.getSubstituteId())) {
			told.add(form.getSubstituteId());
		}
		told.remove(viewer.accountId());
		this.notices.toPeople(directive, told, "directive.notice.assigned");
		if (before.getAccountId() != null && !before.getAccountId().equals(form.getAccountId())) {
			this.notices.toPeople(directive, List.of(before.getAccountId()), "directive.notice.unassigned");
		}
	}

	private void check(AssignmentForm form, Directive directive, Map<Long, String> people) {
		LocalDate today = LocalDate.now(this.clock);
		RuleViolation.checkAll(() -> {
			if (form.getAccountId() != null && !people.containsKey(form.getAccountId())) {
				throw RuleViolation.at("accountId", "directive.error.notOfUnit");
			}
		}, () -> checkDue(form, directive, today), () -> checkSubstitute(form, people),
				() -> checkSubstituteUntil(form, today));
	}

	private static void checkDue(AssignmentForm form, Directive directive, LocalDate today) {
		if (form.getDueOn() != null && form.getDueOn().isBefore(today)) {
			throw RuleViolation.at("dueOn", "directive.error.innerDueInPast", DateFormats.day(today));
		}
		if (form.getDueOn() != null && directive.getDueOn() != null && form.getDueOn().isAfter(directive.getDueOn())) {
			throw RuleViolation.at("dueOn", "directive.error.innerDueAfter", DateFormats.day(directive.getDueOn()));
		}
	}

	private static void checkSubstitute(AssignmentForm form, Map<Long, String> people) {
		if (form.getSubstituteId() == null && form.getSubstituteUntil() == null) {
			return;
		}
		if (form.getSubstituteId() == null || !people.containsKey(form.getSubstituteId())) {
			throw RuleViolation.at("substituteId", "directive.error.substituteNotOfUnit");
		}
		if (form.getSubstituteId().equals(form.getAccountId())) {
			throw RuleViolation.at("substituteId", "directive.error.substituteIsSame");
		}
	}

	private static void checkSubstituteUntil(AssignmentForm form, LocalDate today) {
		if (form.getSubstituteId() != null && form.getSubstituteUntil() == null) {
			throw RuleViolation.at("substituteUntil", "directive.error.substituteUntilMissing");
		}
		if (form.getSubstituteUntil() != null && form.getSubstituteUntil().isBefore(today)) {
			throw RuleViolation.at("substituteUntil", "directive.error.substituteUntilInPast", DateFormats.day(today));
		}
	}

	private Directive signable(long id, Viewer viewer) {
		Directive directive = this.directives.load(id, viewer);
		this.access.requireSigning(viewer, directive);
		return directive;
	}

}
