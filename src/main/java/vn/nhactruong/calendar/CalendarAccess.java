package vn.nhactruong.calendar;

import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

/**
 * Who sees and who changes the leaders' week. What is published is read by the ministry:
 * leaders, its office, departments; a provincial unit reads what concerns it. The working
 * state is between the office and the leaders; a unit sees besides what it registered.
 * Administration keeps the catalogues and reads no week.
 */
@Component
public class CalendarAccess {

	private final UnitDirectory units;

	CalendarAccess(UnitDirectory units) {
		this.units = units;
	}

	/** Whether there is a calendar for the viewer at all. */
	public boolean reads(Viewer viewer) {
		return viewer != null && !viewer.is(Role.ADMIN);
	}

	public boolean seesDraft(Viewer viewer) {
		return viewer != null && viewer.is(Role.OFFICE, Role.LEADER);
	}

	/** Whether the viewer reads every line of a published week. */
	public boolean seesAllPublished(Viewer viewer) {
		if (!reads(viewer)) {
			return false;
		}
		return viewer.wholeSector() || seesAllPublished(viewer.unitId());
	}

	/** Whether the unit's people read every line of a published week. */
	boolean seesAllPublished(long unitId) {
		OrganizationKind kind = this.units.get(unitId).kind();
		return kind == OrganizationKind.MINISTRY || kind == OrganizationKind.DEPARTMENT
				|| kind == OrganizationKind.PUBLIC_UNIT;
	}

	public boolean seesPublished(Viewer viewer, CalendarLine line) {
		return reads(viewer) && (seesAllPublished(viewer) || line.concerns(viewer.unitIds(), null));
	}

	/** What a unit registered, whatever became of it. */
	public boolean seesRegistration(Viewer viewer, Registration asked) {
		return reads(viewer) && viewer.belongsTo(asked.getRegisteredUnitId());
	}

	/** The working state of it; a proposal is no leader's business yet. */
	public boolean seesEntry(Viewer viewer, Registration asked) {
		return seesRegistration(viewer, asked) || viewer != null
				&& (viewer.is(Role.OFFICE) || viewer.is(Role.LEADER) && asked.getStatus() == EntryStatus.ARRANGED);
	}

	public boolean mayArrange(Viewer viewer) {
		return viewer != null && viewer.is(Role.OFFICE);
	}

	public boolean mayApprove(Viewer viewer) {
		return viewer != null && viewer.is(Role.LEADER);
	}

	/** Units register; the office puts into the week itself what it wants. */
	public boolean mayRegister(Viewer viewer) {
		return viewer != null && viewer.is(Role.CLERK, Role.UNIT_HEAD);
	}

	public boolean mayAdd(Viewer viewer) {
		return mayArrange(viewer) || mayRegister(viewer);
	}

	public boolean mayEdit(Viewer viewer, Registration asked) {
		if (mayArrange(viewer)) {
			return asked.getStatus().isOpen();
		}
		return mayRegister(viewer) && viewer.belongsTo(asked.getRegisteredUnitId())
				&& (asked.getStatus() == EntryStatus.PROPOSED || asked.getStatus() == EntryStatus.RETURNED);
	}

	/** A unit withdraws its own until it is arranged; the office calls anything off. */
	public boolean mayCancel(Viewer viewer, Registration asked) {
		return mayEdit(viewer, asked) || mayArrange(viewer) && asked.getStatus() == EntryStatus.RETURNED;
	}

	public boolean mayAccept(Viewer viewer, Registration asked) {
		return mayArrange(viewer) && asked.getStatus() == EntryStatus.PROPOSED;
	}

	/** What the office put in itself has nobody to be returned to. */
	public boolean mayReturn(Viewer viewer, Registration asked) {
		return mayArrange(viewer) && asked.getStatus().isOpen() && !viewer.belongsTo(asked.getRegisteredUnitId());
	}

	/**
	 * Refuses whoever has no say in it, and says to who has that it is too late.
	 */
	public void requireEdit(Viewer viewer, Registration asked) {
		if (!mayEdit(viewer, asked)) {
			requireWriter(viewer, asked);
			throw RuleViolation.of((asked.getStatus() == EntryStatus.ARRANGED) ? "calendar.error.alreadyArranged"
					: asked.getStatus().refusal());
		}
	}

	public void requireCancel(Viewer viewer, Registration asked) {
		if (!mayCancel(viewer, asked)) {
			requireEdit(viewer, asked);
		}
	}

	public void requireReturn(Viewer viewer, Registration asked) {
		requireArranger(viewer);
		if (!mayReturn(viewer, asked)) {
			throw RuleViolation
				.of(asked.getStatus().isOpen() ? "calendar.error.ownReturn" : asked.getStatus().refusal());
		}
	}

	/** The office, and the unit that registered it, whatever became of it. */
	public void requireWriter(Viewer viewer, Registration asked) {
		if (!mayArrange(viewer) && !(mayRegister(viewer) && viewer.belongsTo(asked.getRegisteredUnitId()))) {
			throw new NotAllowedException("change registration");
		}
	}

	public void requireReader(Viewer viewer) {
		if (!reads(viewer)) {
			throw new NotVisibleException("calendar", null);
		}
	}

	public void requireArranger(Viewer viewer) {
		requireReader(viewer);
		if (!mayArrange(viewer)) {
			throw new NotAllowedException("arrange");
		}
	}

	void requireApprover(Viewer viewer) {
		requireReader(viewer);
		if (!mayApprove(viewer)) {
			throw new NotAllowedException("approve");
		}
	}

	public void requireAdder(Viewer viewer) {
		requireReader(viewer);
		if (!mayAdd(viewer)) {
			throw new NotAllowedException("register");
		}
	}

}
