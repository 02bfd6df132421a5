package vn.nhactruong.directive.origin;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.springframework.modulith.NamedInterface;

/**
 * An item from which directives may be given, as it was decided.
 *
 * @param number number and notation of the program it stands in
 * @param date the day of that program
 * @param author who issued it, or {@code null}
 * @param title what is to be done
 * @param url where it is shown
 * @param leadIds the units that lead it, proposed as leads
 * @param dueOn its deadline, or {@code null}
 * @param deliverable {@code null} when none is named
 * @param open whether it may still be given; what is over is only shown
 */
@NamedInterface("origin")
public record OriginItem(String number, LocalDate date, String author, String title, String url, List<Long> leadIds,
		List<Long> coordinatingIds, LocalDate dueOn, String deliverable, boolean open) {

	public OriginItem {
		Objects.requireNonNull(number);
		Objects.requireNonNull(date);
		Objects.requireNonNull(title);
		Objects.requireNonNull(url);
	}

}
