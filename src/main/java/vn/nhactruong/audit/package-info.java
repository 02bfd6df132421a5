/**
 * Who did what, acting as which role and unit, from where, and what changed: written in
 * the transaction of the act, never changed afterwards.
 */
@ApplicationModule(displayName = "Audit", allowedDependencies = { "shared", "organization", "account" })
package vn.nhactruong.audit;

import org.springframework.modulith.ApplicationModule;
