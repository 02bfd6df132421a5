package vn.nhactruong.calendar.resource;

/**
 * A leader, room or car as everybody reads it.
 *
 * @param place where a room is, or {@code null}
 * @param seats of a room or car, or {@code null}
 * @param accountId who holds a leader's position in the portal, or {@code null}
 * @param retired no longer offered; what names it keeps naming it
 */
public record Resource(long id, ResourceKind kind, String name, int positionNo, String place, Integer seats,
		Long accountId, String accountName, boolean retired, int version) {
}
