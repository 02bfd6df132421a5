/**
 * Which units are invited, one by one or by kind, with how many places, and what they are
 * told of their conference.
 */
package vn.nhactruong.conference.invitation;
