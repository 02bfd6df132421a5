package vn.nhactruong.calendar.resource;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import vn.nhactruong.shared.Versioned;

/** A leader's position, a room or a car as it is typed. */
public class ResourceForm implements Versioned {

	@NotBlank
	@Size(max = 150)
	private String name;

	@NotNull
	@Min(1)
	@Max(999)
	private Integer positionNo;

	@Size(max = 200)
	private String place;

	@Min(1)
	@Max(9999)
	private Integer seats;

	private Long accountId;

	private boolean retired;

	private int version;

	static ResourceForm of(CalendarResource resource) {
		ResourceForm form = new ResourceForm();
		form.name = resource.getName();
		form.positionNo = resource.getPositionNo();
		form.place = resource.getPlace();
		form.seats = resource.getSeats();
		form.accountId = resource.getAccountId();
		form.retired = resource.isRetired();
		form.version = resource.getVersion();
		return form;
	}

	public String getName() {
		return this.name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public Integer getPositionNo() {
		return this.positionNo;
	}

	public void setPositionNo(Integer positionNo) {
		this.positionNo = positionNo;
	}

	public String getPlace() {
		return this.place;
	}

	public void setPlace(String place) {
		this.place = place;
	}

	public Integer getSeats() {
		return this.seats;
	}

	public void setSeats(Integer seats) {
		this.seats = seats;
	}

	public Long getAccountId() {
		return this.accountId;
	}

	public void setAccountId(Long accountId) {
		this.accountId = accountId;
	}

	public boolean isRetired() {
		return this.retired;
	}

	public void setRetired(boolean retired) {
		this.retired = retired;
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
