package vn.nhactruong.account;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

/** A role held for a unit. */
@Entity
class RoleGrant {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Enumerated(EnumType.STRING)
	private Role role;

	private long organizationId;

	protected RoleGrant() {
	}

	RoleGrant(Role role, long organizationId) {
		this.role = role;
		this.organizationId = organizationId;
	}

	/** A role goes with certain units only; the ministry's roles are held at its top. */
	static void requireFitting(Role role, Unit unit, LocalDate today) {
		if (unit.kind() == OrganizationKind.EXTERNAL) {
			throw RuleViolation.at("organizationId", "account.error.externalUnit", unit.name());
		}
		if (!unit.isValidOn(today)) {
			throw RuleViolation.at("organizationId", "account.error.unitNotValid", unit.name());
		}
		boolean ministry = unit.kind() == OrganizationKind.MINISTRY;
		boolean office = unit.code().equals(UnitDirectory.MINISTRY_OFFICE);
		if (role == Role.LEADER && !ministry) {
			throw RuleViolation.at("organizationId", "account.error.leaderUnit");
		}
		if (role == Role.OFFICE && !office) {
			throw RuleViolation.at("organizationId", "account.error.officeUnit");
		}
		if (role == Role.ADMIN && !ministry && !office) {
			throw RuleViolation.at("organizationId", "account.error.adminUnit");
		}
	}

	boolean is(Role role, long organizationId) {
		return this.role == role && this.organizationId == organizationId;
	}

	Long getId() {
		return this.id;
	}

	Role getRole() {
		return this.role;
	}

	long getOrganizationId() {
		return this.organizationId;
	}

}
