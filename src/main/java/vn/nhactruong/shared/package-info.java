/**
 * What every module speaks: text folding, lists, web advice, the shape of an audited act;
 * no domain.
 */
@ApplicationModule(displayName = "Shared", allowedDependencies = {})
package vn.nhactruong.shared;

import org.springframework.modulith.ApplicationModule;
