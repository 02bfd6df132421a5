package vn.nhactruong.organization;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.RuleViolation;

/** A unit with a validity period; when it ends, a successor carries its open work on. */
@Entity
class Organization {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String code;

	private String name;

	private String shortName;

	@Enumerated(EnumType.STRING)
	private OrganizationKind kind;

	private Long parentId;

	private String provinceId;

	private LocalDate validFrom;

	private LocalDate validTo;

	private Long successorId;

	@Version
	private int version;

	protected Organization() {
	}

	Organization(String code, OrganizationKind kind) {
		this.code = code;
		this.kind = kind;
	}

	/** A unit of a province lies in one; the others lie in none. */
	void describe(String name, String shortName, OrganizationKind kind, Long parentId, String provinceId) {
		if (kind.isProvincial() && provinceId == null) {
			throw RuleViolation.at("provinceId", "organization.error.provinceMissing");
		}
		if (!kind.isProvincial() && provinceId != null) {
			throw RuleViolation.at("provinceId", "organization.error.provinceUnfit");
		}
		if (parentId != null && parentId.equals(this.id)) {
			throw RuleViolation.at("parentCode", "organization.error.ownParent");
		}
		this.name = name;
		this.shortName = shortName;
		this.kind = kind;
		this.parentId = parentId;
		this.provinceId = provinceId;
	}

	/**
	 * When the unit exists and who carries its work on.
	 * @param successor the unit named as successor, or {@code null}
	 */
	void setValidity(LocalDate from, LocalDate to, Unit successor) {
		Long successorId = (successor != null) ? (Long) successor.id() : null;
		if (from != null && to != null && from.isAfter(to)) {
			throw RuleViolation.at("validTo", "organization.error.validityOrder");
		}
		if (successorId != null && to == null) {
			throw RuleViolation.at("validTo", "organization.error.successorNeedsEnd");
		}
		if (successorId != null && successorId.equals(this.id)) {
			throw RuleViolation.at("successorCode", "organization.error.ownSuccessor");
		}
		if (successor != null && !successor.isValidOn(to.plusDays(1))) {
			throw RuleViolation.at("successorCode", "organization.error.successorNotThere",
					DateFormats.day(to.plusDays(1)));
		}
		this.validFrom = from;
		this.validTo = to;
		this.successorId = successorId;
	}

	Long getId() {
		return this.id;
	}

	String getCode() {
		return this.code;
	}

	String getName() {
		return this.name;
	}

	String getShortName() {
		return this.shortName;
	}

	OrganizationKind getKind() {
		return this.kind;
	}

	Long getParentId() {
		return this.parentId;
	}

	String getProvinceId() {
		return this.provinceId;
	}

	LocalDate getValidFrom() {
		return this.validFrom;
	}

	LocalDate getValidTo() {
		return this.validTo;
	}

	Long getSuccessorId() {
		return this.successorId;
	}

	int getVersion() {
		return this.version;
	}

}
