package vn.nhactruong.conclusion;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ClauseRepository extends JpaRepository<Clause, Long> {

	@Query("select c from Clause c join fetch c.conclusion where c.id = :id")
	Optional<Clause> findWithConclusion(long id);

	/**
	 * Holds a clause until the transaction ends.
	 * @return whether it is marked as giving nobody a task, as it stands now
	 */
	@Query(value = "select no_task from clause where id = :id for update", nativeQuery = true)
	boolean lock(long id);

	/**
	 * All clauses of the conclusions to which these belong: a number needs the others.
	 */
	@Query("""
			select c from Clause c join fetch c.conclusion k
			where k.id in (select d.conclusion.id from Clause d where d.id in :ids) order by k.id, c.position, c.id
			""")
	List<Clause> withNeighbours(Collection<Long> ids);

}
