package vn.nhactruong.directive;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

interface ReopeningRepository extends JpaRepository<Reopening, Long> {

	List<Reopening> findByDirectiveIdOrderById(long directiveId);

	Optional<Reopening> findByDirectiveIdAndStatus(long directiveId, ReopeningStatus status);

}
