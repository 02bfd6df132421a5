/**
 * People, the roles they hold per unit, sign-in, and the {@code Viewer} through whom
 * everything is seen.
 */
@ApplicationModule(displayName = "Account", allowedDependencies = { "shared", "organization", "database" })
package vn.nhactruong.account;

import org.springframework.modulith.ApplicationModule;
