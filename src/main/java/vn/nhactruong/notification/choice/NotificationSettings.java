package vn.nhactruong.notification.choice;

import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.notification.Delivery;
import vn.nhactruong.notification.NotificationKind;
import vn.nhactruong.notification.NotificationKinds;
import vn.nhactruong.notification.Outbox;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

/**
 * How messages go out by mail: what administrators set for each kind and role, and what
 * people choose for themselves where it isn't duty. The only writer of both.
 */
@Service
@Transactional
public class NotificationSettings {

	private final JdbcClient jdbc;

	private final NotificationKinds kinds;

	private final ApplicationEventPublisher events;

	private final MessageSource messages;

	NotificationSettings(JdbcClient jdbc, NotificationKinds kinds, ApplicationEventPublisher events,
			MessageSource messages) {
		this.jdbc = jdbc;
		this.kinds = kinds;
		this.events = events;
		this.messages = messages;
	}

	/** When the day's digests are made. */
	@Transactional(readOnly = true)
	public LocalTime digestAt() {
		return policy().digestAt();
	}

	/** The matrix of all kinds and the roles they reach, filled with what holds now. */
	@Transactional(readOnly = true)
	public PolicyForm policyForm() {
		Policy policy = policy();
		PolicyForm form = new PolicyForm();
		form.setDigestAt(policy.digestAt());
		form.setVersion(policy.version());
		Map<String, Delivery> set = defaults();
		for (NotificationKind kind : this.kinds.all()) {
			for (Role role : EnumSet.copyOf(kind.roles())) {
				form.getCells()
					.add(new PolicyForm.Cell(kind.key(), role,
							set.getOrDefault(cell(kind.key(), role), kind.initial())));
			}
		}
		return form;
	}

	/**
	 * Sets what holds for everybody who chose nothing. Of what is duty the time may be
	 * chosen, not whether.
	 */
	void setPolicy(PolicyForm form, Viewer viewer) {
		Policy policy = policy();
		form.requireVersion(policy.version(), this::policyForm);
		Map<String, Delivery> before = defaults();
		Changes changes = new Changes().field("policyForm.digestAt", policy.digestAt(), form.getDigestAt());
		for (int i = 0; i < form.getCells().size(); i++) {
			PolicyForm.Cell cell = form.getCells().get(i);
			NotificationKind kind = this.kinds.find(cell.getKind())
				.filter((found) -> found.roles().contains(cell.getRole()))
				.orElseThrow(() -> RuleViolation.of("notification.error.kindsChanged"));
			if (kind.duty() && cell.getDelivery() == Delivery.NEVER) {
				throw RuleViolation.at("cells[" + i + "].delivery", "notification.error.duty");
			}
			Delivery was = before.getOrDefault(cell(kind.key(), cell.getRole()), kind.initial());
			if (was != cell.getDelivery()) {
				setDefault(kind, cell.getRole(), cell.getDelivery());
				changes.field(kind.labelKey(), named(cell.getRole(), was), named(cell.getRole(), cell.getDelivery()));
			}
		}
		int updated = this.jdbc
			.sql("update notification_policy set digest_at = ?, version = version + 1 where version = ?")
			.params(form.getDigestAt(), form.getVersion())
			.update();
		requireUpdated(updated);
		if (!changes.isEmpty()) {
			this.events.publishEvent(new AuditedAct(viewer, "notification.audit.policy", "notification", null,
					(locale) -> this.messages.getMessage("notification.policy.title", null, locale), changes.list()));
		}
	}

	private void setDefault(NotificationKind kind, Role role, Delivery delivery) {
		this.jdbc.sql("""
				insert into notification_default (kind, role, delivery) values (?, ?, ?)
				on conflict (kind, role) do update set delivery = excluded.delivery
				""").params(kind.key(), role.name(), delivery.name()).update();
	}

	/** What the person may choose, and what they chose. */
	@Transactional(readOnly = true)
	ChoicesForm choicesForm(Viewer viewer) {
		ChoicesForm form = new ChoicesForm();
		Preference preference = preference(viewer.accountId());
		form.setLanguage(preference.language());
		form.setVersion(preference.version());
		Map<String, Delivery> chosen = choices(viewer.accountId());
		this.kinds.reaching(viewer)
			.stream()
			.filter((kind) -> !kind.duty())
			.forEach((kind) -> form.getChoices().add(new ChoicesForm.Choice(kind.key(), chosen.get(kind.key()))));
		return form;
	}

