package vn.nhactruong.directive.list;

import vn.nhactruong.organization.OrganizationKind;

/** A unit by its name, or all units of a kind. */
public record Party(String name, OrganizationKind kind) {
}
