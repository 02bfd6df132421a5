package vn.nhactruong.workprogram.item;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** How far an item is. */
class ItemProgressForm {

	@NotNull
	@Min(0)
	@Max(100)
	private Integer percent;

	@NotBlank
	@Size(max = 4000)
	private String text;

	public Integer getPercent() {
		return this.percent;
	}

	public void setPercent(Integer percent) {
		this.percent = percent;
	}

	public String getText() {
		return this.text;
	}

	public void setText(String text) {
		this.text = text;
	}

}
