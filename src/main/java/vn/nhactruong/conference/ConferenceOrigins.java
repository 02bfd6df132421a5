package vn.nhactruong.conference;

import java.time.LocalDate;
import java.util.Optional;

import vn.nhactruong.account.Viewer;

/**
 * Knows the items of a work program that conferences carry out; implemented by the module
 * that keeps them. The form opens at {@code /conferences/new?workItem=…}.
 */
public interface ConferenceOrigins {

	/** What the item says; empty when there is none or the viewer may not see it. */
	Optional<OriginItem> find(long itemId, Viewer viewer);

	/**
	 * An item of a work program.
	 *
	 * @param url where it is shown
	 * @param open whether it may still be carried out; what is over is only shown
	 */
	record OriginItem(String title, LocalDate dueOn, String url, boolean open) {
	}

}
