package vn.nhactruong.account;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

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
