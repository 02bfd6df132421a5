package vn.nhactruong.workingday;

import java.time.LocalDate;

/**
 * The day already has an entry; it must be withdrawn before it is entered differently.
 */
public class DayAlreadySpecialException extends RuntimeException {

	DayAlreadySpecialException(LocalDate day) {
		super("There is already a holiday entry for " + day);
	}

}
