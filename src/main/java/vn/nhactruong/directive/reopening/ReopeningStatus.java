package vn.nhactruong.directive.reopening;

/** Where a request to take up verified work again stands. */
public enum ReopeningStatus {

	/** The office asks; a leader decides. */
	REQUESTED,

	/** The unit works on it again. */
	APPROVED,

	/** It stays verified. */
	REFUSED

}
