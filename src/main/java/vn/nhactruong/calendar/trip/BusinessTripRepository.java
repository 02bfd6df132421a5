package vn.nhactruong.calendar.trip;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

import vn.nhactruong.calendar.EntryStatus;

/** Trips with all that they say. */
interface BusinessTripRepository extends JpaRepository<BusinessTrip, Long> {

	@EntityGraph(attributePaths = { "leaderIds", "unitIds" })
	Optional<BusinessTrip> findWithAllById(long id);

	/** Those of some units that take any of the days, both included, in every state. */
	@EntityGraph(attributePaths = { "leaderIds", "unitIds" })
	@Query("""
			select t from BusinessTrip t
			where t.registeredUnitId in :units and t.startsOn <= :to and t.endsOn >= :from order by t.id
			""")
	List<BusinessTrip> registered(LocalDate from, LocalDate to, Collection<Long> units);

	/** Those that take any of the days, both included. */
	@EntityGraph(attributePaths = { "leaderIds", "unitIds" })
	@Query("""
			select t from BusinessTrip t
			where t.status in :states and t.startsOn <= :to and t.endsOn >= :from order by t.id
			""")
	List<BusinessTrip> between(LocalDate from, LocalDate to, Collection<EntryStatus> states);

}
