package vn.nhactruong.agenda;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface AgendaItemRepository extends JpaRepository<AgendaItem, Long> {

	/** The draft; order it with {@link AgendaItem#IN_ORDER}. */
	@Query("select i from AgendaItem i where i.conferenceId = :conferenceId and i.removedAt is null")
	List<AgendaItem> draft(long conferenceId);

	/** Also an item that was removed. */
	Optional<AgendaItem> findByIdAndConferenceId(long id, long conferenceId);

	@Query("select coalesce(max(i.positionNo), 0) + 1 from AgendaItem i where i.conferenceId = :conferenceId")
	int nextPosition(long conferenceId);

}
