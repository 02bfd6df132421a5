package vn.nhactruong.directive;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.Role;

/** How timely each unit is, in the four-way counts the government reports by. */
@Service
@Transactional(readOnly = true)
public class DirectiveBoard {

	private final JdbcClient jdbc;

	private final UnitDirectory units;

	private final Clock clock;

	DirectiveBoard(JdbcClient jdbc, UnitDirectory units, Clock clock) {
		this.jdbc = jdbc;
		this.units = units;
		this.clock = clock;
	}

	/**
	 * The lines with anything to count, in the order of the register of units, kinds that
	 * lead together last; one statement. Who doesn't see the whole sector gets the line
	 * of their own unit.
	 * @param year of issue, {@code null} for all
	 * @param kind of unit, {@code null} for all
	 */
	public List<BoardLine> lines(Integer year, OrganizationKind kind, Viewer viewer) {
		if (viewer == null || viewer.is(Role.ADMIN)) {
			return List.of();
		}
		List<String> conditions = new ArrayList<>(List.of(Timeliness.COUNTED));
		Map<String, Object> parameters = new HashMap<>(Map.of("today", LocalDate.now(this.clock)));
		if (!viewer.wholeSector()) {
			conditions.add("d.holder_organization_id = any(:units)");
			parameters.put("units", viewer.unitIds().toArray(Long[]::new));
		}
		if (year != null) {
			conditions.add("d.year = :year");
			parameters.put("year", year);
		}
		if (kind != null) {
			conditions.add(DirectiveFilter.OF_KIND);
			parameters.putAll(DirectiveFilter.ofKind(kind, this.units));
		}
		String counts = Arrays.stream(Timeliness.values())
			.map((timeliness) -> "count(*) filter (where " + timeliness.condition() + ")")
			.collect(Collectors.joining(",\n"));
		Map<Long, BoardLine> byUnit = new HashMap<>();
		List<BoardLine> groups = new ArrayList<>();
		this.jdbc
			.sql("select d.holder_organization_id, d.lead_kind, " + counts + " from directive d where "
					+ String.join(" and ", conditions)
					+ " group by d.holder_organization_id, d.lead_kind order by d.lead_kind")
			.params(parameters)
			.query((row) -> {
				Long unit = row.getObject(1, Long.class);
				String group = row.getString(2);
				BoardLine line = new BoardLine(unit, this.units.name(unit),
						(group != null) ? OrganizationKind.valueOf(group) : null, row.getLong(3), row.getLong(4),
						row.getLong(5), row.getLong(6), row.getLong(7));
				if (unit != null) {
					byUnit.put(unit, line);
				}
				else {
					groups.add(line);
				}
			});
		List<BoardLine> lines = new ArrayList<>(
				this.units.all().stream().map(Unit::id).filter(byUnit::containsKey).map(byUnit::get).toList());
		lines.addAll(groups);
		return lines;
	}

	/**
	 * The lines for those who monitor all units; those without any work are there, too.
	 */
	List<BoardLine> wholeBoard(Integer year, OrganizationKind kind, Viewer viewer) {
		if (!viewer.wholeSector()) {
			throw new NotAllowedException("board");
		}
		List<BoardLine> counted = lines(year, kind, viewer);
		LocalDate today = LocalDate.now(this.clock);
		List<BoardLine> lines = new ArrayList<>();
		for (Unit unit : this.units.all()) {
			counted.stream()
				.filter((line) -> Long.valueOf(unit.id()).equals(line.unitId()))
				.findFirst()
				.or(() -> idle(unit, kind, today))
				.ifPresent(lines::add);
		}
		counted.stream().filter((line) -> line.group() != null).forEach(lines::add);
		return lines;
	}

	/** What is open and overdue in all units; for who monitors them all. */
	public Overdue overdue() {
		return this.jdbc
			.sql("select count(*), min(d.due_on) from directive d where " + Timeliness.OPEN_OVERDUE.condition())
			.param("today", LocalDate.now(this.clock))
			.query((row, number) -> new Overdue(row.getLong(1), row.getObject(2, LocalDate.class)))
			.single();
	}

	/**
	 * How many are overdue.
	 *
	 * @param since the earliest of their deadlines, {@code null} without any
	 */
	public record Overdue(long count, LocalDate since) {
	}

	/** The sum of all lines, without a unit. */
	public static BoardLine total(List<BoardLine> lines) {
		return lines.stream().reduce(new BoardLine(null, null, null, 0, 0, 0, 0, 0), BoardLine::plus);
	}

	private static Optional<BoardLine> idle(Unit unit, OrganizationKind kind, LocalDate today) {
		boolean shown = unit.isValidOn(today) && unit.kind() != OrganizationKind.EXTERNAL
				&& unit.kind() != OrganizationKind.MINISTRY && (kind == null || unit.kind() == kind);
		return shown ? Optional.of(new BoardLine(unit.id(), unit.name(), null, 0, 0, 0, 0, 0)) : Optional.empty();
	}

}
