package vn.nhactruong.conference;

import java.util.Collection;
import java.util.Set;

import org.springframework.stereotype.Component;

import vn.nhactruong.shared.Role;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.NotAllowedException;

/**
 * Who sees and who changes a conference. The ministry's office and leaders see all; a
 * unit sees what it organises and, once announced, what it or a unit whose work came down
 * to it is invited to. Administration gives no sight of business.
 */
@Component
public class ConferenceAccess {

	/**
	 * Whose invitations have gone out once, as SQL over {@code conference c}: what was
	 * put off or called off as a draft was never anybody else's.
	 */
	public static final String KNOWN = "(c.announced_at is not null or c.archive)";

	/** The rule of {@link #sees} as SQL; parameter {@code units}. */
	static final String VISIBLE = """
			(c.organizer_id = any(:units) or %s and exists (
			    select from invitation i where i.conference_id = c.id and i.organization_id = any(:units)))"""
		.formatted(KNOWN);

	boolean sees(Viewer viewer, Conference conference, Collection<Long> invited) {
		if (viewer == null || viewer.is(Role.ADMIN)) {
			return false;
		}
		return viewer.wholeSector() || viewer.belongsTo(conference.getOrganizerId())
				|| conference.isKnown() && invited.stream().anyMatch(viewer::belongsTo);
	}

	/** The condition and its parameter for a list query of this viewer. */
	public String condition(Viewer viewer) {
		if (viewer == null || viewer.is(Role.ADMIN)) {
			return "false";
		}
		return viewer.wholeSector() ? "true" : VISIBLE;
	}

	public Long[] units(Viewer viewer) {
		Set<Long> units = (viewer != null) ? viewer.unitIds() : Set.of();
		return units.toArray(Long[]::new);
	}

	/** Whether the viewer organises conferences. */
	public boolean mayOrganise(Viewer viewer) {
		return viewer != null && viewer.is(Role.OFFICE);
	}

	/**
	 * Guards what only the office does.
	 * @throws NotAllowedException for everybody else
	 */
	public void requireOrganiser(Viewer viewer) {
		if (!mayOrganise(viewer)) {
			throw new NotAllowedException("organise");
		}
	}

}
