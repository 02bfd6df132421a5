/**
 * What becomes of a planned conference: announced, moved, postponed, cancelled or held.
 */
package vn.nhactruong.conference.transition;
