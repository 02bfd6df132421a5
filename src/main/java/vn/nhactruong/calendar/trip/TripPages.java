package vn.nhactruong.calendar.trip;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.CalendarAccess;
import vn.nhactruong.calendar.CalendarLine;
import vn.nhactruong.calendar.CalendarPublished;
import vn.nhactruong.calendar.Week;
import vn.nhactruong.calendar.resource.CalendarResources;
import vn.nhactruong.calendar.resource.Resource;
import vn.nhactruong.file.Files;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.NotVisibleException;

/** Puts the page of one trip together, as far as its viewer may see. */
@Component
@Transactional(readOnly = true)
class TripPages {

	private final BusinessTrips trips;

	private final CalendarPublished published;

	private final CalendarResources resources;

	private final CalendarAccess access;

	private final UnitDirectory units;

	private final Files files;

	TripPages(BusinessTrips trips, CalendarPublished published, CalendarResources resources, CalendarAccess access,
			UnitDirectory units, Files files) {
		this.trips = trips;
		this.published = published;
		this.resources = resources;
		this.access = access;
		this.units = units;
		this.files = files;
	}

	/**
	 * One trip: its working state for whoever may see that, otherwise as its weeks are
	 * published.
	 * @throws NotVisibleException when the viewer sees neither
	 */
	TripPage trip(long id, Viewer viewer) {
		this.access.requireReader(viewer);
		Optional<BusinessTrip> draft = this.trips.ifVisible(id, viewer);
		return draft.isPresent() ? page(draft.get(), viewer)
				: page(id, this.published.lines(TripPlan.keyOf(id), viewer));
	}

	private TripPage page(BusinessTrip trip, Viewer viewer) {
		TripPlan plan = trip.plan();
		Map<Long, Resource> catalogue = this.resources.all();
		boolean open = this.trips.isOpen(plan);
		return new TripPage(trip.getId(), plan.title(), plan.startsOn(), plan.startsHalf(), plan.departsAt(),
				plan.endsOn(), plan.endsHalf(), plan.returnsAt(), plan.weeks(),
				Resource.names(catalogue, plan.leaderIds()), plan.where(this.units), plan.participants(),
				this.units.names(plan.unitIds()), this.units.name(plan.preparingUnitId()),
				(plan.carId() != null) ? Resource.names(catalogue, Set.of(plan.carId())) : null, plan.note(),
				plan.decision(), trip.getStatus(), trip.getReason(), this.units.name(trip.getRegisteredUnitId()),
				trip.getRegisteredBy(), trip.getRegisteredAt(), trip.getVersion(),
				this.files.of(TripPapers.TYPE, trip.getId()),
				(open && this.access.mayAdd(viewer)) ? this.trips.clashes(trip, viewer) : List.of(),
				open && this.access.mayEdit(viewer, trip), open && this.access.mayAccept(viewer, trip),
				open && this.access.mayReturn(viewer, trip), open && this.access.mayCancel(viewer, trip));
	}

	private TripPage page(long id, List<CalendarLine> stretches) {
		if (stretches.isEmpty()) {
			throw new NotVisibleException("trip", id);
		}
		CalendarLine first = stretches.get(0);
		CalendarLine last = stretches.get(stretches.size() - 1);
		return new TripPage(id, last.title(), first.day(), first.half(), first.startsAt(), last.untilDay(),
				last.untilHalf(), last.endsAt(), stretches.stream().map((line) -> Week.of(line.day())).toList(),
				last.leaders(), last.place(), last.participants(), this.units.names(last.unitIds()),
				this.units.name(last.preparingUnitId()), last.car(), last.note(), null, null, null, null, null, null, 0,
				this.files.of(TripPapers.TYPE, id), List.of(), false, false, false, false);
	}

}
