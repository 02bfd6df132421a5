package vn.nhactruong.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

/** Weeks by their Monday. */
public interface CalendarWeekRepository extends JpaRepository<CalendarWeek, Long> {

	Optional<CalendarWeek> findByMonday(LocalDate monday);

	List<CalendarWeek> findByMondayBetween(LocalDate first, LocalDate last);

	List<CalendarWeek> findByMondayGreaterThanEqualOrderByMonday(LocalDate monday);

}
