/**
 * What an entry takes up: leaders, rooms and cars, and the catalogue in which the office
 * keeps them.
 */
package vn.nhactruong.calendar.resource;
