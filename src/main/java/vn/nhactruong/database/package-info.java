/**
 * Gives the application its PostgreSQL: an own server when none is configured, the guard
 * that keeps demo and production apart, and the jobs that its nodes share out.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Database", allowedDependencies = {})
package vn.nhactruong.database;
