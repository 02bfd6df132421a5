package vn.nhactruong.workingday;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.RuleViolation;

/**
 * Keeps the special days as they are announced: how Tết is split, which day beside
 * National Day is off, which Saturdays are worked. Anybody signed in may read them,
 * administrators change them (held at the endpoints); who only counts asks
 * {@link WorkingDays}.
 */
@Service
@Transactional
public class Holidays {

	/** A swap further apart than this is a slip of the hand. */
	private static final int LONGEST_SWAP = 60;

	private final HolidayRepository holidays;

	private final HolidayYearRepository years;

	private final LegalHolidays legal;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final EntityManager entities;

	private final List<RunningDeadlines> deadlines;

	Holidays(HolidayRepository holidays, HolidayYearRepository years, LegalHolidays legal,
			ApplicationEventPublisher events, Clock clock, EntityManager entities, List<RunningDeadlines> deadlines) {
		this.holidays = holidays;
		this.years = years;
		this.legal = legal;
		this.events = events;
		this.clock = clock;
		this.entities = entities;
		this.deadlines = deadlines;
	}

	/**
	 * The special days of a year in their order: those stored, or, while nothing is
	 * stored, those computed from the law.
	 */
	@Transactional(readOnly = true)
	public List<SpecialDay> of(Year year) {
		return this.years.findById(year.getValue())
			.map((known) -> stored(year.getValue()).stream().map(Holiday::toSpecialDay).toList())
			.orElseGet(() -> this.legal.of(year.getValue()));
	}

	/**
	 * The days of a year.
	 * @param counting whether to say of each day off what is due on it
	 */
	@Transactional(readOnly = true)
	HolidayYearPage page(int year, boolean counting, Locale locale) {
		requireKnowable(year);
		Optional<HolidayYear> known = this.years.findById(year);
		List<Holiday> stored = known.isPresent() ? stored(year) : List.of();
		List<SpecialDay> specials = known.isPresent() ? stored.stream().map(Holiday::toSpecialDay).toList()
				: this.legal.of(year);
		Map<LocalDate, Long> due = counting
				? due(specials.stream().filter((special) -> !special.kind().isWorked()).map(SpecialDay::day).toList())
				: Map.of();
		List<HolidayYearPage.Day> days = known.isPresent()
				? stored.stream()
					.map((holiday) -> day(holiday.getId(), holiday.toSpecialDay(), holiday.isSwap(),
							holiday.getVersion(), holiday.isToCompare(), due, locale))
					.toList()
				: specials.stream().map((special) -> day(null, special, false, 0, false, due, locale)).toList();
		return new HolidayYearPage(year, known.map(HolidayYear::getStatus).orElse(HolidayYearStatus.COMPUTED),
				known.map(HolidayYear::getConfirmedAt).orElse(null),
				known.map(HolidayYear::getConfirmedBy).orElse(null),
				known.map(HolidayYear::getAnnouncement).orElse(null), days, months(year, days),
				HolidayChecks.of(year, of(Year.of(year))),
				days.stream().filter((day) -> HolidayCalendar.isWeekday(day.day()) && !day.kind().isWorked()).count());
	}

	/** Stores what the law says of a year, to be checked and confirmed. */
	void propose(int year, Actor actor) {
		requireKnowable(year);
		if (this.years.findById(year).isPresent()) {
			throw RuleViolation.of("workingday.error.alreadyProposed", Integer.toString(year));
		}
		this.years.saveAndFlush(new HolidayYear(year));
		this.legal.of(year).forEach((special) -> this.holidays.saveAndFlush(new Holiday(special)));
		written(actor, "workingday.audit.proposed", year, new Changes());
	}

	/** The form of a new day; its year must have been proposed. */
	@Transactional(readOnly = true)
	HolidayForm add(int year) {
		requireProposed(year, null);
		return new HolidayForm();
	}

	void add(int year, HolidayForm form, Actor actor) {
		change(year);
		requireFree(year, form.getDay(), "day");
		Holiday holiday = this.holidays.saveAndFlush(new Holiday(form.toSpecialDay()));
		written(actor, "workingday.audit.added", year, subject(holiday), changes(null, holiday.toSpecialDay()));
		recheck(year, actor);
	}

