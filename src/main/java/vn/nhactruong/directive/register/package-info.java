/**
 * Where people find directives: the register, the board, a conference's implementation,
 * the menu.
 */
package vn.nhactruong.directive.register;
