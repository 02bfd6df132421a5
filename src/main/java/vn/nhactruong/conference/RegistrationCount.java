package vn.nhactruong.conference;

/**
 * How many attendees a unit has registered; answered by the module that registers them.
 */
public interface RegistrationCount {

	/** Those not withdrawn. */
	int registered(long conferenceId, long organizationId);

}
