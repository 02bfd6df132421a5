package vn.nhactruong.directive;

import java.util.List;

/**
 * What only a draft's page shows.
 *
 * @param leads whom it will be given to; may be empty as yet
 * @param withoutDeadline said outright, and not just left open
 * @param version what the viewer has before them
 */
record DirectiveDraftPage(List<Party> leads, boolean withoutDeadline, int version) {
}
