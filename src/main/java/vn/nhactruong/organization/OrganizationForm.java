package vn.nhactruong.organization;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import vn.nhactruong.shared.Versioned;

/** A unit as an administrator types it. */
class OrganizationForm implements Versioned {

	@NotBlank
	@Size(max = 40)
	@Pattern(regexp = "[A-Z0-9-]+", message = "{organization.error.codeForm}")
	private String code;

	@NotBlank
	@Size(max = 250)
	private String name;

	@NotBlank
	@Size(max = 60)
	private String shortName;

	@NotNull
	private OrganizationKind kind;

	/** Codes, not ids: when two people collide both read what the other one chose. */
	private String parentCode;

	private String provinceId;

	private LocalDate validFrom;

	private LocalDate validTo;

	private String successorCode;

	/** The unit is to be closed although people still hold roles for it. */
	private boolean closingConfirmed;

	private int version;

	static OrganizationForm of(Organization organization, UnitDirectory units) {
		OrganizationForm form = new OrganizationForm();
		form.code = organization.getCode();
		form.name = organization.getName();
		form.shortName = organization.getShortName();
		form.kind = organization.getKind();
		form.parentCode = units.find(organization.getParentId()).map(Unit::code).orElse(null);
		form.provinceId = organization.getProvinceId();
		form.validFrom = organization.getValidFrom();
		form.validTo = organization.getValidTo();
		form.successorCode = units.find(organization.getSuccessorId()).map(Unit::code).orElse(null);
		form.version = organization.getVersion();
		return form;
	}

	public String getCode() {
		return this.code;
	}

	public void setCode(String code) {
		this.code = code;
	}

	public String getName() {
		return this.name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public String getShortName() {
		return this.shortName;
	}

	public void setShortName(String shortName) {
		this.shortName = shortName;
	}

	public OrganizationKind getKind() {
		return this.kind;
	}

	public void setKind(OrganizationKind kind) {
		this.kind = kind;
	}

	public String getParentCode() {
		return this.parentCode;
	}

	public void setParentCode(String parentCode) {
		this.parentCode = parentCode;
	}

	public String getProvinceId() {
		return this.provinceId;
	}

	public void setProvinceId(String provinceId) {
		this.provinceId = provinceId;
	}

	public LocalDate getValidFrom() {
		return this.validFrom;
	}

	public void setValidFrom(LocalDate validFrom) {
		this.validFrom = validFrom;
	}

	public LocalDate getValidTo() {
		return this.validTo;
	}

	public void setValidTo(LocalDate validTo) {
		this.validTo = validTo;
	}

	public String getSuccessorCode() {
		return this.successorCode;
	}

	public void setSuccessorCode(String successorCode) {
		this.successorCode = successorCode;
	}

	public boolean isClosingConfirmed() {
		return this.closingConfirmed;
	}

	public void setClosingConfirmed(boolean closingConfirmed) {
		this.closingConfirmed = closingConfirmed;
	}

	@Override
	public int getVersion() {
		return this.version;
	}

	@Override
	public void setVersion(int version) {
		this.version = version;
	}

}