	@Transactional(readOnly = true)
	HolidayForm edit(int year, long id) {
		Holiday holiday = get(year, id);
		if (holiday.isSwap()) {
			throw RuleViolation.of("workingday.error.swapIsAPair");
		}
		return HolidayForm.of(holiday);
	}

	void update(int year, long id, HolidayForm form, Actor actor) {
		change(year);
		Holiday holiday = get(year, id);
		form.requireVersion(holiday.getVersion(), () -> HolidayForm.of(holiday));
		SpecialDay before = holiday.toSpecialDay();
		if (!form.getDay().equals(holiday.getDay())) {
			requireFree(year, form.getDay(), "day");
		}
		holiday.describe(form.toSpecialDay());
		this.holidays.saveAndFlush(holiday);
		Changes changes = changes(before, holiday.toSpecialDay());
		if (!changes.isEmpty()) {
			written(actor, "workingday.audit.changed", year, subject(holiday), changes);
			recheck(year, actor);
		}
	}

	/**
	 * Makes a day an ordinary one again; of a swap both days.
	 * @param version which version of it the administrator looked at
	 */
	void remove(int year, long id, int version, Actor actor) {
		change(year);
		Holiday holiday = get(year, id);
		if (holiday.getVersion() != version) {
			throw RuleViolation.of("workingday.error.changedMeanwhile", DateFormats.day(holiday.getDay()));
		}
		this.holidays.delete(holiday);
		written(actor, "workingday.audit.removed", year, subject(holiday), changes(holiday.toSpecialDay(), null));
		if (holiday.isSwap()) {
			this.holidays.findByDay(holiday.getCounterpart()).ifPresent((other) -> {
				if (other.getDay().getYear() != year) {
					change(other.getDay().getYear());
				}
				this.holidays.delete(other);
				written(actor, "workingday.audit.removed", other.getDay().getYear(), subject(other),
						changes(other.toSpecialDay(), null));
				if (other.getDay().getYear() != year) {
					recheck(other.getDay().getYear(), actor);
				}
			});
		}
		recheck(year, actor);
	}

	/** A day off is worked for on a Saturday or Sunday, be it in the year beside. */
	void swap(int year, SwapForm form, Actor actor) {
		LocalDate off = form.getDayOff();
		LocalDate worked = form.getDayWorked();
		change(year);
		if (worked.getYear() != year && this.years.findById(worked.getYear()).isPresent()) {
			change(worked.getYear());
		}
		checkSwap(year, form);
		List<SpecialDay> halves = this.legal.swap(off, worked, form.getSource());
		this.holidays.saveAndFlush(new Holiday(halves.get(0), worked));
		this.holidays.saveAndFlush(new Holiday(halves.get(1), off));
		written(actor, "workingday.audit.swapped", year, (locale) -> DateFormats.day(off),
				new Changes().field("swapForm.dayOff", null, off)
					.field("swapForm.dayWorked", null, worked)
					.field("swapForm.source", null, form.getSource()));
	}

	/**
	 * Writes nothing.
	 * @throws RuleViolation with all that is wrong with the days typed so far
	 */
	@Transactional(readOnly = true)
	void checkSwap(int year, SwapForm form) {
		LocalDate off = form.getDayOff();
		LocalDate worked = form.getDayWorked();
		RuleViolation.checkAll(() -> {
			if (off != null) {
				requireFree(year, off, "dayOff");
				requireWeekday(off);
			}
		}, () -> {
			if (worked != null) {
				requireRestDay(worked);
				if (off != null && Math.abs(ChronoUnit.DAYS.between(off, worked)) > LONGEST_SWAP) {
					throw RuleViolation.at("dayWorked", "workingday.error.swapTooFar", LONGEST_SWAP);
				}
				requireProposed(worked.getYear(), "dayWorked");
				requireFree(worked.getYear(), worked, "dayWorked");
			}
		});
	}

	private static void requireWeekday(LocalDate off) {
		if (!HolidayCalendar.isWeekday(off)) {
			throw RuleViolation.at("dayOff", "workingday.error.swapOffOnRestDay", DateFormats.day(off));
		}
	}

