package vn.nhactruong.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.shared.TextFolding;
import vn.nhactruong.shared.Slice;

/**
 * People and their roles; the only writer of both. Administration is open to
 * administrators (held at the endpoints); each person changes their own password.
 */
@Service
@Transactional
public class Accounts {

	/** Fewer different signs than that are no password. */
	private static final int MOST_MONOTONOUS = 5;

	/** From here on it is rather a sentence than a word with something behind it. */
	private static final int SENTENCE = 13;

	private static final List<String> KNOWN_STARTS = List.of("password", "matkhau", "qwerty", "abc123", "123456",
			"111111");

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
		Unit unit = this.units.byCode(organizationCode)
			.orElseThrow(() -> new NotVisibleException("unit", organizationCode));
		account.grant(role, unit, today());
		this.accounts.saveAndFlush(account);
		audit(actor, "account.audit.created", account,
				new Changes().field("accountForm.username", null, username)
					.field("grantForm.role", null, role)
					.field("grantForm.organizationId", null, unit.name()));
		return account.getId();
	}

	/**
	 * Adds a person; the returned temporary password is shown once and must be changed.
	 */
	Created create(AccountForm form, Viewer viewer) {
		String username = form.getUsername().strip().toLowerCase(Locale.ROOT);
		if (this.accounts.existsByUsername(username)) {
			throw RuleViolation.at("username", "account.error.usernameTaken");
		}
		String password = temporaryPassword();
		Account account = new Account(username, this.encoder.encode(password), true);
		account.describe(form.getDisplayName(), form.getPosition(), form.getEmail(), form.getPhone());
		this.accounts.saveAndFlush(account);
		audit(viewer, "account.audit.created", account,
				new Changes().field("accountForm.username", null, username)
					.field("accountForm.displayName", null, form.getDisplayName())
					.field("accountForm.position", null, form.getPosition())
					.field("accountForm.email", null, form.getEmail())
					.field("accountForm.phone", null, form.getPhone()));
		return new Created(account.getId(), password);
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

	void grant(long id, GrantForm form, Viewer viewer) {
		Account account = get(id);
		Unit unit = this.units.find(form.getOrganizationId())
			.orElseThrow(() -> RuleViolation.at("organizationId", "account.error.unitUnknown"));
		account.grant(form.getRole(), unit, today());
		this.accounts.flush();
		audit(viewer, "account.audit.granted", account, new Changes().field("grantForm.role", null, form.getRole())
			.field("grantForm.organizationId", null, unit.name()));
	}

	void revoke(long id, long grantId, Viewer viewer) {
		Account account = get(id);
		RoleGrant held = account.getGrants()
			.stream()
			.filter((grant) -> grant.getId() == grantId)
			.findFirst()
			.orElseThrow(() -> new NotVisibleException("grant", grantId));
		if (held.getRole() == Role.ADMIN) {
			if (account.getId().equals(viewer.accountId())) {
				throw RuleViolation.of("account.error.ownAdmin");
			}
			long left = account.getGrants().stream().filter((grant) -> grant.getRole() == Role.ADMIN).count() - 1;
			requireAnotherAdministrator(account, left > 0);
		}
		account.revoke(grantId);
		this.accounts.flush();
		audit(viewer, "account.audit.revoked", account, new Changes().field("grantForm.role", held.getRole(), null)
			.field("grantForm.organizationId", this.units.get(held.getOrganizationId()).name(), null));
	}

	/**
	 * Sets a temporary password, shown once; all sessions of the person end. Nobody
	 * resets their own: with their session the password would be gone before they read
	 * it.
	 */
	String resetPassword(long id, Viewer viewer) {
		Account account = get(id);
		if (account.getId().equals(viewer.accountId())) {
			throw RuleViolation.of("account.error.ownReset");
		}
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
		requireAnotherAdministrator(account, false);
		account.lock(this.clock.instant(), reason);
		endSessions(account.getUsername(), null);
		audit(viewer, "account.audit.locked", account, new Changes().field("lockForm.reason", null, reason));
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
		if (!form.getNewPassword().equals(form.getRepeatedPassword())) {
			throw RuleViolation.at("repeatedPassword", "account.error.passwordsDiffer");
		}
		if (form.getNewPassword().getBytes(StandardCharsets.UTF_8).length > PasswordForm.MOST_BYTES) {
			throw RuleViolation.at("newPassword", "account.error.passwordBytes");
		}
		if (form.getNewPassword().equals(form.getCurrentPassword())) {
			throw RuleViolation.at("newPassword", "account.error.samePassword");
		}
		if (form.getNewPassword().toLowerCase(Locale.ROOT).contains(account.getUsername())) {
			throw RuleViolation.at("newPassword", "account.error.passwordHasName");
		}
		if (isGuessable(form.getNewPassword())) {
			throw RuleViolation.at("newPassword", "account.error.passwordGuessable");
		}
		account.choosePassword(this.encoder.encode(form.getNewPassword()));
		endSessions(account.getUsername(), keptSessionId);
		audit(viewer, "account.audit.passwordChanged", account, new Changes());
	}

	/**
	 * What guessing starts with: digits only, few different signs, the best known words.
	 */
	private static boolean isGuessable(String password) {
		String folded = TextFolding.fold(password).replace(" ", "");
		return folded.chars().allMatch(Character::isDigit) || folded.chars().distinct().count() < MOST_MONOTONOUS
				|| (folded.length() < SENTENCE && KNOWN_STARTS.stream().anyMatch(folded::startsWith));
	}

	/** Signs the person out on all devices, this one included. */
	void signOutEverywhere(Viewer viewer) {
		endSessions(viewer.username(), null);
		audit(viewer, "account.audit.signedOutEverywhere", get(viewer.accountId()), new Changes());
	}

	/**
	 * Who acts for any of the units in one of the roles, such as to be notified.
	 * @return the account, with the grants in which it does
	 */
	@Transactional(readOnly = true)
	public Map<Long, List<Long>> inUnits(Collection<Long> organizationIds, Collection<Role> roles) {
		if (organizationIds.isEmpty() || roles.isEmpty()) {
			return Map.of();
		}
		return held(this.jdbc.sql("""
				select a.id, g.id as grant_id from account a join role_grant g on g.account_id = a.id
				where a.locked_at is null and g.organization_id in (:units) and g.role in (:roles) order by 1, 2
				""").param("units", organizationIds), roles);
	}

	/** Everybody who holds one of the roles, for whichever unit; likewise. */
	@Transactional(readOnly = true)
	public Map<Long, List<Long>> withRoles(Collection<Role> roles) {
		return held(this.jdbc.sql("""
				select a.id, g.id as grant_id from account a join role_grant g on g.account_id = a.id
				where a.locked_at is null and g.role in (:roles) order by 1, 2
				"""), roles);
	}

	/** Where mail reaches the person, if anywhere. */
	@Transactional(readOnly = true)
	public Optional<String> mailAddress(long accountId) {
		return this.jdbc.sql("select email from account where id = ? and email is not null")
			.param(accountId)
			.query(String.class)
			.optional();
	}

	private static Map<Long, List<Long>> held(JdbcClient.StatementSpec query, Collection<Role> roles) {
		Map<Long, List<Long>> held = new LinkedHashMap<>();
		query.param("roles", roles.stream().map(Role::name).toList())
			.query((row, number) -> new long[] { row.getLong("id"), row.getLong("grant_id") })
			.list()
			.forEach((row) -> held.computeIfAbsent(row[0], (id) -> new ArrayList<>()).add(row[1]));
		return held;
	}

	@Transactional(readOnly = true)
	AccountPage page(long id) {
		Account account = get(id);
		LocalDate today = today();
		List<AccountPage.Held> held = account.getGrants().stream().map((grant) -> {
			Unit unit = this.units.get(grant.getOrganizationId());
			return new AccountPage.Held(grant.getId(), grant.getRole(), unit.code(), unit.name(),
					unit.isValidOn(today));
		}).toList();
		return new AccountPage(account.getId(), account.getUsername(), account.getDisplayName(), account.getPosition(),
				account.getEmail(), account.getPhone(), account.isPasswordChangeRequired(), account.getLockedAt(),
				account.getLockReason(), held);
	}

	@Transactional(readOnly = true)
	Slice<AccountRow> list(AccountFilter filter, ListRequest list) {
		long total = this.jdbc.sql("select count(*) from account a where " + AccountFilter.CONDITION)
			.params(filter.parameters())
			.query(Long.class)
			.single();
		return new Slice<>(rows(filter, list, list.size(), list.offset()), total, list.page(), list.size());
	}

	/** All that the filter finds, for the workbook. */
	@Transactional(readOnly = true)
	List<AccountRow> all(AccountFilter filter, ListRequest list) {
		return rows(filter, list, Integer.MAX_VALUE, 0);
	}

	private List<AccountRow> rows(AccountFilter filter, ListRequest list, int limit, long offset) {
		return this.jdbc
			.sql("""
					select a.id, a.username, a.display_name, a.position, a.locked_at,
					    (select array_agg(g.role || ':' || g.organization_id order by g.id)
					     from role_grant g where g.account_id = a.id) as grants
					from account a where\s""" + AccountFilter.CONDITION + " order by "
					+ list.orderBy(AccountFilter.SORTS, "name") + ", a.id limit :limit offset :offset")
			.params(filter.parameters())
			.param("limit", limit)
			.param("offset", offset)
			.query((row, number) -> new AccountRow(row.getLong("id"), row.getString("username"),
					row.getString("display_name"), row.getString("position"), row.getTimestamp("locked_at") != null,
					held(row.getArray("grants"))))
			.list();
	}

	private List<AccountRow.Held> held(Array grants) throws SQLException {
		if (grants == null) {
			return List.of();
		}
		return Arrays.stream((String[]) grants.getArray()).map((grant) -> {
			int colon = grant.indexOf(':');
			return new AccountRow.Held(Role.valueOf(grant.substring(0, colon)),
					this.units.name(Long.valueOf(grant.substring(colon + 1))));
		}).toList();
	}

	/** How many people who may sign in hold a role for the unit. */
	@Transactional(readOnly = true)
	int countIn(long organizationId) {
		return this.jdbc.sql("""
				select count(distinct a.id) from account a join role_grant g on g.account_id = a.id
				where a.locked_at is null and g.organization_id = ?
				""").param(organizationId).query(Integer.class).single();
	}

	@Transactional(readOnly = true)
	Account get(long id) {
		return this.accounts.findWithGrantsById(id).orElseThrow(() -> new NotVisibleException("account", id));
	}

	/**
	 * Somebody has to be left who can let others in. The rows are locked, so that two
	 * administrators can't shut each other out at the same moment.
	 */
	private void requireAnotherAdministrator(Account account, boolean keepsRole) {
		if (keepsRole || !account.isAdministrator()) {
			return;
		}
		List<Long> administrators = this.jdbc.sql("""
				select a.id from account a join role_grant g on g.account_id = a.id
				where g.role = 'ADMIN' and a.locked_at is null order by a.id, g.id for update
				""").query(Long.class).list();
		if (administrators.stream().allMatch(account.getId()::equals)) {
			throw RuleViolation.of("account.error.lastAdmin");
		}
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
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

	/** A new account and the password to hand over. */
	record Created(long id, String temporaryPassword) {
	}

}
