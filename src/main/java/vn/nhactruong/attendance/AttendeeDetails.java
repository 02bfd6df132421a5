package vn.nhactruong.attendance;

import java.time.LocalDate;

/** What a unit says of one attendee. */
public record AttendeeDetails(String fullName, String position, String phone, String email, CivilRank rank,
		TravelNeed travel, String arrivalNote, boolean lodging, LocalDate lodgingFrom, LocalDate lodgingTo,
		boolean delegationHead, String note) {
}
