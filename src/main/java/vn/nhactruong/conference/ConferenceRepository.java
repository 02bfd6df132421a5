package vn.nhactruong.conference;

import java.util.Optional;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface ConferenceRepository extends JpaRepository<Conference, Long> {

	@EntityGraph(attributePaths = "persons")
	Optional<Conference> findWithPersonsById(long id);

}
