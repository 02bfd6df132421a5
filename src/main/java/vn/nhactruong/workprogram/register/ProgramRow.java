package vn.nhactruong.workprogram.register;

import java.time.LocalDate;

import vn.nhactruong.workprogram.Period;
import vn.nhactruong.workprogram.ProgramStatus;

/**
 * A work program in the list.
 *
 * @param items how many stand in it, or {@code null} for who may not read them yet
 * @param done how many of them are done
 * @param overdue how many of them are open past their deadline
 */
public record ProgramRow(long id, Period period, String scope, ProgramStatus status, LocalDate proposalsUntil,
		int lastVersion, Integer items, Integer done, Integer overdue, boolean example) {

	public String getTone() {
		return this.status.tone();
	}

	public String getIcon() {
		return this.status.icon();
	}

}
