package vn.nhactruong.notification;

import java.util.Set;

import vn.nhactruong.shared.Role;

/**
 * A kind of message for which mail can be set. A module contributes its own as beans,
 * beside what tells the messages.
 *
 * @param key module and name, such as {@code directive.assignment}
 * @param order its place among all kinds
 * @param duty whether it belongs to the reader's office: then nobody can do without it
 * @param initial how it goes out where an administrator has set nothing
 * @param roles who is told
 * @param messageKeys the sentences that belong to it
 */
public record NotificationKind(String key, int order, boolean duty, Delivery initial, Set<Role> roles,
		Set<String> messageKeys) {

	public NotificationKind {
		if (duty && initial == Delivery.NEVER) {
			throw new IllegalArgumentException("What is duty is never withheld: " + key);
		}
	}

	/** What its readers must not miss: a mail of its own, unless set otherwise. */
	public static NotificationKind duty(String key, int order, Set<Role> roles, String... messageKeys) {
		return new NotificationKind(key, order, true, Delivery.AT_ONCE, roles, Set.of(messageKeys));
	}

	/** What its readers may do without: in the morning's mail, unless set otherwise. */
	public static NotificationKind optional(String key, int order, Set<Role> roles, String... messageKeys) {
		return new NotificationKind(key, order, false, Delivery.DAILY_DIGEST, roles, Set.of(messageKeys));
	}

	/** Message key of its name, such as {@code directive.noticeKind.assignment}. */
	public String labelKey() {
		return this.key.replaceFirst("\\.", ".noticeKind.");
	}

}
