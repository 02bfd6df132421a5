package vn.nhactruong.directive;

/** What became of a coordinating unit's part. */
public enum ContributionStatus {

	/** The lead waits for it. */
	WAITED,

	/** The unit said what it had to say. */
	GIVEN,

	/** The issuer or the lead does without it, for a reason. */
	WAIVED

}
