package vn.nhactruong.directive.figure;

import java.time.LocalDate;

import org.springframework.modulith.NamedInterface;

import vn.nhactruong.shared.ListRequest;

/**
 * The days of a statistic, both included. What is counted: whatever was given until its
 * end and was not done before its beginning, as it stood in the evening of the last day,
 * or stands today while the period runs.
 */
@NamedInterface("figure")
public record FigurePeriod(LocalDate from, LocalDate to) {

	/** Before the first directive of all. */
	private static final LocalDate EVER = LocalDate.of(1, 1, 1);

	/** All that has ever been given, as it stands on that day. */
	public static FigurePeriod until(LocalDate day) {
		return new FigurePeriod(EVER, day);
	}

	/** What the address of a list of directives says. */
	public static FigurePeriod of(ListRequest list, LocalDate today) {
		return new FigurePeriod(list.day("figureFrom").orElse(EVER), list.day("figureTo").orElse(today));
	}

	/** The day whose evening is looked at. */
	public LocalDate dayOf(LocalDate today) {
		return this.to.isAfter(today) ? today : this.to;
	}

}
