package vn.nhactruong.account;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.Role;

/**
 * The signed-in person as the rest of the portal knows them: who, and in which of their
 * roles they act right now. Read anew for each request, so that a lock or a withdrawn
 * role holds at once.
 *
 * @param position what the person is called in office, or {@code null}
 * @param acting the role and unit being acted in; every right is judged by this one alone
 * @param grants all that the person may switch to
 * @param wholeSector whether the acting role sees all units (leaders, the ministry's
 * office and its observers)
 */
public record Viewer(Long accountId, String username, String displayName, String position, Grant acting,
		List<Grant> grants, boolean wholeSector) implements Actor {

	/** A person without a position. */
	public Viewer(Long accountId, String username, String displayName, Grant acting, List<Grant> grants,
			boolean wholeSector) {
		this(accountId, username, displayName, null, acting, grants, wholeSector);
	}

	public Role role() {
		return this.acting.role();
	}

	public boolean is(Role... roles) {
		return Arrays.asList(roles).contains(role());
	}

	/**
	 * Whether this person acts for that unit, or for the one that carries its work on.
	 */
	public boolean belongsTo(Long organizationId) {
		return organizationId != null && this.acting.lineage().contains(organizationId);
	}

	/** The acting unit and every unit whose work came down to it. */
	public Set<Long> unitIds() {
		return this.acting.lineage();
	}

	/** Whether the viewer acts for the unit with a role that may write. */
	public boolean worksFor(Long organizationId) {
		return belongsTo(organizationId) && is(Role.CLERK, Role.UNIT_HEAD, Role.OFFICE);
	}

	/**
	 * Whether the viewer signs for the unit. The office's own matters are signed there.
	 */
	public boolean signsFor(Long organizationId) {
		return belongsTo(organizationId) && is(Role.UNIT_HEAD, Role.OFFICE);
	}

	@Override
	public String roleName() {
		return role().name();
	}

	@Override
	public Long unitId() {
		return this.acting.unitId();
	}

	public String unitName() {
		return this.acting.unitName();
	}

}
