package vn.nhactruong.attendance;

import java.time.LocalDate;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import vn.nhactruong.shared.Versioned;

/** An attendee as a clerk types them. */
class AttendeeForm implements Versioned {

	/** Only where the viewer may choose; otherwise their own unit is meant. */
	private Long organizationId;

	@NotBlank
	@Size(max = 100)
	private String fullName;

	@NotBlank
	@Size(max = 150)
	private String position;

	@NotBlank
	@Pattern(regexp = Phones.TYPED)
	private String phone;

	@Email
	@Size(max = 150)
	private String email;

	private CivilRank rank;

	@NotNull
	private TravelNeed travel = TravelNeed.NONE;

	@Size(max = 300)
	private String arrivalNote;

	private boolean lodging;

	private LocalDate lodgingFrom;

	private LocalDate lodgingTo;

	private boolean delegationHead;

	@Size(max = 500)
	private String note;

	private int version;

	static AttendeeForm of(Attendee attendee) {
		AttendeeDetails details = attendee.details();
		AttendeeForm form = new AttendeeForm();
		form.organizationId = attendee.getOrganizationId();
		form.fullName = details.fullName();
		form.position = details.position();
		form.phone = details.phone();
		form.email = details.email();
		form.rank = details.rank();
		form.travel = details.travel();
		form.arrivalNote = details.arrivalNote();
		form.lodging = details.lodging();
		form.lodgingFrom = details.lodgingFrom();
		form.lodgingTo = details.lodgingTo();
		form.delegationHead = details.delegationHead();
		form.note = details.note();
		form.version = attendee.getVersion();
		return form;
	}

	/** Nights and arrival are dropped where none are asked for. */
	AttendeeDetails details() {
		return new AttendeeDetails(Names.tidy(this.fullName), Names.tidy(this.position), Phones.plain(this.phone),
				this.email, this.rank, this.travel, (this.travel != TravelNeed.NONE) ? this.arrivalNote : null,
				this.lodging, this.lodging ? this.lodgingFrom : null, this.lodging ? this.lodgingTo : null,
				this.delegationHead, this.note);
	}

	public Long getOrganizationId() {
		return this.organizationId;
	}

	public void setOrganizationId(Long organizationId) {
		this.organizationId = organizationId;
	}

	public String getFullName() {
		return this.fullName;
	}

	public void setFullName(String fullName) {
		this.fullName = fullName;
	}

	public String getPosition() {
		return this.position;
	}

	public void setPosition(String position) {
		this.position = position;
	}

	public String getPhone() {
		return this.phone;
	}

	public void setPhone(String phone) {
		this.phone = phone;
	}

	public String getEmail() {
		return this.email;
	}

	public void setEmail(String email) {
		this.email = email;
	}

	public CivilRank getRank() {
		return this.rank;
	}

	public void setRank(CivilRank rank) {
		this.rank = rank;
	}

	public TravelNeed getTravel() {
		return this.travel;
	}

	public void setTravel(TravelNeed travel) {
		this.travel = travel;
	}

	public String getArrivalNote() {
		return this.arrivalNote;
	}

	public void setArrivalNote(String arrivalNote) {
		this.arrivalNote = arrivalNote;
	}

	public boolean isLodging() {
		return this.lodging;
	}

	public void setLodging(boolean lodging) {
		this.lodging = lodging;
	}

	public LocalDate getLodgingFrom() {
		return this.lodgingFrom;
	}

	public void setLodgingFrom(LocalDate lodgingFrom) {
		this.lodgingFrom = lodgingFrom;
	}

	public LocalDate getLodgingTo() {
		return this.lodgingTo;
	}

	public void setLodgingTo(LocalDate lodgingTo) {
		this.lodgingTo = lodgingTo;
	}

	public boolean isDelegationHead() {
		return this.delegationHead;
	}

	public void setDelegationHead(boolean delegationHead) {
		this.delegationHead = delegationHead;
	}

	public String getNote() {
		return this.note;
	}

	public void setNote(String note) {
		this.note = note;
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
