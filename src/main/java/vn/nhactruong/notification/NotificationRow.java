package vn.nhactruong.notification;

import java.time.Instant;
import java.util.List;

import vn.nhactruong.account.Grant;

/**
 * A message as the inbox shows it.
 *
 * @param grant the role and unit it came to, if the reader acts in another one now
 */
public record NotificationRow(long id, String messageKey, List<Object> arguments, Instant sentAt, boolean unread,
		Grant grant) {

	public Object[] args() {
		return this.arguments.toArray();
	}

}
