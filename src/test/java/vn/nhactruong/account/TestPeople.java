package vn.nhactruong.account;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.Role;

/** People for tests: added when first asked for, signed in without a password. */
@TestComponent
public class TestPeople {

	/** Everybody's password. */
	public static final String PASSWORD = "mat khau de thu";

	/** Cheap, since tests sign in often. */
	private static final String HASH = new BCryptPasswordEncoder(4).encode(PASSWORD);

	private static final AtomicInteger NUMBER = new AtomicInteger();

	/** So that signing in costs a counted request no statement. */
	private final Map<String, Long> ids = new ConcurrentHashMap<>();

	private final Accounts accounts;

	private final AccountRepository repository;

	private final Viewers viewers;

	TestPeople(Accounts accounts, AccountRepository repository, Viewers viewers) {
		this.accounts = accounts;
		this.repository = repository;
		this.viewers = viewers;
	}

	/** A new person who may sign in; their user name. */
	public String add(Role role, String unitCode) {
		return add(role, unitCode, false);
	}

	String add(Role role, String unitCode, boolean passwordChangeRequired) {
		String username = "nguoi." + NUMBER.incrementAndGet();
		this.ids.put(username, this.accounts.addInitial(username, "Người thử " + username, "Chuyên viên", HASH,
				passwordChangeRequired, role, unitCode, Actor.system()));
		return username;
	}

	public long id(String username) {
		return this.ids.computeIfAbsent(username, (name) -> this.repository.findByUsername(name).orElseThrow().getId());
	}

	/** The person as façades know them. */
	public Viewer viewer(String username) {
		return this.viewers.byUsername(username).orElseThrow();
	}

	/** A request of this person. */
	public RequestPostProcessor as(String username) {
		SignedInUser user = new SignedInUser(id(username), username, null, true);
		return SecurityMockMvcRequestPostProcessors
			.authentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
	}

	/** A request of a new person in this role. */
	public RequestPostProcessor as(Role role, String unitCode) {
		return as(add(role, unitCode));
	}

}
