package vn.nhactruong.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Published versions of the weeks. */
public interface CalendarReleaseRepository extends JpaRepository<CalendarRelease, Long> {

	@EntityGraph(attributePaths = "lines")
	Optional<CalendarRelease> findByWeekIdAndNumber(long weekId, int number);

	/** The given versions of a week, newest first. */
	@EntityGraph(attributePaths = "lines")
	@Query("""
			select r from CalendarRelease r where r.weekId = :weekId and r.number in (:number, :other)
			order by r.number desc
			""")
	List<CalendarRelease> both(long weekId, int number, int other);

	/** All versions of several weeks. */
	@EntityGraph(attributePaths = "lines")
	List<CalendarRelease> findByWeekIdIn(Collection<Long> weekIds);

	/** All versions without their lines, newest first. */
	List<CalendarRelease> findByWeekIdOrderByNumberDesc(long weekId);

	/**
	 * All versions of the weeks from a Monday on, in the order in which they went out,
	 * with the older ones that told of what appears by itself in those weeks.
	 */
	@EntityGraph(attributePaths = "lines")
	@Query("""
			select r from CalendarRelease r join CalendarWeek w on w.id = r.weekId
			where w.monday >= :from or r.id in (
			    select o.id from CalendarRelease o join o.lines l
			    where l.line.entryId is null and l.line.lineKey in (
			        select m.line.lineKey from CalendarRelease n join n.lines m join CalendarWeek v on v.id = n.weekId
			        where v.monday >= :from and m.line.entryId is null))
			order by r.id
			""")
	List<CalendarRelease> toldFrom(LocalDate from);

	/** The newest version of each week that has lines of some name in it. */
	@EntityGraph(attributePaths = "lines")
	@Query("""
			select r from CalendarRelease r join CalendarWeek w on w.id = r.weekId
			where r.number = w.releasedNumber and r.id in (
			    select n.id from CalendarRelease n join n.lines l
			    where l.line.entryId is null and l.line.lineKey like concat(:keys, '%'))
			order by w.monday
			""")
	List<CalendarRelease> newestWith(String keys);

	/** The newest version of each week from a Monday on, in the order of the weeks. */
	@EntityGraph(attributePaths = "lines")
	@Query("""
			select r from CalendarRelease r join CalendarWeek w on w.id = r.weekId
			where w.monday >= :from and r.number = w.releasedNumber order by w.monday
			""")
	List<CalendarRelease> newestFrom(LocalDate from);

}
