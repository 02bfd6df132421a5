package vn.nhactruong.directive.draft;

import java.util.List;

import vn.nhactruong.directive.list.Party;

/**
 * What only a draft's page shows.
 *
 * @param leads whom it will be given to; may be empty as yet
 * @param withoutDeadline said outright, and not just left open
 * @param version what the viewer has before them
 */
record DirectiveDraftPage(List<Party> leads, boolean withoutDeadline, int version) {
}
