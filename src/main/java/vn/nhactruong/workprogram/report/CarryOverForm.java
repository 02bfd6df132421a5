package vn.nhactruong.workprogram.report;

import java.util.ArrayList;
import java.util.List;

/** Which unfinished items of the period before are taken over. */
class CarryOverForm {

	private List<Long> itemIds = new ArrayList<>();

	public List<Long> getItemIds() {
		return this.itemIds;
	}

	public void setItemIds(List<Long> itemIds) {
		this.itemIds = itemIds;
	}

}
