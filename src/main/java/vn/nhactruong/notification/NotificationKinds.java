package vn.nhactruong.notification;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.Role;

/** All kinds of messages, as the modules declare them. */
@Component
public class NotificationKinds {

	/** What no module has declared; a test keeps it empty. */
	static final NotificationKind OTHER = NotificationKind.optional("notification.other", Integer.MAX_VALUE,
			EnumSet.complementOf(EnumSet.of(Role.ADMIN)));

	private final List<NotificationKind> kinds;

	private final Map<String, NotificationKind> byMessage = new HashMap<>();

	NotificationKinds(Collection<NotificationKind> declared) {
		this.kinds = Stream.concat(declared.stream(), Stream.of(OTHER))
			.sorted(Comparator.comparingInt(NotificationKind::order).thenComparing(NotificationKind::key))
			.toList();
		for (NotificationKind kind : this.kinds) {
			for (String message : kind.messageKeys()) {
				NotificationKind before = this.byMessage.put(message, kind);
				if (before != null) {
					throw new IllegalStateException(
							message + " belongs to " + before.key() + " and to " + kind.key() + "; keep one");
				}
			}
		}
	}

	public List<NotificationKind> all() {
		return this.kinds;
	}

	NotificationKind ofMessage(String messageKey) {
		return this.byMessage.getOrDefault(messageKey, OTHER);
	}

	public Optional<NotificationKind> find(String key) {
		return this.kinds.stream().filter((kind) -> kind.key().equals(key)).findFirst();
	}

	/** The kinds that reach a person in any of the roles they hold. */
	public List<NotificationKind> reaching(Viewer viewer) {
		Set<Role> held = EnumSet.noneOf(Role.class);
		viewer.grants().forEach((grant) -> held.add(grant.role()));
		return this.kinds.stream().filter((kind) -> kind.roles().stream().anyMatch(held::contains)).toList();
	}

	/** Keys of the kinds that a person may do without. */
	public String[] optionalKeys() {
		return this.kinds.stream().filter((kind) -> !kind.duty()).map(NotificationKind::key).toArray(String[]::new);
	}

}
