package vn.nhactruong.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;

import vn.nhactruong.organization.Unit;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

/** A person who may sign in, and the roles they hold. */
@Entity
class Account {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String username;

	private String displayName;

	private String position;

	private String email;

	private String phone;

	private String passwordHash;

	private boolean passwordChangeRequired;

	private Instant lockedAt;

	private String lockReason;

	@Version
	private int version;

	@OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
	@JoinColumn(name = "account_id", nullable = false, updatable = false)
	@OrderBy("id")
	private List<RoleGrant> grants = new ArrayList<>();

	protected Account() {
	}

	Account(String username, String passwordHash, boolean passwordChangeRequired) {
		this.username = username;
		this.passwordHash = passwordHash;
		this.passwordChangeRequired = passwordChangeRequired;
	}

	void describe(String displayName, String position, String email, String phone) {
		this.displayName = displayName;
		this.position = position;
		this.email = email;
		this.phone = phone;
	}

	void grant(Role role, Unit unit, LocalDate today) {
		RoleGrant.requireFitting(role, unit, today);
		boolean held = this.grants.stream().anyMatch((grant) -> grant.is(role, unit.id()));
		if (held) {
			throw RuleViolation.at("role", "account.error.grantHeld");
		}
		this.grants.add(new RoleGrant(role, unit.id()));
	}

	boolean isAdministrator() {
		return this.lockedAt == null && this.grants.stream().anyMatch((grant) -> grant.getRole() == Role.ADMIN);
	}

	/** Takes a role away; {@code false} when the account does not hold it. */
	boolean revoke(long grantId) {
		return this.grants.removeIf((grant) -> grant.getId() == grantId);
	}

	/** A password that the person chose. */
	void choosePassword(String hash) {
		this.passwordHash = hash;
		this.passwordChangeRequired = false;
	}

	/** A password that an administrator set: to be changed before anything else. */
	void resetPassword(String hash) {
		this.passwordHash = hash;
		this.passwordChangeRequired = true;
	}

	void lock(Instant at, String reason) {
		if (this.lockedAt != null) {
			throw RuleViolation.of("account.error.alreadyLocked");
		}
		this.lockedAt = at;
		this.lockReason = reason;
	}

	void unlock() {
		if (this.lockedAt == null) {
			throw RuleViolation.of("account.error.notLocked");
		}
		this.lockedAt = null;
		this.lockReason = null;
	}

	Long getId() {
		return this.id;
	}

	String getUsername() {
		return this.username;
	}

	String getDisplayName() {
		return this.displayName;
	}

	String getPosition() {
		return this.position;
	}

	String getEmail() {
		return this.email;
	}

	String getPhone() {
		return this.phone;
	}

	String getPasswordHash() {
		return this.passwordHash;
	}

	boolean isPasswordChangeRequired() {
		return this.passwordChangeRequired;
	}

	Instant getLockedAt() {
		return this.lockedAt;
	}

	String getLockReason() {
		return this.lockReason;
	}

	int getVersion() {
		return this.version;
	}

	List<RoleGrant> getGrants() {
		return List.copyOf(this.grants);
	}

}
