package vn.nhactruong.directive.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.CompletionText;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.TestDirectives;
import vn.nhactruong.directive.Timeliness;
import vn.nhactruong.directive.extension.DirectiveExtensions;
import vn.nhactruong.directive.list.DirectiveFilter;
import vn.nhactruong.directive.list.DirectiveQueries;
import vn.nhactruong.directive.list.DirectiveRow;
import vn.nhactruong.directive.origin.IssueOrder;
import vn.nhactruong.directive.reopening.DirectiveReopenings;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Figures against what the tests saw with their own eyes: after each act of a random
 * history the directive is noted as it stands then, and what a statistic must say of any
 * period is told from these notes alone.
 */
@PortalTest
@Import(TestDirectives.class)
class DirectiveFiguresTests {

	private static final int STORIES = 60;

	private static final List<String> LEADS = List.of("CCNTT", "CPLQT", "VTCCB");

	@Autowired
	private TestDirectives tests;

	@Autowired
	private Directives directives;

	@Autowired
	private DirectiveExtensions extensions;

	@Autowired
	private DirectiveReopenings reopenings;

	@Autowired
	private DirectiveFigures figures;

	@Autowired
	private DirectiveTally tally;

	@Autowired
	private DirectiveBoard board;

	@Autowired
	private DirectiveQueries queries;

	@Autowired
	private UnitDirectory units;

	@Autowired
	private JdbcClient jdbc;

	private Viewer office;

	private Viewer leader;

	private LocalDate today;

	private final Map<Long, Viewer> heads = new HashMap<>();

	@BeforeEach
	void people() {
		this.office = this.tests.viewer(Role.OFFICE, "VPB");
		this.leader = this.tests.viewer(Role.LEADER, "BTP");
		this.today = this.tests.today();
	}

	@Test
	void random_histories_are_counted_as_they_were_seen_whatever_the_period_and_the_day() {
		Random random = new Random(20261122);
		List<FigurePeriod> periods = periods(random);
		List<LocalDate> days = IntStream.range(0, periods.size())
			.mapToObj((i) -> this.today.plusDays((i % 2 == 0) ? 0 : random.nextInt(90)))
			.toList();
		List<Map<DirectiveFigures.Lead, Figures>> before = counted(periods, days);
		List<Story> stories = new ArrayList<>();
		for (int i = 0; i < STORIES; i++) {
			stories.add(story(random));
			if (i % 5 == 0) {
				this.tally.sumUp();
			}
		}
		assertThat(stories.stream().flatMap((story) -> story.notes.stream()).map(Note::status)).contains("ISSUED",
				"IN_PROGRESS", "DECLINED", "REPORTED", "VERIFIED", "CANCELLED");
		List<Map<DirectiveFigures.Lead, Figures>> after = counted(periods, days);
		for (int i = 0; i < periods.size(); i++) {
			FigurePeriod period = periods.get(i);
			Map<DirectiveFigures.Lead, Figures> expected = new HashMap<>(before.get(i));
			for (Story story : stories) {
				story.figures(period, days.get(i))
					.forEach((lead, one) -> expected.merge(new DirectiveFigures.Lead(lead, null), one, Figures::plus));
			}
			assertThat(after.get(i)).as("%s as of %s", period, days.get(i)).isEqualTo(expected);
			Figures total = after.get(i).values().stream().reduce(Figures.NONE, Figures::plus);
			assertThat(total)
				.isEqualTo(this.figures.byPeriod(periods, FigureScope.ALL, null, this.office, days.get(i)).get(i));
			assertThat(total.carried() + total.issued()).isEqualTo(total.total());
		}
		this.tally.sumUp();
		assertThat(counted(periods, days)).as("summed up").isEqualTo(after);
		theTallyIsWhatTheRowsSay(random);
		aPastPeriodStaysAsItWas(stories, random);
		whatWasNeverToldIsToldFromTheRecords(stories, periods, days);
	}

