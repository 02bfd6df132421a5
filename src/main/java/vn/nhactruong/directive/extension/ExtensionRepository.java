package vn.nhactruong.directive.extension;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

/** Requests for more time, by directive. */
public interface ExtensionRepository extends JpaRepository<Extension, Long> {

	List<Extension> findByDirectiveIdOrderById(long directiveId);

	Optional<Extension> findFirstByDirectiveIdOrderByIdDesc(long directiveId);

	Optional<Extension> findByIdAndDirectiveId(long id, long directiveId);

	boolean existsByDirectiveIdAndStatusIn(long directiveId, Collection<ExtensionStatus> statuses);

}
