package vn.nhactruong.calendar.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.CalendarAccess;
import vn.nhactruong.calendar.CalendarChange;
import vn.nhactruong.calendar.CalendarDrafts;
import vn.nhactruong.calendar.CalendarEntry;
import vn.nhactruong.calendar.CalendarLine;
import vn.nhactruong.calendar.CalendarPublished;
import vn.nhactruong.calendar.Week;
import vn.nhactruong.calendar.resource.CalendarResources;
import vn.nhactruong.file.Files;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.NotVisibleException;

/** Puts the page of one entry together, as far as its viewer may see. */
@Component
@Transactional(readOnly = true)
class EntryPages {

	private final CalendarEntries entries;

	private final CalendarPublished published;

	private final CalendarResources resources;

	private final CalendarAccess access;

	private final UnitDirectory units;

	private final Files files;

	private final Clock clock;

	EntryPages(CalendarEntries entries, CalendarPublished published, CalendarResources resources, CalendarAccess access,
			UnitDirectory units, Files files, Clock clock) {
		this.entries = entries;
		this.published = published;
		this.resources = resources;
		this.access = access;
		this.units = units;
		this.files = files;
		this.clock = clock;
	}

	/**
	 * One entry: its working state for whoever may see that, otherwise as it is
	 * published.
	 * @throws NotVisibleException when the viewer sees neither
	 */
	EntryPage entry(long id, Viewer viewer) {
		this.access.requireReader(viewer);
		Optional<CalendarEntry> draft = this.entries.ifVisible(id, viewer);
		if (draft.isEmpty()) {
			CalendarLine line = this.published.line(id, viewer)
				.orElseThrow(() -> new NotVisibleException("calendar entry", id));
			return page(id, line, null, viewer);
		}
		return page(id, CalendarDrafts.line(draft.get(), this.resources.all()), draft.get(), viewer);
	}

	private EntryPage page(long id, CalendarLine line, CalendarEntry entry, Viewer viewer) {
		Stream<String> taking = this.units.names(line.unitIds()).stream();
		boolean open = entry != null && !Week.of(line.day()).isOver(LocalDate.now(this.clock));
		return new EntryPage(id, line, Week.of(line.day()), CalendarChange.time(line),
				this.units.name(line.preparingUnitId()), taking.toList(), (entry != null) ? entry.getStatus() : null,
				(entry != null) ? entry.getReason() : null,
				(entry != null) ? this.units.name(entry.getRegisteredUnitId()) : null,
				(entry != null) ? entry.getRegisteredBy() : null, (entry != null) ? entry.getRegisteredAt() : null,
				(entry != null) ? entry.getVersion() : 0, this.files.of(CalendarPapers.TYPE, id),
				(entry != null && this.access.mayAdd(viewer)) ? this.entries.clashesOf(entry, viewer) : List.of(),
				open && this.access.mayEdit(viewer, entry), open && this.access.mayAccept(viewer, entry),
				open && this.access.mayReturn(viewer, entry), open && this.access.mayCancel(viewer, entry));
	}

}
