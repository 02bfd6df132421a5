package vn.nhactruong.calendar.resource;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** A leader's position, a room or a car of the catalogue. */
@Entity
class CalendarResource {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Enumerated(EnumType.STRING)
	private ResourceKind kind;

	private String name;

	private int positionNo;

	private String place;

	private Integer seats;

	private Long accountId;

	private boolean retired;

	@Version
	private int version;

	protected CalendarResource() {
	}

	CalendarResource(ResourceKind kind) {
		this.kind = kind;
	}

	/** Takes over what its kind has; the rest is left out whatever was sent. */
	void write(ResourceForm form) {
		this.name = form.getName();
		this.positionNo = form.getPositionNo();
		this.place = (this.kind == ResourceKind.ROOM) ? form.getPlace() : null;
		this.seats = (this.kind != ResourceKind.LEADER) ? form.getSeats() : null;
		this.accountId = (this.kind == ResourceKind.LEADER) ? form.getAccountId() : null;
		this.retired = form.isRetired();
	}

	Long getId() {
		return this.id;
	}

	ResourceKind getKind() {
		return this.kind;
	}

	String getName() {
		return this.name;
	}

	int getPositionNo() {
		return this.positionNo;
	}

	String getPlace() {
		return this.place;
	}

	Integer getSeats() {
		return this.seats;
	}

	Long getAccountId() {
		return this.accountId;
	}

	boolean isRetired() {
		return this.retired;
	}

	int getVersion() {
		return this.version;
	}

}