	/** The whole database, whoever wrote it. */
	private void theTallyIsWhatTheRowsSay(Random random) {
		for (FigurePeriod period : periods(random)) {
			Figures counted = this.figures.byPeriod(List.of(period), FigureScope.ALL, this.office).get(0);
			for (Figure figure : Figure.values()) {
				List<Long> rows = naively(figure, period);
				assertThat((long) rows.size()).as("%s of %s", figure, period).isEqualTo(figure.of(counted));
				assertThat(behind(figure, period, false)).as("%s of %s, fetched", figure, period).isEqualTo(rows);
				assertThat(behind(figure, period, true)).as("%s of %s, gone through", figure, period).isEqualTo(rows);
			}
		}
		BoardLine all = DirectiveBoard.total(this.board.lines(null, null, this.office));
		for (Timeliness timeliness : Timeliness.values()) {
			assertThat(all.count(timeliness)).as("%s", timeliness)
				.isEqualTo(this.jdbc.sql("select count(*) from directive d where " + timeliness.condition())
					.param("today", this.today)
					.query(Long.class)
					.single());
		}
	}

	private void aPastPeriodStaysAsItWas(List<Story> stories, Random random) {
		FigurePeriod past = new FigurePeriod(this.today.minusDays(400), this.today.minusDays(1));
		FigurePeriod present = new FigurePeriod(past.from(), this.today);
		Map<DirectiveFigures.Lead, Figures> before = this.figures.byLead(past, FigureScope.ALL, this.office);
		Map<DirectiveFigures.Lead, Figures> presentBefore = this.figures.byLead(present, FigureScope.ALL, this.office);
		stories.forEach((story) -> act(story, random));
		assertThat(this.figures.byLead(past, FigureScope.ALL, this.office)).isEqualTo(before);
		assertThat(this.figures.byLead(present, FigureScope.ALL, this.office)).isNotEqualTo(presentBefore);
	}

	/** As when the portal first learns to count. */
	private void whatWasNeverToldIsToldFromTheRecords(List<Story> stories, List<FigurePeriod> periods,
			List<LocalDate> days) {
		List<Map<DirectiveFigures.Lead, Figures>> told = counted(periods, days);
		Long[] plain = stories.stream().filter((story) -> !story.twisted).map(Story::id).toArray(Long[]::new);
		assertThat(plain).hasSizeGreaterThan(STORIES / 10);
		this.jdbc.sql("delete from directive_standing where directive_id = any(?)").param(plain).update();
		assertThat(counted(periods, days)).isNotEqualTo(told);
		this.jdbc.sql("select directive_standing_backfill()").query((row) -> {
		});
		assertThat(counted(periods, days)).isEqualTo(told);
	}

	@Test
	void list_behind_a_number_has_exactly_that_many_rows_for_each_unit_and_viewer() {
		Random random = new Random(7);
		IntStream.range(0, 6).forEach((i) -> story(random));
		FigurePeriod period = new FigurePeriod(this.today.minusDays(120), this.today.minusDays(2));
		Viewer clerk = this.tests.viewer(Role.CLERK, "CCNTT");
		// Held in the period, and given away since.
		long reassigned = heldBefore(10);
		this.directives.reassign(reassigned, this.tests.unit("CPLQT"), "Điều chỉnh phân công", this.office);
		long declined = heldBefore(20);
		this.directives.decline(declined, "Không thuộc chức năng", head(this.tests.unit("CCNTT")));
		this.directives.acceptDeclination(declined, this.tests.unit("CPLQT"), "Đúng", this.office);
		assertThat(this.tests.rows(list(Figure.TOTAL, period, FigureScope.ALL), clerk)).extracting(DirectiveRow::id)
			.contains(reassigned, declined);
		for (Viewer viewer : List.of(this.office, clerk)) {
			this.figures.byLead(period, FigureScope.ALL, viewer).forEach((lead, counted) -> {
				FigureScope scope = (lead.unit() != null) ? FigureScope.ALL.ofLead(lead.unit())
						: FigureScope.ALL.ofGroup(lead.group());
				for (Figure figure : Figure.values()) {
					ListRequest list = list(figure, period, scope);
					assertThat(this.queries.list(list, viewer).total()).as("%s of %s", figure, lead)
						.isEqualTo(figure.of(counted));
					assertThat(this.tests.rows(list, viewer)).hasSize((int) figure.of(counted));
				}
			});
		}
		assertThat(this.figures.byLead(period, FigureScope.ALL, clerk).keySet())
			.allMatch((lead) -> lead.unit() != null && clerk.belongsTo(lead.unit()));
		assertThat(this.figures.byLead(period, FigureScope.ALL, this.tests.viewer(Role.ADMIN, "VPB"))).isEmpty();
	}