	private static void requireRestDay(LocalDate worked) {
		if (HolidayCalendar.isWeekday(worked)) {
			throw RuleViolation.at("dayWorked", "workingday.error.swapOntoWorkingDay", DateFormats.day(worked));
		}
	}

	/** The form that confirms a year as it is now. */
	@Transactional(readOnly = true)
	ConfirmationForm confirmation(int year) {
		ConfirmationForm form = new ConfirmationForm();
		form.setVersion(this.years.findById(year).map(HolidayYear::getVersion).orElse(0));
		return form;
	}

	/**
	 * Confirms a year by its announcement, which from then on is the source of what the
	 * law had left open and of what came with the portal without having been compared.
	 */
	void confirm(int year, ConfirmationForm form, Actor actor) {
		HolidayYear known = requireProposed(year, null);
		// Read before the change, which makes a new version of the year.
		ConfirmationForm current = confirmation(year);
		change(year);
		boolean toCompare = stored(year).stream().anyMatch(Holiday::isToCompare);
		known.requireUnconfirmed(toCompare);
		form.requireVersion(current.getVersion(), () -> current);
		String announcement = form.getAnnouncement().strip();
		known.confirm(toCompare, announcement, this.clock.instant(), actor.displayName());
		int findings = HolidayChecks.of(year, of(Year.of(year))).size();
		if (findings > 0) {
			throw RuleViolation.of("workingday.error.findings", findings);
		}
		String expected = this.legal.source(year, true);
		stored(year).stream()
			.filter((holiday) -> holiday.isToCompare() || holiday.getSource().equals(expected))
			.forEach((holiday) -> {
				holiday.announce(announcement);
				this.holidays.saveAndFlush(holiday);
			});
		this.years.saveAndFlush(known);
		written(actor, "workingday.audit.confirmed", year,
				new Changes().field("confirmationForm.announcement", null, announcement));
	}

	/** How many deadlines that are not over fall on the day. */
	@Transactional(readOnly = true)
	long dueOn(LocalDate day) {
		return due(List.of(day)).getOrDefault(day, 0L);
	}

	private Map<LocalDate, Long> due(Collection<LocalDate> days) {
		LocalDate today = LocalDate.now(this.clock);
		List<LocalDate> ahead = days.stream().filter((day) -> !day.isBefore(today)).toList();
		if (ahead.isEmpty()) {
			return Map.of();
		}
		return this.deadlines.stream()
			.flatMap((kept) -> kept.on(ahead).entrySet().stream())
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
	}

