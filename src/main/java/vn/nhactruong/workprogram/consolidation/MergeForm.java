package vn.nhactruong.workprogram.consolidation;

import jakarta.validation.constraints.NotNull;

/** Which item stands for another one, too. */
class MergeForm {

	@NotNull
	private Long targetId;

	public Long getTargetId() {
		return this.targetId;
	}

	public void setTargetId(Long targetId) {
		this.targetId = targetId;
	}

}
