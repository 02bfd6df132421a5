package vn.nhactruong.calendar;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

/** Entries of the weeks. */
public interface CalendarEntryRepository extends JpaRepository<CalendarEntry, Long> {

	@EntityGraph(attributePaths = { "leaderIds", "unitIds" })
	List<CalendarEntry> findByWeekIdIn(Collection<Long> weekIds);

	@EntityGraph(attributePaths = { "leaderIds", "unitIds" })
	Optional<CalendarEntry> findWithAllById(long id);

}
