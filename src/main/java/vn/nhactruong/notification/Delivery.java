package vn.nhactruong.notification;

/**
 * How a message goes out by mail; the inbox always has it at once. In the order of their
 * names the earlier one reaches a person sooner, which the query of {@link Inbox} uses.
 */
public enum Delivery {

	/** A mail of its own, as soon as the mail server takes it. */
	AT_ONCE,

	/** In one mail each working morning, if it is still unread then. */
	DAILY_DIGEST,

	/** Not by mail. */
	NEVER

}
