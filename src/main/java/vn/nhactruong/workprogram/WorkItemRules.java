package vn.nhactruong.workprogram;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.RuleViolation;

/**
 * What an item of a program must keep to. Deliberately without a transaction of its own:
 * an import asks about many rows, and one that is refused must not spoil the others.
 */
@Component
public class WorkItemRules {

	private final WorkItemParents parents;

	private final UnitDirectory units;

	private final Clock clock;

	WorkItemRules(WorkItemParents parents, UnitDirectory units, Clock clock) {
		this.parents = parents;
		this.units = units;
		this.clock = clock;
	}

	/**
	 * Refuses a plan that this program can't hold, at each field that is to blame.
	 * @param parentBefore the parent it had, which may stay whatever became of it
	 */
	public void check(WorkItemPlan plan, WorkProgram program, Long parentBefore, Viewer viewer) {
		List<RuleViolation> found = violations(plan.leadId(), plan.coordinatingIds(), plan.dueOn(), program);
		source(plan.sourceNumber(), plan.sourceDate(), found);
		parent(plan.parentId(), program, parentBefore, viewer, found);
		RuleViolation.throwAll(found);
	}

	/** The same of a form, as far as it is filled in. */
	public List<RuleViolation> violations(WorkItemForm form, WorkProgram program, Long parentBefore, Viewer viewer) {
		List<RuleViolation> found = violations(form.getLeadId(), form.coordinating(), form.getDueOn(), program);
		source(form.getSourceNumber(), form.getSourceDate(), found);
		parent(form.getParentId(), program, parentBefore, viewer, found);
		return found;
	}

	/** An item points to one of a longer program around its own, or to none. */
	public void parent(Long parentId, WorkProgram program, Long parentBefore, Viewer viewer,
			List<RuleViolation> found) {
		if (parentId != null && !parentId.equals(parentBefore) && !this.parents.fits(parentId, program, viewer)) {
			found.add(RuleViolation.at("parentId", "workprogram.error.parent"));
		}
	}

	/**
	 * What this program can't hold of who does something until when, as far as that is
	 * said.
	 * @param leadId may be {@code null}, as may the day
	 */
	public List<RuleViolation> violations(Long leadId, Set<Long> coordinatingIds, LocalDate dueOn,
			WorkProgram program) {
		List<RuleViolation> found = new ArrayList<>();
		Period period = program.period();
		boolean within = dueOn != null && period.contains(dueOn);
		if (dueOn != null && !within) {
			found.add(RuleViolation.at("dueOn", "workprogram.error.dueOutside", DateFormats.day(period.startsOn()),
					DateFormats.day(period.endsOn())));
		}
		// Whether a unit exists on a day that can't be meant says nothing.
		LocalDate day = within ? dueOn : null;
		if (leadId != null) {
			unit(leadId, "leadId", day, found);
		}
		for (Long unit : coordinatingIds) {
			unit(unit, "coordinatingIds", day, found);
			if (unit.equals(leadId)) {
				found.add(RuleViolation.at("coordinatingIds", "workprogram.error.leadCoordinates",
						this.units.name(unit)));
			}
		}
		if (leadId != null && !program.isMinistry()
				&& !this.units.lineage(program.getScopeId(), today()).contains(leadId)
				&& !coordinatingIds.contains(program.getScopeId())) {
			found.add(RuleViolation.at("leadId", "workprogram.error.notOfUnit", this.units.name(program.getScopeId())));
		}
		return found;
	}

	/**
	 * Puts what was found at its fields, but not where something else is wrong already.
	 */
	public static void tell(List<RuleViolation> found, Errors errors) {
		List<RuleViolation> further = found.stream()
			.filter((violation) -> violation.field() == null || !errors.hasFieldErrors(violation.field()))
			.toList();
		further.forEach((violation) -> violation.into(errors));
	}

	/** A document is named by its number and its day, and is there already. */
	public void source(String number, LocalDate date, List<RuleViolation> found) {
		if ((number == null) != (date == null)) {
			found.add(RuleViolation.at((number == null) ? "sourceNumber" : "sourceDate",
					"workprogram.error.halfDocument"));
		}
		if (date != null && date.isAfter(today())) {
			found.add(RuleViolation.at("sourceDate", "workprogram.error.dayInFuture", DateFormats.day(today())));
		}
	}

	private void unit(long id, String field, LocalDate day, List<RuleViolation> found) {
		Unit unit = this.units.find(id).orElse(null);
		if (unit == null) {
			found.add(RuleViolation.at(field, "workprogram.error.unknownUnit"));
		}
		else if (!WorkProgramAccess.INSIDE.contains(unit.kind())) {
			found.add(RuleViolation.at(field, "workprogram.error.unitOutside", unit.name()));
		}
		else if (day != null && !unit.isValidOn(day)) {
			found.add(RuleViolation.at(field, "workprogram.error.unitNotValid", unit.name(), DateFormats.day(day)));
		}
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
