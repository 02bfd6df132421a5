/**
 * What the forms of the week have in common, of an entry as of a trip: what they offer,
 * what they refuse, and what is clashed with.
 */
package vn.nhactruong.calendar.plan;
