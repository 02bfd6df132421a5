package vn.nhactruong.attendance;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

interface AttendeeRepository extends JpaRepository<Attendee, Long> {

	Optional<Attendee> findByIdAndConferenceId(long id, long conferenceId);

	List<Attendee> findByConferenceIdAndOrganizationIdOrderById(long conferenceId, long organizationId);

}
