package vn.nhactruong.conference;

import java.util.List;

/** Units were invited to a conference that is announced already. */
public record UnitsInvited(long conferenceId, List<Long> organizationIds) {
}
