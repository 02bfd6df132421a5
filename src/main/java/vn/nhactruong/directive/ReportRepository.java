package vn.nhactruong.directive;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

/** Completion reports, by directive. */
public interface ReportRepository extends JpaRepository<CompletionReport, Long> {

	List<CompletionReport> findByDirectiveIdOrderById(long directiveId);

	Optional<CompletionReport> findFirstByDirectiveIdOrderByIdDesc(long directiveId);

	Optional<CompletionReport> findByIdAndDirectiveId(long id, long directiveId);

	Optional<CompletionReport> findByDirectiveIdAndStatus(long directiveId, ReportStatus status);

	boolean existsByDirectiveIdAndStatusIn(long directiveId, Collection<ReportStatus> statuses);

}
