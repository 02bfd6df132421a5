package vn.nhactruong.conference.invitation;

import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** An invitation to single units. */
class UnitInvitationForm {

	@NotEmpty
	private List<Long> units = new ArrayList<>();

	@NotNull
	private Integer quota;

	@Size(max = 500)
	private String participants;

	public List<Long> getUnits() {
		return this.units;
	}

	public void setUnits(List<Long> units) {
		this.units = units;
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
