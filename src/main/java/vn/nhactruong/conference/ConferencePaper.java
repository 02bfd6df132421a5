package vn.nhactruong.conference;

/**
 * A paper about a conference; implemented where it is written.
 */
public interface ConferencePaper {

	/**
	 * Whether the paper keeps title, place, days and chairs of the conference as they
	 * were approved: what is changed from now on doesn't change it.
	 */
	boolean keeps(long conferenceId);

}
