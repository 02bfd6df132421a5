/**
 * One item: its page, its form, and what its unit reports of it.
 */
package vn.nhactruong.workprogram.item;
