package vn.nhactruong.setting;

/**
 * What a rule's number counts.
 */
public enum RuleUnit {

	WORKING_DAY(999), HALF_DAY(999), HOUR(999), MONTH(999), PERCENT(100), DAY_OF_MONTH(31), TIME_OF_DAY(23);

	private final int most;

	RuleUnit(int most) {
		this.most = most;
	}

	/** The largest number that can mean something: no day has a twenty-fourth hour. */
	int most() {
		return this.most;
	}

}
