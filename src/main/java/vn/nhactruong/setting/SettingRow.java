package vn.nhactruong.setting;

/**
 * A rule in the list of settings.
 *
 * @param current the value in force today, null if none is
 * @param next the value that follows it, null if none is known
 */
record SettingRow(RuleKey key, DatedNumber current, DatedNumber next) {
}
