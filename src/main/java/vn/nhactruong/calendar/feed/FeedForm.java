package vn.nhactruong.calendar.feed;

import jakarta.validation.constraints.NotNull;

/** What a person's feed is to bring. */
class FeedForm {

	@NotNull
	private FeedScope scope = FeedScope.MINE;

	public FeedScope getScope() {
		return this.scope;
	}

	public void setScope(FeedScope scope) {
		this.scope = scope;
	}

}
