package vn.nhactruong.setting;

import java.time.LocalDate;

/**
 * A rule already has a value that starts on the day from which a new one was to hold.
 */
public class ValueAlreadyStartsException extends RuntimeException {

	ValueAlreadyStartsException(RuleKey key, LocalDate from) {
		super("Rule setting " + key + " already has a value from " + from);
	}

}
