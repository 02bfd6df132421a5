package vn.nhactruong.setting;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * One value of a rule with the days on which it is in force and where it comes from.
 *
 * @param key the rule
 * @param number the value, counted in the key's unit
 * @param from first day in force
 * @param to last day in force, null while no later value is known
 * @param source legal source, as cited in a Vietnamese administrative paper
 * @param note remark for the administrator
 */
public record DatedNumber(RuleKey key, int number, LocalDate from, @Nullable LocalDate to, String source,
		@Nullable String note) {

	/**
	 * Whether the value applies on the day.
	 */
	public boolean inForceOn(LocalDate day) {
		return !day.isBefore(this.from) && (this.to == null || !day.isAfter(this.to));
	}

}
