package vn.nhactruong.setting;

/** A rule was given a new value, or one that was to come was withdrawn. */
record RuleSettingChanged(RuleKey key) {
}
