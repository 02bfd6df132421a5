package vn.nhactruong.notification;

import java.time.Instant;
import java.util.List;

/** A message as the inbox shows it. */
public record NotificationRow(long id, String messageKey, List<String> arguments, Instant sentAt, boolean unread) {

	public Object[] args() {
		return this.arguments.toArray();
	}

}
