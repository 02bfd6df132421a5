package vn.nhactruong.directive;

import vn.nhactruong.shared.StaleVersionException;

/** A decision's form, which says which version of the directive one looked at. */
public abstract class SeenForm {

	private Integer version;

	/** Fills the empty form; what was sent keeps what it says. */
	public void openOn(DirectiveBrief brief) {
		if (this.version == null) {
			this.version = brief.version();
		}
	}

	/**
	 * Shows the form again to who decides on something else than what is there, with all
	 * that was typed: sent once more, now knowingly, it is accepted.
	 */
	public void requireSeen(Directive directive) {
		if (this.version == null || this.version != directive.getVersion()) {
			this.version = directive.getVersion();
			throw new StaleVersionException(this);
		}
	}

	public Integer getVersion() {
		return this.version;
	}

	public void setVersion(Integer version) {
		this.version = version;
	}

}
