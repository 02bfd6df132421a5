package vn.nhactruong.conclusion.review;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

/** What leaders said about clauses. */
public interface ClauseCommentRepository extends JpaRepository<ClauseComment, Long> {

	List<ClauseComment> findByConclusionIdOrderById(long conclusionId);

	Optional<ClauseComment> findByIdAndConclusionId(long id, long conclusionId);

}
