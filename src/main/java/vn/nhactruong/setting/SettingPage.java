package vn.nhactruong.setting;

import java.util.List;

/** A rule with all values it has had and is known to get, newest first. */
record SettingPage(RuleKey key, List<Value> values) {

	/**
	 * One value of the rule.
	 *
	 * @param tone the tone of its chip
	 * @param stateKey message key of whether it is in force
	 * @param withdrawable whether it has not begun yet
	 */
	record Value(DatedNumber number, String tone, String stateKey, boolean withdrawable) {
	}

}
