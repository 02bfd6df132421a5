package vn.nhactruong.workingday;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import vn.nhactruong.shared.Versioned;

/** A day off as an administrator types it. */
class HolidayForm implements Versioned {

	@NotNull
	private LocalDate day;

	@NotNull
	private HolidayKind kind = HolidayKind.HOLIDAY;

	@NotBlank
	@Size(max = 120)
	private String nameVi;

	/** Left empty, English pages show the Vietnamese name. */
	@Size(max = 120)
	private String nameEn;

	@NotBlank
	@Size(max = 250)
	private String source;

	private int version;

	static HolidayForm of(Holiday holiday) {
		SpecialDay special = holiday.toSpecialDay();
		HolidayForm form = new HolidayForm();
		form.day = special.day();
		form.kind = special.kind();
		form.nameVi = special.nameVi();
		form.nameEn = special.nameEn();
		form.source = special.source();
		form.version = holiday.getVersion();
		return form;
	}

	SpecialDay toSpecialDay() {
		return new SpecialDay(this.day, this.kind, this.nameVi,
				(this.nameEn == null || this.nameEn.isBlank()) ? this.nameVi : this.nameEn, this.source);
	}

	public LocalDate getDay() {
		return this.day;
	}

	public void setDay(LocalDate day) {
		this.day = day;
	}

	public HolidayKind getKind() {
		return this.kind;
	}

	public void setKind(HolidayKind kind) {
		this.kind = kind;
	}

	public String getNameVi() {
		return this.nameVi;
	}

	public void setNameVi(String nameVi) {
		this.nameVi = nameVi;
	}

	public String getNameEn() {
		return this.nameEn;
	}

	public void setNameEn(String nameEn) {
		this.nameEn = nameEn;
	}

	public String getSource() {
		return this.source;
	}

	public void setSource(String source) {
		this.source = source;
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
