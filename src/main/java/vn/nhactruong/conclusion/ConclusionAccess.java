package vn.nhactruong.conclusion;

import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Role;

/**
 * Who reads and who changes a conclusion of a conference that the viewer sees. The
 * ministry's office and leaders read it in every state, everybody else once it is issued;
 * what leaders said about the draft stays between them and the office.
 */
@Component
public class ConclusionAccess {

	/** Whether the viewer reads drafts, comments and submitted rounds. */
	public boolean readsDrafts(Viewer viewer) {
		return viewer != null && viewer.is(Role.OFFICE, Role.LEADER);
	}

	/**
	 * Whether the viewer reads it.
	 * @param status {@code null} while nothing is written
	 */
	public boolean reads(Viewer viewer, ConclusionStatus status) {
		return readsDrafts(viewer) || viewer != null && !viewer.is(Role.ADMIN) && status == ConclusionStatus.ISSUED;
	}

	public boolean mayWrite(Viewer viewer) {
		return viewer != null && viewer.is(Role.OFFICE);
	}

	public boolean mayReview(Viewer viewer) {
		return viewer != null && viewer.is(Role.LEADER);
	}

	void requireReader(Viewer viewer, ConclusionStatus status, long conferenceId) {
		if (!reads(viewer, status)) {
			throw new NotVisibleException("conclusion of conference", conferenceId);
		}
	}

	public void requireWriter(Viewer viewer, ConclusionStatus status, long conferenceId) {
		requireReader(viewer, status, conferenceId);
		if (!mayWrite(viewer)) {
			throw new NotAllowedException("write conclusion");
		}
	}

	public void requireReviewer(Viewer viewer, ConclusionStatus status, long conferenceId) {
		requireReader(viewer, status, conferenceId);
		if (!mayReview(viewer)) {
			throw new NotAllowedException("review conclusion");
		}
	}

}
