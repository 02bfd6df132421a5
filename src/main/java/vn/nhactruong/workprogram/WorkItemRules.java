package vn.nhactruong.workprogram;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.stereotype.Component;

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
	 * Refuses a plan that this program can't hold, at the field that is to blame.
	 * @param parentBefore the parent it had, which may stay whatever became of it
	 */
	public void check(WorkItemPlan plan, WorkProgram program, Long parentBefore, Viewer viewer) {
		Period period = program.period();
		if (!period.contains(plan.dueOn())) {
			throw RuleViolation.at("dueOn", "workprogram.error.dueOutside", DateFormats.day(period.startsOn()),
					DateFormats.day(period.endsOn()));
		}
		requireUnit(plan.leadId(), "leadId", plan.dueOn());
		for (Long unit : plan.coordinatingIds()) {
			requireUnit(unit, "coordinatingIds", plan.dueOn());
			if (unit == plan.leadId()) {
				throw RuleViolation.at("coordinatingIds", "workprogram.error.leadCoordinates", this.units.name(unit));
			}
		}
		if (!program.isMinistry()
				&& !this.units.lineage(program.getScopeId(), LocalDate.now(this.clock)).contains(plan.leadId())
				&& !plan.coordinatingIds().contains(program.getScopeId())) {
			throw RuleViolation.at("leadId", "workprogram.error.notOfUnit", this.units.name(program.getScopeId()));
		}
		if (plan.sourceDate() != null && plan.sourceDate().isAfter(LocalDate.now(this.clock))) {
			throw RuleViolation.at("sourceDate", "workprogram.error.dayInFuture",
					DateFormats.day(LocalDate.now(this.clock)));
		}
		if (plan.parentId() != null && !plan.parentId().equals(parentBefore)
				&& !this.parents.fits(plan.parentId(), program, viewer)) {
			throw RuleViolation.at("parentId", "workprogram.error.parent");
		}
	}

	private void requireUnit(long id, String field, LocalDate day) {
		Unit unit = this.units.find(id).orElseThrow(() -> RuleViolation.at(field, "workprogram.error.unknownUnit"));
		if (!WorkProgramAccess.INSIDE.contains(unit.kind())) {
			throw RuleViolation.at(field, "workprogram.error.unitOutside", unit.name());
		}
		if (!unit.isValidOn(day)) {
			throw RuleViolation.at(field, "workprogram.error.unitNotValid", unit.name(), DateFormats.day(day));
		}
	}

}
