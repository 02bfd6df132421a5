package vn.nhactruong.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

/**
 * People and their roles; the only writer of both. Administration is open to
 * administrators (held at the endpoints); each person changes their own password.
 */
@Service
@Transactional
public class Accounts {

	/** Without signs that are mistaken for each other when a password is read out. */
	private static final String LEGIBLE = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

	private static final int TEMPORARY_LENGTH = 14;

	private final AccountRepository accounts;

	private final PasswordEncoder encoder;

	private final UnitDirectory units;

	private final FindByIndexNameSessionRepository<? extends Session> sessions;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	Accounts(AccountRepository accounts, PasswordEncoder encoder, UnitDirectory units,
			FindByIndexNameSessionRepository<? extends Session> sessions, JdbcClient jdbc,
			ApplicationEventPublisher events, Clock clock) {
		this.accounts = accounts;
		this.encoder = encoder;
		this.units = units;
		this.sessions = sessions;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/** Whether nobody can sign in yet. */
	@Transactional(readOnly = true)
	public boolean none() {
		return this.accounts.count() == 0;
	}

	/**
	 * Adds a person with a known password, before anybody could sign in to do it.
	 * @param passwordHash already hashed, so that many can share one costly hash
	 */
	public long addInitial(String username, String displayName, String position, String passwordHash,
			boolean passwordChangeRequired, Role role, String organizationCode, Actor actor) {
		Account account = new Account(username, passwordHash, passwordChangeRequired);
		account.describe(displayName, position, null, null);
		account.grant(role,
				this.units.byCode(organizationCode)
					.orElseThrow(() -> new NotVisibleException("unit", organizationCode))
					.id());
		this.accounts.saveAndFlush(account);
		audit(actor, "account.audit.created", account, new Changes().field("account.username", null, username)
			.field("account.role", null, role + " · " + organizationCode));
		return account.getId();
	}

	/**
	 * Adds a person; the returned temporary password is shown once and must be changed.
	 */
	String create(AccountForm form, Viewer viewer) {
		String username = form.getUsername().strip().toLowerCase(Locale.ROOT);
		if (this.accounts.existsByUsername(username)) {
			throw RuleViolation.at("username", "account.error.usernameTaken");
		}
		String password = temporaryPassword();
		Account account = new Account(username, this.encoder.encode(password), true);
		account.describe(form.getDisplayName(), form.getPosition(), form.getEmail(), form.getPhone());
		this.accounts.saveAndFlush(account);
		audit(viewer, "account.audit.created", account, new Changes().field("account.username", null, username)
			.field("accountForm.displayName", null, form.getDisplayName()));
		return password;
	}

	@Transactional(readOnly = true)
	AccountForm edit(long id) {
		return AccountForm.of(get(id));
	}

	void update(long id, AccountForm form, Viewer viewer) {
		Account account = get(id);
		form.requireVersion(account.getVersion(), () -> AccountForm.of(account));
		Changes changes = new Changes()
			.field("accountForm.displayName", account.getDisplayName(), form.getDisplayName())
			.field("accountForm.position", account.getPosition(), form.getPosition())
			.field("accountForm.email", account.getEmail(), form.getEmail())
			.field("accountForm.phone", account.getPhone(), form.getPhone());
		account.describe(form.getDisplayName(), form.getPosition(), form.getEmail(), form.getPhone());
		this.accounts.flush();
		if (!changes.isEmpty()) {
			audit(viewer, "account.audit.changed", account, changes);
		}
	}

	void grant(long id, Role role, long organizationId, Viewer viewer) {
		Account account = get(id);
		account.grant(role, organizationId);
		audit(viewer, "account.audit.granted", account,
				new Changes().field("account.role", null, role + " · " + this.units.get(organizationId).name()));
	}

	void revoke(long id, long grantId, Viewer viewer) {
		Account account = get(id);
		RoleGrant held = account.getGrants()
			.stream()
			.filter((grant) -> grant.getId() == grantId)
			.findFirst()
			.orElseThrow(() -> new NotVisibleException("grant", grantId));
		if (account.getId().equals(viewer.accountId()) && held.getRole() == Role.ADMIN) {
			throw RuleViolation.of("account.error.ownAdmin");
		}
		account.revoke(grantId);
		audit(viewer, "account.audit.revoked", account, new Changes().field("account.role",
				held.getRole() + " · " + this.units.get(held.getOrganizationId()).name(), null));
	}

	/** Sets a temporary password, shown once; all sessions of the person end. */
	String resetPassword(long id, Viewer viewer) {
		Account account = get(id);
		String password = temporaryPassword();
		account.resetPassword(this.encoder.encode(password));
		endSessions(account.getUsername(), null);
		audit(viewer, "account.audit.passwordReset", account, new Changes());
		return password;
	}

	void lock(long id, String reason, Viewer viewer) {
		Account account = get(id);
		if (account.getId().equals(viewer.accountId())) {
			throw RuleViolation.of("account.error.ownLock");
		}
		account.lock(this.clock.instant(), reason);
		endSessions(account.getUsername(), null);
		audit(viewer, "account.audit.locked", account, new Changes().field("account.lockReason", null, reason));
	}

	void unlock(long id, Viewer viewer) {
		Account account = get(id);
		account.unlock();
		audit(viewer, "account.audit.unlocked", account, new Changes());
	}

	/** The person's own change; their other devices are signed out. */
	void changePassword(PasswordForm form, Viewer viewer, String keptSessionId) {
		Account account = get(viewer.accountId());
		if (!this.encoder.matches(form.getCurrentPassword(), account.getPasswordHash())) {
			throw RuleViolation.at("currentPassword", "account.error.currentPassword");
		}
		if (form.getNewPassword().equals(form.getCurrentPassword())) {
			throw RuleViolation.at("newPassword", "account.error.samePassword");
		}
		if (form.getNewPassword().toLowerCase(Locale.ROOT).contains(account.getUsername())) {
			throw RuleViolation.at("newPassword", "account.error.passwordHasName");
		}
		account.choosePassword(this.encoder.encode(form.getNewPassword()));
		endSessions(account.getUsername(), keptSessionId);
		audit(viewer, "account.audit.passwordChanged", account, new Changes());
	}

	/** Signs the person out on all devices, this one included. */
	void signOutEverywhere(Viewer viewer) {
		endSessions(viewer.username(), null);
		audit(viewer, "account.audit.signedOutEverywhere", get(viewer.accountId()), new Changes());
	}

	/** Who acts for any of the units in one of the roles, such as to be notified. */
	@Transactional(readOnly = true)
	public List<Long> inUnits(Collection<Long> organizationIds, Collection<Role> roles) {
		if (organizationIds.isEmpty() || roles.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				select distinct a.id from account a join role_grant g on g.account_id = a.id
				where a.locked_at is null and g.organization_id in (:units) and g.role in (:roles) order by 1
				""")
			.param("units", organizationIds)
			.param("roles", roles.stream().map(Role::name).toList())
			.query(Long.class)
			.list();
	}

	/** Everybody who holds one of the roles, for whichever unit. */
	@Transactional(readOnly = true)
	public List<Long> withRoles(Collection<Role> roles) {
		return this.jdbc.sql("""
				select distinct a.id from account a join role_grant g on g.account_id = a.id
				where a.locked_at is null and g.role in (:roles) order by 1
				""").param("roles", roles.stream().map(Role::name).toList()).query(Long.class).list();
	}

	@Transactional(readOnly = true)
	Account get(long id) {
		return this.accounts.findWithGrantsById(id).orElseThrow(() -> new NotVisibleException("account", id));
	}

	private void endSessions(String username, String keptSessionId) {
		this.sessions.findByPrincipalName(username)
			.keySet()
			.stream()
			.filter((session) -> !session.equals(keptSessionId))
			.forEach(this.sessions::deleteById);
	}

	private String temporaryPassword() {
		StringBuilder password = new StringBuilder();
		for (int i = 0; i < TEMPORARY_LENGTH; i++) {
			password.append(LEGIBLE.charAt(this.random.nextInt(LEGIBLE.length())));
		}
		return password.toString();
	}

	private void audit(Actor actor, String action, Account account, Changes changes) {
		this.events.publishEvent(new AuditedAct(actor, action, "account", account.getId(),
				account.getDisplayName() + " (" + account.getUsername() + ")", changes.list()));
	}

}
