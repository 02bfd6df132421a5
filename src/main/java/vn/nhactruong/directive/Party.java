package vn.nhactruong.directive;

import vn.nhactruong.organization.OrganizationKind;

/** A unit by its name, or all units of a kind. */
record Party(String name, OrganizationKind kind) {
}
