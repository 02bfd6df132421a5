package vn.nhactruong.calendar.resource;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

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

	/** What these are called, in the order of the catalogue. */
	public static String names(Map<Long, Resource> catalogue, Collection<Long> ids) {
		return catalogue.values()
			.stream()
			.filter((resource) -> ids.contains(resource.id()))
			.map(Resource::name)
			.collect(Collectors.joining("; "));
	}

}
