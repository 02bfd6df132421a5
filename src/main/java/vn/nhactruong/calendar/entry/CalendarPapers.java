package vn.nhactruong.calendar.entry;

import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.CalendarAccess;
import vn.nhactruong.calendar.CalendarEntryRepository;
import vn.nhactruong.calendar.CalendarPublished;
import vn.nhactruong.file.FileOwner;

/**
 * Papers of an entry: read by whoever sees the entry, in its working state or as it was
 * last published; kept by whoever may change it.
 */
@Component
public class CalendarPapers implements FileOwner {

	public static final String TYPE = "calendar-entry";

	private final CalendarEntryRepository entries;

	private final CalendarPublished published;

	private final CalendarAccess access;

	CalendarPapers(CalendarEntryRepository entries, CalendarPublished published, CalendarAccess access) {
		this.entries = entries;
		this.published = published;
		this.access = access;
	}

	@Override
	public String type() {
		return TYPE;
	}

	@Override
	public boolean mayRead(Viewer viewer, long ownerId) {
		return this.entries.findById(ownerId).filter((entry) -> this.access.seesEntry(viewer, entry)).isPresent()
				|| this.published.line(ownerId, viewer).isPresent();
	}

	@Override
	public boolean mayChange(Viewer viewer, long ownerId) {
		return this.entries.findById(ownerId).filter((entry) -> this.access.mayEdit(viewer, entry)).isPresent();
	}

	@Override
	public String url(long ownerId) {
		return "/calendar/entries/" + ownerId;
	}

}
