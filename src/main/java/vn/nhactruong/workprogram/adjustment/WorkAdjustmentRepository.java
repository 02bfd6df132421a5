package vn.nhactruong.workprogram.adjustment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;

interface WorkAdjustmentRepository extends JpaRepository<WorkAdjustment, Long> {

	Optional<WorkAdjustment> findByIdAndProgramId(long id, long programId);

	List<WorkAdjustment> findByProgramIdOrderByIdDesc(long programId);

	List<WorkAdjustment> findByProgramIdAndStatusOrderById(long programId, AdjustmentStatus status);

	List<WorkAdjustment> findByItemIdAndStatusOrderById(long itemId, AdjustmentStatus status);

	int countByProgramIdAndStatusIn(long programId, Collection<AdjustmentStatus> statuses);

	boolean existsByItemIdAndKindAndStatusIn(long itemId, AdjustmentKind kind, Collection<AdjustmentStatus> statuses);

	boolean existsByItemIdAndKindAndStatusAndRequestedByIdIn(long itemId, AdjustmentKind kind, AdjustmentStatus status,
			Collection<Long> unitIds);

}
