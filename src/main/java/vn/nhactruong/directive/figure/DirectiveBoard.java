package vn.nhactruong.directive.figure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.Timeliness;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.NotAllowedException;

/** How timely each unit is, in the four-way counts the government reports by. */
@Service
@Transactional(readOnly = true)
@NamedInterface("figure")
public class DirectiveBoard {

	private final JdbcClient jdbc;

	private final DirectiveFigures figures;

	private final UnitDirectory units;

	private final Clock clock;

	DirectiveBoard(JdbcClient jdbc, DirectiveFigures figures, UnitDirectory units, Clock clock) {
		this.jdbc = jdbc;
		this.figures = figures;
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
		LocalDate today = LocalDate.now(this.clock);
		Map<Long, Figures> byUnit = new HashMap<>();
		List<BoardLine> groups = new ArrayList<>();
		this.figures.byLead(FigurePeriod.until(today), FigureScope.ALL, year, viewer, today)
			.forEach((lead, counted) -> {
				if (lead.unit() != null) {
					byUnit.merge(this.units.holderOn(lead.unit(), today).id(), counted, Figures::plus);
				}
				else if (kind == null || kind == lead.group()) {
					groups.add(line(null, "", lead.group(), counted));
				}
			});
		List<BoardLine> lines = new ArrayList<>();
		for (Unit unit : this.units.all()) {
			if (byUnit.containsKey(unit.id()) && (kind == null || kind == unit.kind())) {
				lines.add(line(unit.id(), unit.name(), null, byUnit.get(unit.id())));
			}
		}
		groups.sort(Comparator.comparing((line) -> line.group().name()));
		lines.addAll(groups);
		return lines;
	}

	private static BoardLine line(Long unitId, String name, OrganizationKind group, Figures figures) {
		return new BoardLine(unitId, name, group, figures.doneOnTime(), figures.doneLate(), figures.openInTime(),
				figures.openOverdue(), figures.noDeadline());
	}

	/**
	 * The lines for those who monitor all units; those without any work are there, too.
	 */
	public List<BoardLine> wholeBoard(Integer year, OrganizationKind kind, Viewer viewer) {
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
		long count = this.figures.now().openOverdue();
		return new Overdue(count, (count == 0) ? null
				: this.jdbc.sql("select min(d.due_on) from directive d where " + Timeliness.OPEN_OVERDUE.condition())
					.param("today", LocalDate.now(this.clock))
					.query(LocalDate.class)
					.single());
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
