package vn.nhactruong.directive.reopening;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

/** Requests to take up again, by directive. */
public interface ReopeningRepository extends JpaRepository<Reopening, Long> {

	List<Reopening> findByDirectiveIdOrderById(long directiveId);

	Optional<Reopening> findByDirectiveIdAndStatus(long directiveId, ReopeningStatus status);

}
