package vn.nhactruong.workprogram.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Role;
import vn.nhactruong.workprogram.ProposalStatus;
import vn.nhactruong.workprogram.TestPrograms;
import vn.nhactruong.workprogram.WorkProgram;
import vn.nhactruong.workprogram.WorkProgramRepository;
import vn.nhactruong.workprogram.register.ItemOutcome;
import vn.nhactruong.workprogram.register.ItemRow;
import vn.nhactruong.workprogram.register.WorkProgramQueries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The report of a period: each item counts once, whatever became of it. */
@PortalTest
@Import(TestPrograms.class)
class ImplementationReportTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private TestPrograms tests;

	@Autowired
	private WorkProgramRepository programs;

	@Autowired
	private WorkProgramQueries queries;

	@Autowired
	private JdbcClient jdbc;

	/**
	 * Done, open, slipped or dropped; due before or after today; moved by a version or
	 * not; taken over or not; while the program runs and when it is closed.
	 */
	@Test
	void every_item_counts_once_and_is_found_where_it_counts() {
		LocalDate past = this.tests.pastWeek();
		String[] titles = new String[32];
		Arrays.setAll(titles, (number) -> "Việc " + number);
		long id = this.tests.published(past, titles);
		long later = this.tests.published(past.plusWeeks(1), "Việc kỳ sau");
		this.jdbc.sql("""
				update work_item i set
				    due_on = case when n.bits & 1 = 0 then :past else :later end,
				    moved = n.bits & 2 > 0 and (n.bits >> 2) % 4 = 2,
				    status = (array['PLANNED', 'DONE', 'SLIPPED', 'DROPPED'])[1 + (n.bits >> 2) % 4],
				    done_on = case when (n.bits >> 2) % 4 = 1 then :today end,
				    slipped_to = case when (n.bits >> 2) % 4 = 2 then :later end,
				    document_number = '1', document_date = :past
				from (select id, row_number() over (order by id)::int - 1 as bits from work_item
				    where program_id = :program) n
				where n.id = i.id
				""")
			.param("past", past)
			.param("today", this.tests.today())
			.param("later", this.tests.today().plusDays(9))
			.param("program", id)
			.update();
		this.jdbc
			.sql("""
					insert into work_item (program_id, number_no, title, lead_id, submitting_level, due_on, proposed_by_id,
					    proposal, status, carried_from_id)
					select :later, 100 + i.number_no, i.title, i.lead_id, i.submitting_level, i.due_on, i.proposed_by_id,
					    'ACCEPTED', 'PLANNED', i.id
					from (select *, row_number() over (order by id) - 1 as bits from work_item where program_id = :program) i
					where bits >= 16
					""")
			.param("later", later)
			.param("program", id)
			.update();
		Map<ItemOutcome, Integer> running = counted(id);
		assertThat(running).containsKeys(ItemOutcome.values());
		this.jdbc.sql("update work_program set status = 'CLOSED' where id = ?").param(id).update();
		assertThat(counted(id)).doesNotContainKey(ItemOutcome.OPEN)
			.containsEntry(ItemOutcome.CARRIED, running.get(ItemOutcome.CARRIED))
			.containsEntry(ItemOutcome.DROPPED, running.get(ItemOutcome.DROPPED));
	}

	/** The counts of the report, which adds up and agrees with the list. */
	private Map<ItemOutcome, Integer> counted(long id) {
		WorkProgram program = this.programs.findById(id).orElseThrow();
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		ImplementationReport report = ImplementationReport
			.of(this.queries.inProposal(program, ProposalStatus.ACCEPTED));
		List<Long> found = new ArrayList<>();
		for (ItemOutcome outcome : ItemOutcome.values()) {
			List<Long> filtered = this.queries.allItems(program,
					new ListRequest("/work-programs/" + id, Map.of("state", new String[] { outcome.name() })), office)
				.stream()
				.map(ItemRow::id)
				.toList();
			assertThat(filtered).as(outcome.name())
				.containsExactlyInAnyOrderElementsOf(report.items(outcome).stream().map(ItemRow::id).toList())
				.hasSize(report.total().count(outcome));
			found.addAll(filtered);
		}
		assertThat(found).hasSize(32).doesNotHaveDuplicates();
		assertThat(report.total().total()).isEqualTo(32)
			.isEqualTo(report.total().counts().values().stream().mapToInt(Integer::intValue).sum());
		assertThat(report.units()).singleElement()
			.satisfies((unit) -> assertThat(unit.counts()).isEqualTo(report.total().counts()));
		return report.total().counts();
	}

	@Test
	void what_was_taken_over_says_where_it_went_and_leaves_nothing_to_carry() throws Exception {
		LocalDate past = this.tests.pastWeek();
		long program = this.tests.published(past, "Việc xong", "Việc dở");
		this.tests.items.complete(program, this.tests.itemOf(program, "Việc xong"), past, "1/BC", past, null, List.of(),
				this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		this.tests.programs.close(program, office);
		long next = this.tests.open(past.plusWeeks(1));
		String url = "/work-programs/" + program;
		String carryOver = "/work-programs/" + next + "/carry-over";
		RequestPostProcessor person = this.people.as(office.username());
		assertThat(page(url + "/report", person)).contains(carryOver, "Chuyển tiếp việc chưa xong sang tuần ")
			.contains("Tỷ lệ hoàn thành: 50% (1/2")
			.contains("href=\"" + url + "?state=OVERDUE\"")
			.doesNotContain("?state=CARRIED")
			.contains("Tổng cộng");
		this.tests.items.carryOver(next, List.of(this.tests.itemOf(program, "Việc dở")), office);
		assertThat(page(url + "/report", person)).as("figures of a closed period stand")
			.doesNotContain(carryOver, "?state=CARRIED")
			.contains("href=\"" + url + "?state=OVERDUE\"", "Tỷ lệ hoàn thành: 50% (1/2")
			.containsPattern("Đã chuyển tiếp sang <a href=\"/work-programs/" + next + "\">Chương trình công tác tuần ");
		assertThat(page(url + "/report", this.people.as(Role.CLERK, "CKHTC"))).as("a draft of the next one is not told")
			.contains("href=\"" + url + "?state=OVERDUE\"")
			.doesNotContain("/work-programs/" + next);
	}

	@Test
	void what_was_taken_over_before_the_period_was_closed_is_not_overdue_in_it() throws Exception {
		LocalDate past = this.tests.pastWeek();
		long program = this.tests.published(past, "Việc xong", "Việc dở");
		this.tests.items.complete(program, this.tests.itemOf(program, "Việc xong"), past, "1/BC", past, null, List.of(),
				this.tests.viewer(Role.UNIT_HEAD, "CCNTT"));
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		long next = this.tests.open(past.plusWeeks(1));
		this.tests.items.carryOver(next, List.of(this.tests.itemOf(program, "Việc dở")), office);
		String url = "/work-programs/" + program;
		RequestPostProcessor person = this.people.as(office.username());
		for (boolean closed : new boolean[] { false, true }) {
			if (closed) {
				this.tests.programs.close(program, office);
			}
			assertThat(page(url + "/report", person)).doesNotContain("?state=OVERDUE")
				.contains("href=\"" + url + "?state=CARRIED\"")
				.containsPattern("<a href=\"/work-programs/" + next + "\"[^>]*>Chương trình công tác tuần ");
			assertThat(page(url + "?state=CARRIED", person)).contains("Việc dở", "Đã chuyển tiếp kỳ sau")
				.doesNotContain("Việc xong");
			assertThat(this.queries.all(new ListRequest("/work-programs", Map.of()), office))
				.filteredOn((row) -> row.id() == program)
				.singleElement()
				.satisfies((row) -> assertThat(row.overdue()).isZero());
		}
	}

	private String page(String url, RequestPostProcessor person) throws Exception {
		return this.mvc.perform(get(url).with(person))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

}
