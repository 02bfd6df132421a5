package vn.nhactruong.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.figure.DirectiveFigures;
import vn.nhactruong.directive.figure.FigurePeriod;
import vn.nhactruong.directive.figure.FigureScope;
import vn.nhactruong.directive.figure.Figures;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.setting.RuleKey;
import vn.nhactruong.setting.Settings;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.RuleViolation;

/**
 * Answers what a statistic asks. Counted is what was given until the period's end and not
 * done before its beginning: what was carried over and what was given in it. It is judged
 * as it stood in the evening of the last day, or stands today while the period runs;
 * later acts change nothing of a past period. Two statements, however many directives.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class Statistics {

	/** A short period is read beside this many years. */
	private static final int LEAST_YEARS = 10;

	private final DirectiveFigures figures;

	private final UnitDirectory units;

	private final Settings settings;

	private final Clock clock;

	Statistics(DirectiveFigures figures, UnitDirectory units, Settings settings, Clock clock) {
		this.figures = figures;
		this.units = units;
		this.settings = settings;
		this.clock = clock;
	}

	/** Who doesn't see the whole sector gets the lines of what their own unit holds. */
	StatisticsPage page(StatisticsForm form, Viewer viewer) {
		check(form, viewer);
		FigurePeriod period = period(form);
		FigureScope scope = scope(form, viewer);
		LocalDate today = LocalDate.now(this.clock);
		Map<Long, Figures> byUnit = new HashMap<>();
		Map<OrganizationKind, Figures> byGroup = new HashMap<>();
		this.figures.byLead(period, scope, viewer).forEach((lead, counted) -> {
			if (lead.unit() == null) {
				byGroup.merge(lead.group(), counted, Figures::plus);
			}
			else {
				byUnit.merge((form.getReading() == Reading.GIVEN) ? lead.unit()
						: Long.valueOf(this.units.holderOn(lead.unit(), today).id()), counted, Figures::plus);
			}
		});
		List<StatisticsLine> lines = new ArrayList<>();
		for (Unit unit : this.units.all()) {
			if (byUnit.containsKey(unit.id())) {
				lines.add(new StatisticsLine(unit.name(),
						unit.isValidOn(today) ? null : DateFormats.day(unit.validTo()), null, period,
						(form.getReading() == Reading.GIVEN) ? scope.ofLead(unit.id()) : scope.ofHeir(unit.id()),
						byUnit.get(unit.id())));
			}
		}
		for (OrganizationKind group : OrganizationKind.values()) {
			if (byGroup.containsKey(group)) {
				lines.add(new StatisticsLine(null, null, group, period, scope.ofGroup(group), byGroup.get(group)));
			}
		}
		Figures total = lines.stream().map(StatisticsLine::figures).reduce(Figures.NONE, Figures::plus);
		return new StatisticsPage(period, period.dayOf(today), lines,
				new StatisticsLine(null, null, null, period, scope, total), years(period, scope, viewer));
	}

	/**
	 * The reporting years until that of the period's end: all that it touches, as far
	 * back as days are taken, and at least ten; those before the first directive are left
	 * out.
	 */
	private List<StatisticsLine> years(FigurePeriod period, FigureScope scope, Viewer viewer) {
		LocalDate today = LocalDate.now(this.clock);
		List<FigurePeriod> years = new ArrayList<>();
		FigurePeriod year = ReportingPeriod.YEAR.around(period.dayOf(today), closing());
		while (years.size() < LEAST_YEARS || !year.to().isBefore(period.from())) {
			years.add(0, year);
			year = ReportingPeriod.YEAR.before(year.to(), closing());
		}
		List<Figures> counted = this.figures.byPeriod(years, scope, viewer);
		List<StatisticsLine> lines = new ArrayList<>();
		for (int i = 0; i < years.size(); i++) {
			if (!lines.isEmpty() || counted.get(i).total() > 0) {
				lines.add(new StatisticsLine(String.valueOf(years.get(i).to().getYear()), null, null, years.get(i),
						scope, counted.get(i)));
			}
		}
		return lines;
	}

	/** The day of a month on which the data of a period closes. */
	int closing() {
		return this.settings.number(RuleKey.PERIOD_CLOSING_DAY, LocalDate.now(this.clock));
	}

	/**
	 * Reads nothing.
	 * @throws RuleViolation with all that keeps it from being answered
	 */
	void check(StatisticsForm form, Viewer viewer) {
		RuleViolation.checkAll(() -> period(form), () -> scope(form, viewer));
	}

	/** Without days: the reporting year that runs. */
	private FigurePeriod period(StatisticsForm form) {
		LocalDate today = LocalDate.now(this.clock);
		if (form.getFrom() == null && form.getTo() == null) {
			return ReportingPeriod.YEAR.around(today, closing());
		}
		if (form.getFrom() == null) {
			throw RuleViolation.at("from", "statistics.error.fromMissing");
		}
		if (form.getTo() == null) {
			throw RuleViolation.at("to", "statistics.error.toMissing");
		}
		if (form.getTo().isBefore(form.getFrom())) {
			throw RuleViolation.at("to", "statistics.error.toBeforeFrom", DateFormats.day(form.getFrom()));
		}
		if (form.getFrom().isAfter(today)) {
			throw RuleViolation.at("from", "statistics.error.notBegun", DateFormats.day(today));
		}
		return new FigurePeriod(form.getFrom(), form.getTo());
	}

	/** Who doesn't see the whole sector chooses nothing but the source. */
	private FigureScope scope(StatisticsForm form, Viewer viewer) {
		if (!viewer.wholeSector()) {
			form.setKind(null);
			form.setRegion(null);
			form.setUnit(List.of());
		}
		RuleViolation.checkAll(() -> {
			if (!this.figures.sources().containsAll(form.getSource())) {
				throw RuleViolation.at("source", "statistics.error.unknownSource");
			}
		}, () -> {
			if (form.getUnit().stream().anyMatch((unit) -> this.units.find(unit).isEmpty())) {
				throw RuleViolation.at("unit", "statistics.error.unknownUnit");
			}
		});
		return new FigureScope(form.getKind(), form.getRegion(), form.getUnit(), form.getSource());
	}

}
