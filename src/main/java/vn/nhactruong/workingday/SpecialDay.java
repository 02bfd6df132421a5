package vn.nhactruong.workingday;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A day that is not what its weekday says: a holiday, a day off in lieu or one of a swap.
 *
 * @param day the day
 * @param kind why it differs
 * @param nameVi its Vietnamese name
 * @param nameEn its English name
 * @param source the rule or announcement it follows from, in Vietnamese; starts with "Dự
 * kiến" while the yearly announcement is awaited
 */
public record SpecialDay(LocalDate day, HolidayKind kind, String nameVi, String nameEn, String source) {

	/**
	 * The day's name in the reader's language.
	 */
	public String name(Locale locale) {
		return "en".equals(locale.getLanguage()) ? this.nameEn : this.nameVi;
	}

}
