/**
 * The leader's review, round by round: what changed, comments and their answers,
 * agreement, return and approval.
 */
package vn.nhactruong.conclusion.review;
