package vn.nhactruong.workprogram;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Programs by their scope and period. */
public interface WorkProgramRepository extends JpaRepository<WorkProgram, Long> {

	/**
	 * The program, held until the transaction ends: nobody else adds an item, submits or
	 * publishes meanwhile.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select p from WorkProgram p where p.id = :id")
	Optional<WorkProgram> hold(long id);

	Optional<WorkProgram> findByScopeIdAndPeriodKindAndStartsOn(long scopeId, PeriodKind periodKind,
			LocalDate startsOn);

}
