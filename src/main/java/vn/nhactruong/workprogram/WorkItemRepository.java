package vn.nhactruong.workprogram;

import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Items of the programs. */
public interface WorkItemRepository extends JpaRepository<WorkItem, Long> {

	@EntityGraph(attributePaths = "coordinatingIds")
	Optional<WorkItem> findByIdAndProgramId(long id, long programId);

	@EntityGraph(attributePaths = "coordinatingIds")
	Optional<WorkItem> findWithCoordinatingIdsById(long id);

	@EntityGraph(attributePaths = "coordinatingIds")
	List<WorkItem> findByProgramIdAndProposalOrderByDueOnAscNumberAsc(long programId, ProposalStatus proposal);

	@EntityGraph(attributePaths = "coordinatingIds")
	List<WorkItem> findByIdIn(List<Long> ids);

	@EntityGraph(attributePaths = "coordinatingIds")
	List<WorkItem> findByParentId(long parentId);

	int countByProgramIdAndProposal(long programId, ProposalStatus proposal);

	@Query("select coalesce(max(i.number), 0) from WorkItem i where i.programId = :programId")
	int lastNumber(long programId);

}
