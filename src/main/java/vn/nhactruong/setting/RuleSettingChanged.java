package vn.nhactruong.setting;

import org.jspecify.annotations.Nullable;

/**
 * An administrator gave a rule a new value.
 *
 * @param before the value that held on the new value's first day, null if there was none
 * @param after the new value
 */
public record RuleSettingChanged(@Nullable DatedNumber before, DatedNumber after) {

}
