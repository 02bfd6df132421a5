package vn.nhactruong.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.ListRequest;

/**
 * What the inbox is narrowed to.
 *
 * @param state {@code unread}, or {@code null} for all
 * @param kind key of one kind, or {@code null} for all
 */
public record InboxFilter(String state, String kind) {

	public static final String UNREAD = "unread";

	static InboxFilter of(ListRequest list, List<NotificationKind> kinds) {
		return new InboxFilter(list.oneOf("state", List.of(UNREAD)).orElse(null),
				list.oneOf("kind", kinds.stream().map(NotificationKind::key).toList()).orElse(null));
	}

	/** Only what the filter asks for, so that each filter has an index in its order. */
	String condition() {
		return "account_id = :account" + ((this.state != null) ? " and read_at is null" : "")
				+ ((this.kind != null) ? " and kind = :kind" : "");
	}

	Map<String, Object> parameters(Viewer viewer) {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("account", viewer.accountId());
		parameters.put("kind", this.kind);
		return parameters;
	}

}
