package vn.nhactruong.conference;

/**
 * What is known of a conference's attendees; answered by the module that registers them.
 */
public interface RegistrationCount {

	/** Those not withdrawn. */
	int registered(long conferenceId, long organizationId);

	/** Whether the attendance of anybody was noted, on whatever half-day. */
	boolean checkedIn(long conferenceId);

}
