package vn.nhactruong.directive;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

/** The units waited for, by directive. */
public interface AwaitedRepository extends JpaRepository<AwaitedContribution, Long> {

	List<AwaitedContribution> findByDirectiveIdOrderByDueOnAscIdAsc(long directiveId);

	List<AwaitedContribution> findByDirectiveIdInOrderByDueOnAscIdAsc(Collection<Long> directiveIds);

	Optional<AwaitedContribution> findByIdAndDirectiveId(long id, long directiveId);

}
