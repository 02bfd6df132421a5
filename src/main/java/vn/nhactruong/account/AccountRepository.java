package vn.nhactruong.account;

import java.util.Optional;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface AccountRepository extends JpaRepository<Account, Long> {

	@EntityGraph(attributePaths = "grants")
	Optional<Account> findWithGrantsById(long id);

	Optional<Account> findByUsername(String username);

	boolean existsByUsername(String username);

}
