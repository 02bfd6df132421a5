package vn.nhactruong.workingday;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/**
 * Tells what is still to be done by which day: whoever makes a day off should see what
 * was due on it. Given deadlines stay as they are.
 */
public interface RunningDeadlines {

	/**
	 * How many deadlines fall on each of the days; a day without any is left out.
	 * @param days at least one
	 */
	Map<LocalDate, Long> on(Collection<LocalDate> days);

}
