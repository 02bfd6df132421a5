/**
 * How a person gets in: the form, its throttle and log, and the chain that every request
 * passes.
 */
package vn.nhactruong.account.signin;
