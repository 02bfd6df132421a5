package vn.nhactruong.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What every endpoint declares about who may call it, at the method or at its class; the
 * account module holds callers to it. An endpoint that declares nothing is closed.
 */
public final class Permission {

	private Permission() {
	}

	/** Anybody may call this endpoint, signed in or not. */
	@Documented
	@Target({ ElementType.TYPE, ElementType.METHOD })
	@Retention(RetentionPolicy.RUNTIME)
	public @interface OpenToPublic {

	}

	/**
	 * Any signed-in person may call this endpoint; what they see there is decided by the
	 * module's access rule.
	 */
	@Documented
	@Target({ ElementType.TYPE, ElementType.METHOD })
	@Retention(RetentionPolicy.RUNTIME)
	public @interface SignedIn {

	}

	/**
	 * Only who acts in one of these roles may call this endpoint; others get 403. For
	 * endpoints that name no particular thing: where one is named, being invisible (404)
	 * comes before being forbidden, and the façade decides.
	 */
	@Documented
	@Target({ ElementType.TYPE, ElementType.METHOD })
	@Retention(RetentionPolicy.RUNTIME)
	public @interface ForRoles {

		Role[] value();

	}

	/**
	 * Whoever works with business content may call this endpoint: everybody but
	 * administrators, who have none by right. That a list exists is no secret, so they
	 * get 403 there, as from any endpoint that is not theirs; a particular thing stays
	 * invisible to them (404).
	 */
	@Documented
	@Target({ ElementType.TYPE, ElementType.METHOD })
	@Retention(RetentionPolicy.RUNTIME)
	@ForRoles({ Role.LEADER, Role.OFFICE, Role.UNIT_HEAD, Role.CLERK, Role.OBSERVER })
	public @interface ForBusiness {

	}

}
