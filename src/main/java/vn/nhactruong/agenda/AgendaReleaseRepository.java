package vn.nhactruong.agenda;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface AgendaReleaseRepository extends JpaRepository<AgendaRelease, Long> {

	@EntityGraph(attributePaths = "items")
	Optional<AgendaRelease> findByConferenceIdAndNumber(long conferenceId, int number);

	/** The given release and the one before it, newest first. */
	@EntityGraph(attributePaths = "items")
	@Query("""
			select r from AgendaRelease r where r.conferenceId = :conferenceId and r.number in (:number, :number - 1)
			order by r.number desc
			""")
	List<AgendaRelease> withPredecessor(long conferenceId, int number);

	/** All releases without their items, newest first. */
	List<AgendaRelease> findByConferenceIdOrderByNumberDesc(long conferenceId);

	@Query("select coalesce(max(r.number), 0) from AgendaRelease r where r.conferenceId = :conferenceId")
	int lastNumber(long conferenceId);

	/** Whether any release, current or older, holds the item. */
	@Query("select count(f) > 0 from AgendaRelease r join r.items f where f.itemId = :itemId")
	boolean isPublished(long itemId);

}
