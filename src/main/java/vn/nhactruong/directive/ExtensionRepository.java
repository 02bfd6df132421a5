package vn.nhactruong.directive;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

interface ExtensionRepository extends JpaRepository<Extension, Long> {

	List<Extension> findByDirectiveIdOrderById(long directiveId);

	Optional<Extension> findByIdAndDirectiveId(long id, long directiveId);

	boolean existsByDirectiveIdAndStatusIn(long directiveId, Collection<ExtensionStatus> statuses);

}