	void choose(ChoicesForm form, Viewer viewer) {
		Preference preference = preference(viewer.accountId());
		form.requireVersion(preference.version(), () -> choicesForm(viewer));
		Changes changes = new Changes().field("choicesForm.language", "notification.language." + preference.language(),
				"notification.language." + form.getLanguage());
		Map<String, Delivery> before = choices(viewer.accountId());
		for (ChoicesForm.Choice choice : form.getChoices()) {
			NotificationKind kind = this.kinds.find(choice.getKind())
				.filter((found) -> this.kinds.reaching(viewer).contains(found))
				.orElseThrow(() -> RuleViolation.of("notification.error.kindsChanged"));
			if (kind.duty()) {
				throw RuleViolation.of("notification.error.duty");
			}
			Delivery was = before.get(kind.key());
			if (was != choice.getDelivery()) {
				setChoice(viewer.accountId(), kind.key(), choice.getDelivery());
				changes.field(kind.labelKey(), was, choice.getDelivery());
			}
		}
		int updated = this.jdbc.sql("""
				insert into notification_preference (account_id, language, version) values (:account, :language, 1)
				on conflict (account_id) do update set language = excluded.language,
				    version = notification_preference.version + 1 where notification_preference.version = :version
				""")
			.param("account", viewer.accountId())
			.param("language", form.getLanguage())
			.param("version", form.getVersion())
			.update();
		requireUpdated(updated);
		if (!changes.isEmpty()) {
			audit(viewer, "notification.audit.choices", viewer.accountId(), viewer.displayName(), changes);
		}
	}

	/** What duty brings the person, and how: not theirs to change. */
	@Transactional(readOnly = true)
	Map<NotificationKind, Delivery> dutiesOf(Viewer viewer) {
		return inForce(viewer, true);
	}

	/** How each kind goes out to the person while they choose nothing. */
	@Transactional(readOnly = true)
	Map<String, Delivery> defaultsFor(Viewer viewer) {
		Map<String, Delivery> defaults = new HashMap<>();
		inForce(viewer, false).forEach((kind, delivery) -> defaults.put(kind.key(), delivery));
		return defaults;
	}

	private Map<NotificationKind, Delivery> inForce(Viewer viewer, boolean duty) {
		Set<Role> held = EnumSet.noneOf(Role.class);
		viewer.grants().forEach((grant) -> held.add(grant.role()));
		Map<String, Delivery> set = defaults();
		Map<NotificationKind, Delivery> inForce = new LinkedHashMap<>();
		this.kinds.reaching(viewer)
			.stream()
			.filter((kind) -> kind.duty() == duty)
			.forEach((kind) -> kind.roles()
				.stream()
				.filter(held::contains)
				.map((role) -> set.getOrDefault(cell(kind.key(), role), kind.initial()))
				.min(Delivery::compareTo)
				.ifPresent((delivery) -> inForce.put(kind, delivery)));
		return inForce;
	}

	/** Whose mail of which kind a token stops. */
	@Transactional(readOnly = true)
	Unsubscription unsubscription(String token) {
		return this.jdbc.sql("""
				select u.account_id, a.display_name, u.kind from mail_unsubscription u
				join account a on a.id = u.account_id where u.token = ?
				""").param(uuid(token)).query((row, number) -> {
			long account = row.getLong("account_id");
			List<NotificationKind> kinds = stopped(row.getString("kind"));
			Map<String, Delivery> chosen = choices(account);
			boolean done = kinds.stream().allMatch((kind) -> chosen.get(kind.key()) == Delivery.NEVER);
			return new Unsubscription(account, row.getString("display_name"), kinds, done);
		}).optional().orElseThrow(() -> new NotVisibleException("unsubscription", token));
	}

