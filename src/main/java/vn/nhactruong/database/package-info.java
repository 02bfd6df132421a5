/**
 * Gives the application its PostgreSQL: an own server when none is configured, and the
 * guard that keeps demo and production apart.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Database", allowedDependencies = {})
package vn.nhactruong.database;
