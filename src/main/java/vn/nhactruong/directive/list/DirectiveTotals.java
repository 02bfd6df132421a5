package vn.nhactruong.directive.list;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.Timeliness;
import vn.nhactruong.directive.figure.BoardLine;
import vn.nhactruong.directive.figure.DirectiveBoard;
import vn.nhactruong.directive.figure.DirectiveFigures;
import vn.nhactruong.directive.figure.Figure;
import vn.nhactruong.directive.figure.FigurePeriod;
import vn.nhactruong.directive.figure.FigureScope;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.ListRequest;

/**
 * How many rows a list has, where the tally knows it: the lists that the board and the
 * statistics lead to. Nothing is counted row by row for these.
 */
@Component
class DirectiveTotals {

	/** What the board's lists are asked for by. */
	private static final Set<String> OF_BOARD = Set.of("timeliness", "unit", "group", "unitKind", "year");

	private final DirectiveFigures figures;

	private final DirectiveBoard board;

	private final UnitDirectory units;

	private final Clock clock;

	DirectiveTotals(DirectiveFigures figures, DirectiveBoard board, UnitDirectory units, Clock clock) {
		this.units = units;
		this.figures = figures;
		this.board = board;
		this.clock = clock;
	}

	/** How many a statistic counts whose number the list is about, if it is about one. */
	OptionalLong counted(ListRequest list, Viewer viewer) {
		return list.constant("figure", Figure.class)
			.map((figure) -> OptionalLong
				.of(this.figures.count(figure, FigurePeriod.of(list, today()), FigureScope.of(list), null, viewer)))
			.orElseGet(OptionalLong::empty);
	}

	/**
	 * How many rows the list has, if that is known.
	 * @param counted as above
	 */
	OptionalLong of(ListRequest list, OptionalLong counted, Viewer viewer) {
		if (counted.isPresent() && list.isFilteredOnlyBy(FigureScope.PARAMETERS)) {
			return counted;
		}
		Optional<Figure> judged = judged(list);
		if (judged.isEmpty() || !viewer.wholeSector() || !list.isFilteredOnlyBy(OF_BOARD)) {
			return OptionalLong.empty();
		}
		Integer year = list.year("year").orElse(null);
		Optional<OrganizationKind> kind = list.constant("unitKind", OrganizationKind.class);
		Optional<OrganizationKind> group = list.constant("group", OrganizationKind.class);
		Optional<Long> unit = list.number("unit", (id) -> this.units.find(id).isPresent());
		if (kind.isPresent()) {
			return (group.isPresent() || unit.isPresent()) ? OptionalLong.empty() : OptionalLong
				.of(count(DirectiveBoard.total(this.board.lines(year, kind.get(), viewer)), judged.get()));
		}
		if (unit.isPresent() && group.isPresent()) {
			return OptionalLong.of(0);
		}
		FigureScope scope = unit.map(FigureScope.ALL::ofHeir)
			.or(() -> group.map(FigureScope.ALL::ofGroup))
			.orElse(FigureScope.ALL);
		return OptionalLong.of(this.figures.count(judged.get(), FigurePeriod.until(today()), scope, year, viewer));
	}

	private static long count(BoardLine line, Figure figure) {
		return (figure == Figure.TOTAL) ? line.total() : line.count(Timeliness.valueOf(figure.name()));
	}

	/** The columns of the board have the names of figures. */
	private static Optional<Figure> judged(ListRequest list) {
		if (DirectiveFilter.ANY.equals(list.parameter("timeliness"))) {
			return Optional.of(Figure.TOTAL);
		}
		if (DirectiveFilter.SLIPPING.equals(list.parameter("timeliness"))) {
			return Optional.empty();
		}
		return list.constant("timeliness", Timeliness.class).map((timeliness) -> Figure.valueOf(timeliness.name()));
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
