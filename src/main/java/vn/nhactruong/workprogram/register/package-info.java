/**
 * The lists of programs and items, and the frame around every page of a program.
 */
package vn.nhactruong.workprogram.register;
