package vn.nhactruong.agenda;

import java.util.Optional;

import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.file.FileOwner;

/**
 * Materials of agenda items: read by whoever sees the item in a release, and by those who
 * see the draft; kept by the office.
 */
@Component
class AgendaMaterials implements FileOwner {

	static final String TYPE = "agenda-item";

	private final AgendaItemRepository items;

	private final AgendaReleaseRepository releases;

	private final Conferences conferences;

	private final AgendaAccess access;

	AgendaMaterials(AgendaItemRepository items, AgendaReleaseRepository releases, Conferences conferences,
			AgendaAccess access) {
		this.items = items;
		this.releases = releases;
		this.conferences = conferences;
		this.access = access;
	}

	@Override
	public String type() {
		return TYPE;
	}

	@Override
	public boolean mayRead(Viewer viewer, long ownerId) {
		return conference(viewer, ownerId).isPresent()
				&& (this.access.seesDraft(viewer) || this.releases.isPublished(ownerId));
	}

	@Override
	public boolean mayChange(Viewer viewer, long ownerId) {
		boolean present = this.items.findById(ownerId).filter((item) -> !item.isRemoved()).isPresent();
		return present && conference(viewer, ownerId).filter((found) -> this.access.mayEdit(viewer, found)).isPresent();
	}

	@Override
	public String url(long ownerId) {
		return this.items.findById(ownerId)
			.map((item) -> "/conferences/" + item.getConferenceId() + "/agenda#item-" + ownerId)
			.orElse("/conferences");
	}

	private Optional<ConferenceSummary> conference(Viewer viewer, long itemId) {
		return this.items.findById(itemId)
			.flatMap((item) -> this.conferences.ifVisible(item.getConferenceId(), viewer));
	}

}
