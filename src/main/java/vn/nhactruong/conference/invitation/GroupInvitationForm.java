package vn.nhactruong.conference.invitation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Region;

/** An invitation to all units of a kind, or of a kind in one region. */
class GroupInvitationForm {

	@NotNull
	private OrganizationKind kind;

	private Region region;

	@NotNull
	private Integer quota;

	@Size(max = 500)
	private String participants;

	public OrganizationKind getKind() {
		return this.kind;
	}

	public void setKind(OrganizationKind kind) {
		this.kind = kind;
	}

	public Region getRegion() {
		return this.region;
	}

	public void setRegion(Region region) {
		this.region = region;
	}

	public Integer getQuota() {
		return this.quota;
	}

	public void setQuota(Integer quota) {
		this.quota = quota;
	}

	public String getParticipants() {
		return this.participants;
	}

	public void setParticipants(String participants) {
		this.participants = participants;
	}

}