	private List<Holiday> stored(int year) {
		return this.holidays.findByDayBetweenOrderByDay(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
	}

	private Holiday get(int year, long id) {
		return this.holidays.findById(id)
			.filter((holiday) -> holiday.getDay().getYear() == year)
			.orElseThrow(() -> new NotVisibleException("holiday", id));
	}

	private static void requireKnowable(int year) {
		if (year < LegalHolidays.FIRST_YEAR || year > LegalHolidays.LAST_YEAR) {
			throw new NotVisibleException("holiday_year", year);
		}
	}

	private HolidayYear requireProposed(int year, String field) {
		if (field == null) {
			requireKnowable(year);
		}
		return this.years.findById(year)
			.orElseThrow(() -> (field != null)
					? RuleViolation.at(field, "workingday.error.notProposed", Integer.toString(year))
					: RuleViolation.of("workingday.error.notProposed", Integer.toString(year)));
	}

	/**
	 * A confirmed year that no longer has what the law demands waits to be confirmed
	 * again; deadlines call it expected until then.
	 */
	private void recheck(int year, Actor actor) {
		HolidayYear known = requireProposed(year, null);
		if (known.getStatus() != HolidayYearStatus.CONFIRMED || HolidayChecks.of(year, of(Year.of(year))).isEmpty()) {
			return;
		}
		known.reopen();
		this.years.saveAndFlush(known);
		written(actor, "workingday.audit.reopened", year,
				new Changes().field("workingday.status", HolidayYearStatus.CONFIRMED, HolidayYearStatus.PROPOSED));
	}

	/** One at a time, and each change of a day is a new version of its year. */
	private void change(int year) {
		this.entities.lock(requireProposed(year, null), LockModeType.PESSIMISTIC_FORCE_INCREMENT);
	}

	private void requireFree(int year, LocalDate day, String field) {
		if (day.getYear() != year) {
			throw RuleViolation.at(field, "workingday.error.outsideYear", DateFormats.day(day), Integer.toString(year));
		}
		this.holidays.findByDay(day).ifPresent((taken) -> {
			throw RuleViolation.at(field, "workingday.error.dayTaken", DateFormats.day(day),
					taken.toSpecialDay().nameVi());
		});
	}

	private void written(Actor actor, String action, int year, Changes changes) {
		written(actor, action, year, (locale) -> Integer.toString(year), changes);
	}

	private void written(Actor actor, String action, int year, Function<Locale, String> subject, Changes changes) {
		this.events.publishEvent(new AuditedAct(actor, action, "workingday", (long) year, subject, changes.list()));
		this.events.publishEvent(new HolidaysChanged());
	}

	private static Function<Locale, String> subject(Holiday holiday) {
		SpecialDay day = holiday.toSpecialDay();
		return (locale) -> day.name(locale) + " (" + DateFormats.day(day.day()) + ")";
	}

	private static Changes changes(SpecialDay before, SpecialDay after) {
		Optional<SpecialDay> was = Optional.ofNullable(before);
		Optional<SpecialDay> is = Optional.ofNullable(after);
		return new Changes()
			.field("holidayForm.day", was.map(SpecialDay::day).orElse(null), is.map(SpecialDay::day).orElse(null))
			.field("holidayForm.kind", was.map(SpecialDay::kind).orElse(null), is.map(SpecialDay::kind).orElse(null))
			.field("holidayForm.nameVi", was.map(SpecialDay::nameVi).orElse(null),
					is.map(SpecialDay::nameVi).orElse(null))
			.field("holidayForm.nameEn", was.map(SpecialDay::nameEn).orElse(null),
					is.map(SpecialDay::nameEn).orElse(null))
			.field("holidayForm.source", was.map(SpecialDay::source).orElse(null),
					is.map(SpecialDay::source).orElse(null));
	}

	private static HolidayYearPage.Day day(Long id, SpecialDay special, boolean swap, int version, boolean toCompare,
			Map<LocalDate, Long> due, Locale locale) {
		return new HolidayYearPage.Day(id, special.day(), special.day().getDayOfWeek().name(), special.kind(),
				special.name(locale), special.source(), swap, version, toCompare,
				special.kind().isWorked() ? 0 : due.getOrDefault(special.day(), 0L));
	}

	private static List<HolidayYearPage.MonthGrid> months(int year, Collection<HolidayYearPage.Day> days) {
		Map<LocalDate, HolidayYearPage.Day> specials = new TreeMap<>(Comparator.naturalOrder());
		days.forEach((day) -> specials.put(day.day(), day));
		List<HolidayYearPage.MonthGrid> months = new ArrayList<>();
		for (int month = 1; month <= 12; month++) {
			LocalDate first = LocalDate.of(year, month, 1);
			List<List<HolidayYearPage.Cell>> weeks = new ArrayList<>();
			LocalDate monday = first.minusDays(first.getDayOfWeek().getValue() - 1L);
			for (LocalDate week = monday; !week.isAfter(first.plusMonths(1).minusDays(1)); week = week.plusDays(7)) {
				List<HolidayYearPage.Cell> cells = new ArrayList<>();
				for (int at = 0; at < 7; at++) {
					cells.add(cell(week.plusDays(at), month, specials.get(week.plusDays(at))));
				}
				weeks.add(cells);
			}
			months.add(new HolidayYearPage.MonthGrid(month, weeks));
		}
		return months;
	}

	private static HolidayYearPage.Cell cell(LocalDate day, int month, HolidayYearPage.Day special) {
		if (day.getMonthValue() != month) {
			return new HolidayYearPage.Cell(0, "", null);
		}
		if (special != null) {
			String look = special.kind().isWorked() ? "worked"
					: (special.kind() == HolidayKind.HOLIDAY) ? "holiday" : "in-lieu";
			return new HolidayYearPage.Cell(day.getDayOfMonth(), look, special.name());
		}
		return new HolidayYearPage.Cell(day.getDayOfMonth(), HolidayCalendar.isWeekday(day) ? "" : "rest", null);
	}

}
