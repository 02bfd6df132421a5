/**
 * More time for a directive: asked for, signed, sent back, approved, refused or granted.
 */
package vn.nhactruong.directive.extension;
