package vn.nhactruong.conference;

import java.util.ArrayList;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** All invited units with what can be changed of their invitations, saved at once. */
public class InvitationsForm {

	private List<@Valid Row> rows = new ArrayList<>();

	static InvitationsForm of(List<Invitation> invitations) {
		InvitationsForm form = new InvitationsForm();
		invitations.forEach((invitation) -> form.rows.add(Row.of(invitation)));
		return form;
	}

	public List<Row> getRows() {
		return this.rows;
	}

	public void setRows(List<Row> rows) {
		this.rows = rows;
	}

	/** One invitation; a row without a unit is not an invitation any more. */
	public static class Row {

		private Long unitId;

		@Size(max = 500)
		private String participants;

		@NotNull
		@Min(1)
		@Max(Invitation.HIGHEST_QUOTA)
		private Integer quota;

		private int version;

		static Row of(Invitation invitation) {
			Row row = new Row();
			row.unitId = invitation.getOrganizationId();
			row.quota = invitation.getQuota();
			row.participants = invitation.getParticipants();
			row.version = invitation.getVersion();
			return row;
		}

		public Long getUnitId() {
			return this.unitId;
		}

		public void setUnitId(Long unitId) {
			this.unitId = unitId;
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

		public int getVersion() {
			return this.version;
		}

		public void setVersion(int version) {
			this.version = version;
		}

	}

}
