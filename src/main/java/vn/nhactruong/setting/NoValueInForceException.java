package vn.nhactruong.setting;

import java.time.LocalDate;

/**
 * A rule was asked for its number on a day for which none is recorded: the database lacks
 * a period, or the day lies before the rule existed.
 */
public class NoValueInForceException extends RuntimeException {

	private final RuleKey key;

	private final LocalDate day;

	NoValueInForceException(RuleKey key, LocalDate day) {
		super("No value of rule setting " + key + " is in force on " + day);
		this.key = key;
		this.day = day;
	}

	public RuleKey key() {
		return this.key;
	}

	public LocalDate day() {
		return this.day;
	}

}
