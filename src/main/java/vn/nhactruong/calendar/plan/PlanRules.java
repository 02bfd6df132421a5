package vn.nhactruong.calendar.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.CalendarAccess;
import vn.nhactruong.calendar.Week;
import vn.nhactruong.calendar.resource.CalendarResources;
import vn.nhactruong.calendar.resource.Resource;
import vn.nhactruong.calendar.resource.ResourceKind;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.setting.RuleKey;
import vn.nhactruong.setting.Settings;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.RuleViolation;

/**
 * What can't be put into a week: a day that is over or too far, a leader, room or car
 * that is unknown or out of use, a unit that isn't there then. Each answers with the
 * sentence for its field.
 */
@Component
public class PlanRules {

	private final CalendarResources resources;

	private final CalendarAccess access;

	private final UnitDirectory units;

	private final Settings settings;

	private final Clock clock;

	PlanRules(CalendarResources resources, CalendarAccess access, UnitDirectory units, Settings settings, Clock clock) {
		this.resources = resources;
		this.access = access;
		this.units = units;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Why nothing can be put on the day any more, or not yet.
	 * @param before the day where it stands, which may be as far as it likes, or
	 * {@code null}
	 */
	public Optional<RuleViolation> closed(String field, LocalDate day, LocalDate before, Viewer viewer) {
		LocalDate today = LocalDate.now(this.clock);
		if (day == null) {
			return Optional.empty();
		}
		if (!this.access.mayArrange(viewer) && day.isBefore(today)) {
			return Optional.of(RuleViolation.at(field, "calendar.error.dayPast"));
		}
		Week week = Week.of(day);
		if (week.isOver(today)) {
			return Optional.of(RuleViolation.at(field, "calendar.error.weekOver", week.number()));
		}
		if (day.equals(before)) {
			return Optional.empty();
		}
		return this.settings.find(RuleKey.CALENDAR_HORIZON, today)
			.map((months) -> today.plusMonths(months.number()))
			.filter(day::isAfter)
			.map((last) -> RuleViolation.at(field, "calendar.error.dayFar", DateFormats.day(last)));
	}

	/**
	 * What is chosen and can't be had. What was chosen before it went out of use stays.
	 */
	public List<RuleViolation> unusable(Wanted wanted, Wanted before) {
		Map<Long, Resource> catalogue = this.resources.all();
		List<RuleViolation> found = new ArrayList<>();
		wanted.leaderIds()
			.forEach((leader) -> unusable(catalogue, leader, ResourceKind.LEADER, before.leaderIds().contains(leader),
					"leaderIds")
				.ifPresent(found::add));
		unusable(catalogue, wanted.roomId(), ResourceKind.ROOM, Objects.equals(before.roomId(), wanted.roomId()),
				"roomId")
			.ifPresent(found::add);
		unusable(catalogue, wanted.carId(), ResourceKind.CAR, Objects.equals(before.carId(), wanted.carId()), "carId")
			.ifPresent(found::add);
		return found;
	}

	private static Optional<RuleViolation> unusable(Map<Long, Resource> catalogue, Long id, ResourceKind kind,
			boolean kept, String field) {
		if (id == null) {
			return Optional.empty();
		}
		Resource resource = catalogue.get(id);
		if (resource == null || resource.kind() != kind) {
			return Optional.of(RuleViolation.at(field, "calendar.error.unknown." + kind));
		}
		return (resource.retired() && !kept)
				? Optional.of(RuleViolation.at(field, "calendar.error.retired", resource.name())) : Optional.empty();
	}

	/**
	 * Units that there are not, on the day if one is given: which there are on a day that
	 * can't be chosen is nobody's question.
	 */
	public List<RuleViolation> absent(Long preparingUnitId, Collection<Long> unitIds, LocalDate day) {
		List<RuleViolation> found = new ArrayList<>();
		absent(preparingUnitId, day, "preparingUnitId").ifPresent(found::add);
		unitIds.forEach((unit) -> absent(unit, day, "unitIds").ifPresent(found::add));
		return found;
	}

	private Optional<RuleViolation> absent(Long id, LocalDate day, String field) {
		if (id == null) {
			return Optional.empty();
		}
		Optional<Unit> unit = this.units.find(id);
		if (unit.isEmpty()) {
			return Optional.of(RuleViolation.at(field, "calendar.error.unknownUnit"));
		}
		return unit.filter((found) -> day != null && !found.isValidOn(day))
			.map((found) -> RuleViolation.at(field, "calendar.error.unitNotValid", found.name(), DateFormats.day(day)));
	}

	/** What of the catalogue something takes up. */
	public record Wanted(Set<Long> leaderIds, Long roomId, Long carId) {

		public static final Wanted NOTHING = new Wanted(Set.of(), null, null);

	}

}
