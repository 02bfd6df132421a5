package vn.nhactruong.directive;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

/** Directives with what their pages need. */
public interface DirectiveRepository extends JpaRepository<Directive, Long> {

	@EntityGraph(attributePaths = "coordinators")
	Optional<Directive> findWithCoordinatorsById(long id);

	List<Directive> findByParentId(long parentId);

	boolean existsByParentIdAndIdLessThan(Long parentId, Long id);

	@EntityGraph(attributePaths = "coordinators")
	List<Directive> findByParentIdOrderByCode(long parentId);

}
