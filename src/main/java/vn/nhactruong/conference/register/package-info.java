/**
 * The register of conferences: the list, a conference's own page, its form and the menu
 * that leads there.
 */
package vn.nhactruong.conference.register;
