package vn.nhactruong.conclusion;

import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** Conclusions by their conference. */
public interface ConclusionRepository extends JpaRepository<Conclusion, Long> {

	Optional<Conclusion> findByConferenceId(long conferenceId);

	boolean existsByConferenceIdAndPrintedAboutIsNotNull(long conferenceId);

	/** The last notice of a real conference, for who signs. */
	@Query("""
			select k from Conclusion k where k.number is not null
			    and k.conferenceId in (select c.id from Conference c where not c.example)
			order by k.issuedAt desc limit 1
			""")
	Optional<Conclusion> lastIssued();

	/**
	 * For writing: everything done to one conclusion happens one after the other, so that
	 * an edit can't slip past a submission or an issue.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select c from Conclusion c where c.conferenceId = :conferenceId")
	Optional<Conclusion> lock(long conferenceId);

	/** Begins the draft with the first thing written into it, whoever comes first. */
	@Modifying
	@Query(value = "insert into conclusion (conference_id) values (:conferenceId) on conflict do nothing",
			nativeQuery = true)
	void begin(long conferenceId);

}
