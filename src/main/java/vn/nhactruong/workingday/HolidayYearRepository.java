package vn.nhactruong.workingday;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

interface HolidayYearRepository extends Repository<HolidayYear, Integer> {

	List<HolidayYear> findAll();

	Optional<HolidayYear> findById(int year);

	HolidayYear saveAndFlush(HolidayYear year);

}
