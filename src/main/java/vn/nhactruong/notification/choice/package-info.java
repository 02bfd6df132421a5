/**
 * What each person and the office choose: which kinds of notification come, and by which
 * way.
 */
package vn.nhactruong.notification.choice;
