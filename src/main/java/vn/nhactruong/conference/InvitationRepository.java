package vn.nhactruong.conference;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The invitations of a conference. */
public interface InvitationRepository extends JpaRepository<Invitation, Long> {

	List<Invitation> findByConferenceId(long conferenceId);

	Optional<Invitation> findByIdAndConferenceId(long id, long conferenceId);

	@Query("select i.organizationId from Invitation i where i.conferenceId = :conferenceId")
	List<Long> organizationIds(long conferenceId);

	int countByConferenceId(long conferenceId);

}
