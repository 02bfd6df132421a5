package vn.nhactruong.setting;

/**
 * What a rule's number counts.
 */
public enum RuleUnit {

	WORKING_DAY, HALF_DAY, HOUR, MONTH, PERCENT, DAY_OF_MONTH, TIME_OF_DAY

}
