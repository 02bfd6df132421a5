package vn.nhactruong.calendar.trip;

import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.CalendarAccess;
import vn.nhactruong.calendar.CalendarPublished;
import vn.nhactruong.file.FileOwner;

/**
 * Papers of a trip, such as the decision that sends the leaders: read by whoever sees the
 * trip, in its working state or as its weeks were last published; kept by whoever may
 * change it.
 */
@Component
public class TripPapers implements FileOwner {

	public static final String TYPE = "calendar-trip";

	private final BusinessTripRepository trips;

	private final CalendarPublished published;

	private final CalendarAccess access;

	TripPapers(BusinessTripRepository trips, CalendarPublished published, CalendarAccess access) {
		this.trips = trips;
		this.published = published;
		this.access = access;
	}

	@Override
	public String type() {
		return TYPE;
	}

	@Override
	public boolean mayRead(Viewer viewer, long ownerId) {
		return this.trips.findById(ownerId).filter((trip) -> this.access.seesEntry(viewer, trip)).isPresent()
				|| !this.published.lines(TripPlan.keyOf(ownerId), viewer).isEmpty();
	}

	@Override
	public boolean mayChange(Viewer viewer, long ownerId) {
		return this.trips.findById(ownerId).filter((trip) -> this.access.mayEdit(viewer, trip)).isPresent();
	}

	@Override
	public String url(long ownerId) {
		return BusinessTrips.url(ownerId);
	}

}
