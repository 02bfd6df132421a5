package vn.nhactruong.calendar;

import java.time.LocalDate;

/**
 * A unit got its registration back.
 *
 * @param day its first one
 * @param url its page
 */
public record RegistrationReturned(long unitId, String title, LocalDate day, String reason, String url) {
}
