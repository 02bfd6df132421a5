package vn.nhactruong.workingday;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

interface HolidayRepository extends Repository<Holiday, Long> {

	List<Holiday> findAll();

	List<Holiday> findByDayBetweenOrderByDay(LocalDate first, LocalDate last);

	Optional<Holiday> findById(long id);

	Optional<Holiday> findByDay(LocalDate day);

	Holiday saveAndFlush(Holiday holiday);

	void delete(Holiday holiday);

}
