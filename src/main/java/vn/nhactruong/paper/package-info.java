/**
 * Papers laid out by Decree 30/2020/NĐ-CP: what stands on one, and the Word file of it.
 */
@ApplicationModule(displayName = "Paper", allowedDependencies = {})
package vn.nhactruong.paper;

import org.springframework.modulith.ApplicationModule;