	/** Stops that kind of mail; a second time does nothing. */
	public void unsubscribe(String token) {
		Unsubscription unsubscription = unsubscription(token);
		Map<String, Delivery> chosen = choices(unsubscription.accountId());
		Changes changes = new Changes();
		for (NotificationKind kind : unsubscription.kinds()) {
			if (chosen.get(kind.key()) != Delivery.NEVER) {
				setChoice(unsubscription.accountId(), kind.key(), Delivery.NEVER);
				changes.field(kind.labelKey(), chosen.get(kind.key()), Delivery.NEVER);
			}
		}
		if (!changes.isEmpty()) {
			audit(new Holder(unsubscription.accountId(), unsubscription.displayName()),
					"notification.audit.unsubscribed", unsubscription.accountId(), unsubscription.displayName(),
					changes);
		}
	}

	/** Of a kind that has become duty since, or is gone, nothing is left to stop. */
	private List<NotificationKind> stopped(String kind) {
		return this.kinds.all()
			.stream()
			.filter((one) -> !one.duty() && (kind.equals(Outbox.ALL_OPTIONAL) || kind.equals(one.key())))
			.toList();
	}

	private static UUID uuid(String token) {
		try {
			return UUID.fromString(token);
		}
		catch (IllegalArgumentException ex) {
			throw new NotVisibleException("unsubscription", token);
		}
	}

	private void setChoice(long accountId, String kind, Delivery delivery) {
		if (delivery == null) {
			this.jdbc.sql("delete from notification_choice where account_id = ? and kind = ?")
				.params(accountId, kind)
				.update();
		}
		else {
			this.jdbc.sql("""
					insert into notification_choice (account_id, kind, delivery) values (?, ?, ?)
					on conflict (account_id, kind) do update set delivery = excluded.delivery
					""").params(accountId, kind, delivery.name()).update();
		}
	}

	private Policy policy() {
		return this.jdbc.sql("select digest_at, version from notification_policy")
			.query((row, number) -> new Policy(row.getTime("digest_at").toLocalTime(), row.getInt("version")))
			.single();
	}

	/**
	 * What administrators set, by kind and role. A "never" from the time before a kind
	 * became duty no longer counts.
	 */
	private Map<String, Delivery> defaults() {
		Map<String, Delivery> defaults = new HashMap<>();
		this.jdbc.sql("""
				select kind, role, delivery from notification_default
				where delivery <> 'NEVER' or kind = any (:optional)
				""").param("optional", this.kinds.optionalKeys()).query((row) -> {
			defaults.put(cell(row.getString("kind"), Role.valueOf(row.getString("role"))),
					Delivery.valueOf(row.getString("delivery")));
		});
		return defaults;
	}

	private Map<String, Delivery> choices(long accountId) {
		Map<String, Delivery> choices = new HashMap<>();
		this.jdbc.sql("select kind, delivery from notification_choice where account_id = ?")
			.param(accountId)
			.query((row) -> {
				choices.put(row.getString("kind"), Delivery.valueOf(row.getString("delivery")));
			});
		return choices;
	}

	private Preference preference(long accountId) {
		Optional<Preference> stored = this.jdbc
			.sql("select language, version from notification_preference where account_id = ?")
			.param(accountId)
			.query((row, number) -> new Preference(row.getString("language"), row.getInt("version")))
			.optional();
		return stored.orElse(new Preference("vi", 0));
	}

	private static String cell(String kind, Role role) {
		return kind + " " + role;
	}

	/** As the audit trail keeps constants. */
	private static String named(Role role, Delivery delivery) {
		return "Role." + role + ": Delivery." + delivery;
	}

	private static void requireUpdated(int updated) {
		if (updated == 0) {
			throw new OptimisticLockingFailureException("saved by somebody else meanwhile");
		}
	}

	private void audit(Actor actor, String action, Long subjectId, String subject, Changes changes) {
		this.events.publishEvent(new AuditedAct(actor, action, "notification", subjectId, subject, changes.list()));
	}

	private record Policy(LocalTime digestAt, int version) {
	}

	private record Preference(String language, int version) {
	}

	/**
	 * What a token stops.
	 *
	 * @param done whether it is stopped already
	 */
	record Unsubscription(long accountId, String displayName, List<NotificationKind> kinds, boolean done) {
	}

	/** Who holds a mail in hand, without having signed in. */
	private record Holder(Long accountId, String displayName) implements Actor {

		@Override
		public String roleName() {
			return null;
		}

		@Override
		public Long unitId() {
			return null;
		}

	}

}
