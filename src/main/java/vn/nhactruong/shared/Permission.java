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

}