	private long heldBefore(int days) {
		long id = this.tests.received(this.today.plusDays(40));
		this.directives.markExample(id);
		this.directives.letDaysPass(id, days);
		return id;
	}

	@Test
	void draft_counts_nowhere_and_leaves_nothing_behind() {
		Figures before = this.figures.now();
		long issued = this.tests.issued(this.today.plusDays(3));
		this.jdbc
			.sql("""
					insert into directive (year, title, text, source, clause_id, lead_organization_id, holder_organization_id, status)
					select year, title, text, source, clause_id, lead_organization_id, holder_organization_id, 'DRAFT'
					from directive where id = ?""")
			.param(issued)
			.update();
		assertThat(this.figures.now()).isEqualTo(before.plus("ISSUED", 1).plus("OPEN", 1));
		this.jdbc
			.sql("delete from directive where status = 'DRAFT' and clause_id = (select clause_id from directive "
					+ "where id = ?)")
			.param(issued)
			.update();
		assertThat(this.figures.now()).isEqualTo(before.plus("ISSUED", 1).plus("OPEN", 1));
	}

	@Test
	void many_that_issue_at_once_neither_wait_nor_are_lost() throws Exception {
		long before = this.figures.now().total();
		ExecutorService threads = Executors.newFixedThreadPool(4);
		List<Callable<Object>> acts = new ArrayList<>();
		Map<Integer, Long> clauses = new LinkedHashMap<>();
		IntStream.range(0, 8).forEach((i) -> clauses.put(i, this.tests.clause()));
		clauses.values()
			.forEach((clause) -> acts.add(() -> this.directives.issue(new IssueOrder(clause, "Rà soát", "Rà soát",
					LEADS.stream().map(this.tests::unit).toList(), List.of(), List.of(), this.today.plusDays(3), null),
					this.office)));
		IntStream.range(0, 8).forEach((i) -> acts.add(() -> {
			this.tally.sumUp();
			return null;
		}));
		for (Future<Object> done : threads.invokeAll(acts)) {
			done.get();
		}
		threads.shutdown();
		assertThat(this.figures.now().total()).isEqualTo(before + 8L * LEADS.size());
	}

	private List<Map<DirectiveFigures.Lead, Figures>> counted(List<FigurePeriod> periods, List<LocalDate> days) {
		return IntStream.range(0, periods.size())
			.mapToObj((i) -> this.figures.byLead(periods.get(i), FigureScope.ALL, null, this.office, days.get(i)))
			.toList();
	}

	private List<FigurePeriod> periods(Random random) {
		List<FigurePeriod> periods = new ArrayList<>(List.of(FigurePeriod.until(this.today),
				new FigurePeriod(this.today, this.today), new FigurePeriod(this.today.minusDays(1), this.today),
				new FigurePeriod(this.today.withDayOfYear(1), this.today.plusDays(40)),
				new FigurePeriod(this.today.minusYears(1).withDayOfYear(1), this.today.withDayOfYear(1).minusDays(1))));
		for (int i = 0; i < 15; i++) {
			LocalDate from = this.today.minusDays(random.nextInt(200));
			periods.add(new FigurePeriod(from, from.plusDays(random.nextInt(150))));
		}
		return periods;
	}

	/** The rule alone, however long it takes. */
	private List<Long> naively(Figure figure, FigurePeriod period) {
		return this.jdbc.sql("""
				select s.directive_id from directive_standing s
				where s.from_on <= :figureDay and coalesce(s.to_on > :figureDay, true)
				    and coalesce(s.done_on >= :figureFrom, true) and %s
				order by 1""".formatted(figure.condition()))
			.param("figureFrom", period.from())
			.param("figureDay", period.dayOf(this.today))
			.query(Long.class)
			.list();
	}

