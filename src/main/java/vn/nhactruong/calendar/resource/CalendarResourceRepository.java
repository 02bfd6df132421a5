package vn.nhactruong.calendar.resource;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface CalendarResourceRepository extends JpaRepository<CalendarResource, Long> {

	@Query("select coalesce(max(r.positionNo), 0) + 1 from CalendarResource r where r.kind = :kind")
	int nextPosition(ResourceKind kind);

}
