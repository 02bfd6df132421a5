package vn.nhactruong.setting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RuleSettingRepository extends Repository<RuleSetting, Long> {

	RuleSetting saveAndFlush(RuleSetting setting);

	void delete(RuleSetting setting);

	void flush();

	@Query("select s from RuleSetting s where s.key = :key order by s.effectiveFrom desc")
	List<RuleSetting> newestFirst(RuleKey key);

	@Query("""
			select s from RuleSetting s where s.key = :key and s.effectiveFrom <= :day
			and (s.effectiveTo is null or s.effectiveTo >= :day)""")
	Optional<RuleSetting> inForce(RuleKey key, LocalDate day);

	@Query("select min(s.effectiveFrom) from RuleSetting s where s.key = :key and s.effectiveFrom > :day")
	Optional<LocalDate> nextStart(RuleKey key, LocalDate day);

}