	private List<Long> behind(Figure figure, FigurePeriod period, boolean many) {
		DirectiveFilter filter = this.queries.filter(list(figure, period, FigureScope.ALL), this.office, many);
		return this.jdbc.sql("select d.id from directive d where " + filter.condition() + " order by 1")
			.params(filter.parameters())
			.query(Long.class)
			.list();
	}

	private static ListRequest list(Figure figure, FigurePeriod period, FigureScope scope) {
		return new ListRequest("/directives",
				scope.parameters(figure, period)
					.entrySet()
					.stream()
					.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().toArray(String[]::new))));
	}

	private Story story(Random random) {
		String lead = LEADS.get(random.nextInt(LEADS.size()));
		LocalDate due = (random.nextInt(6) == 0) ? null : this.today.plusDays(random.nextInt(40));
		long clause = this.tests.clause();
		long id = this.directives.issue(new IssueOrder(clause, "Rà soát quy trình", "Rà soát quy trình",
				List.of(this.tests.unit(lead)), List.of(), List.of(), due, null), this.office);
		this.directives.markExample(id);
		Story story = new Story(id);
		story.note(note(id));
		int acts = 2 + random.nextInt(9);
		for (int i = 0; i < acts; i++) {
			if (random.nextBoolean()) {
				int passed = 1 + random.nextInt(25);
				this.directives.letDaysPass(id, passed);
				story.letPass(passed);
			}
			act(story, random);
		}
		return story;
	}

	/** Something that may happen to it now; what isn't allowed now doesn't happen. */
	private void act(Story story, Random random) {
		long id = story.id();
		Note now = story.last();
		switch (now.status()) {
			case "ISSUED" -> {
				if (random.nextInt(5) == 0) {
					reassign(story, random);
				}
				else {
					this.directives.receive(id, head(now.lead()));
				}
			}
			case "IN_PROGRESS" -> inProgress(story, now, random);
			case "DECLINED" -> {
				if (random.nextBoolean()) {
					this.directives.refuseDeclination(id, "Đúng chức năng", this.office);
				}
				else {
					story.twisted = true;
					this.directives.acceptDeclination(id, other(now.lead()), null, this.office);
				}
			}
			case "REPORTED" -> {
				switch (random.nextInt(4)) {
					case 0 -> this.directives.returnReport(id, "Thiếu số liệu", this.office);
					default -> this.directives.verify(id, this.office);
				}
			}
			case "VERIFIED" -> {
				if (random.nextInt(3) == 0) {
					story.twisted = true;
					boolean anew = now.due() != null && random.nextBoolean();
					LocalDate least = anew && now.due().isAfter(this.today) ? now.due() : this.today;
					this.reopenings.reopen(id, "Số liệu sai", anew ? least.plusDays(1 + random.nextInt(30)) : null,
							this.leader);
				}
			}
			case "CANCELLED" -> {
				if (random.nextBoolean()) {
					story.twisted = true;
					this.jdbc.sql("update directive set status = 'IN_PROGRESS', version = version + 1 where id = ?")
						.param(id)
						.update();
				}
			}
			default -> {
			}
		}
		story.note(note(id));
	}

	private void inProgress(Story story, Note now, Random random) {
		long id = story.id();
		switch (random.nextInt(8)) {
			case 0 -> this.directives.decline(id, "Không thuộc chức năng", head(now.lead()));
			case 1 -> this.directives.cancel(id, "Không còn cần", this.office);
			case 2 -> reassign(story, random);
			case 3, 4 -> {
				if (now.due() != null && !now.due().isBefore(this.today)) {
					long extension = this.extensions.request(id, "Chờ số liệu",
							now.due().plusDays(1 + random.nextInt(30)), head(now.lead()));
					this.extensions.approve(id, extension, this.office);
				}
			}
			case 5 -> {
				// Given to a unit that is no more; its work came down to another.
				story.twisted = true;
				long gone = this.tests.unit("STP-02-2025");
				this.jdbc.sql("""
						update directive set lead_organization_id = ?, holder_organization_id = ?, version = version + 1
						where id = ?""").params(gone, this.units.holderOn(gone, this.today).id(), id).update();
			}
			default -> this.directives.report(id, new CompletionText("Đã xong", "1/BC", this.today, "Báo cáo kết quả"),
					List.of(), head(now.lead()));
		}
	}

	private void reassign(Story story, Random random) {
		story.twisted = true;
		this.directives.reassign(story.id(), other(story.last().lead()), "Điều chỉnh phân công " + random.nextInt(9),
				this.office);
	}

	private long other(long lead) {
		return LEADS.stream().map(this.tests::unit).filter((unit) -> unit != lead).findFirst().orElseThrow();
	}

	private Viewer head(long lead) {
		long holder = this.units.holderOn(lead, this.today).id();
		return this.heads.computeIfAbsent(holder,
				(unit) -> this.tests.viewer(Role.UNIT_HEAD, this.units.get(unit).code()));
	}

	private Note note(long id) {
		return this.jdbc.sql("""
				select d.*, exists (select from directive_extension x where x.directive_id = d.id
				    and x.status = 'APPROVED' and x.reopening_id is null and not exists (
				        select from directive_event e where e.directive_id = d.id and e.at > x.decided_at
				        and e.act in ('REASSIGNED', 'DECLINATION_ACCEPTED'))) as moved_by_lead
				from directive d where d.id = ?
				""")
			.param(id)
			.query((row, number) -> new Note(this.today, row.getString("status"), row.getLong("lead_organization_id"),
					row.getObject("issued_on", LocalDate.class), row.getObject("original_due_on", LocalDate.class),
					row.getObject("due_on", LocalDate.class), row.getBoolean("moved_by_lead"),
					row.getObject("reported_on", LocalDate.class)))
			.single();
	}

	/** How a directive stood after something happened to it on that day. */
	private record Note(LocalDate day, String status, long lead, LocalDate issuedOn, LocalDate originalDue,
			LocalDate due, boolean extended, LocalDate reportedOn) {

		Note earlier(int days) {
			return new Note(this.day.minusDays(days), this.status, this.lead, back(this.issuedOn, days),
					back(this.originalDue, days), back(this.due, days), this.extended, back(this.reportedOn, days));
		}

		private static LocalDate back(LocalDate day, int days) {
			return (day != null) ? day.minusDays(days) : null;
		}

	}

	private static final class Story {

		private final long id;

		private final List<Note> notes = new ArrayList<>();

		/** Something happened that no record tells of afterwards. */
		private boolean twisted;

		private Story(long id) {
			this.id = id;
		}

		long id() {
			return this.id;
		}

		Note last() {
			return this.notes.get(this.notes.size() - 1);
		}

		void note(Note note) {
			this.notes.add(note);
		}

		void letPass(int days) {
			this.notes.replaceAll((note) -> note.earlier(days));
		}

		/** What it adds to a period's figures, told by the rules alone. */
		Map<Long, Figures> figures(FigurePeriod period, LocalDate today) {
			LocalDate day = period.to().isAfter(today) ? today : period.to();
			List<Note> until = this.notes.stream().filter((note) -> !note.day().isAfter(day)).toList();
			if (until.isEmpty()) {
				return Map.of();
			}
			Note last = until.get(until.size() - 1);
			if (last.status().equals("CANCELLED")) {
				return Map.of();
			}
			boolean done = last.status().equals("VERIFIED");
			if (done && doneOn(until).isBefore(period.from())) {
				return Map.of();
			}
			boolean late = last.due() != null
					&& ((last.reportedOn() != null) ? last.reportedOn() : day).isAfter(last.due());
			boolean byExtension = done && !late && last.due() != null && last.reportedOn().isAfter(last.originalDue());
			boolean dated = last.due() != null;
			return Map.of(last.lead(),
					new Figures(one(!last.issuedOn().isBefore(period.from())), one(done && dated && !late),
							one(byExtension), one(done && late), one(done && !dated), one(!done && dated && !late),
							one(!done && late), one(!done && !dated), one(last.extended())));
		}

		/** The day since when it has been verified without a break. */
		private static LocalDate doneOn(Collection<Note> notes) {
			LocalDate since = null;
			for (Note note : notes) {
				since = !note.status().equals("VERIFIED") ? null : (since != null) ? since : note.day();
			}
			return since;
		}

		private static long one(boolean counted) {
			return counted ? 1 : 0;
		}

	}

}
