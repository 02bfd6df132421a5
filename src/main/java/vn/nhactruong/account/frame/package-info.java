/**
 * What stands around every page: the menu, who is signed in, and in which role they act.
 */
package vn.nhactruong.account.frame;
