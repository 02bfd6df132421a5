package vn.nhactruong.directive;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.conclusion.Conclusions;
import vn.nhactruong.directive.origin.IssueOrder;
import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the office still has to give out, beside a look at every clause there is.
 */
@PortalTest
@Import(TestDirectives.class)
class OpenClauseTests {

	@Autowired
	private TestDirectives tests;

	@Autowired
	private Conclusions conclusions;

	@Autowired
	private JdbcClient jdbc;

	private Viewer office;

	@BeforeEach
	void officer() {
		this.office = this.tests.viewer(Role.OFFICE, "VPB");
	}

	@AfterEach
	void same_as_looking_at_every_clause() {
		assertThat(this.jdbc.sql("select clause_id from open_clause order by 1").query(Long.class).list()).isEqualTo(
				this.jdbc.sql("select c.id from clause c where clause_is_open(c) order by 1").query(Long.class).list());
		assertThat(this.jdbc.sql("""
				select o.clause_id from open_clause o join clause c on c.id = o.clause_id
				join conclusion k on k.id = c.conclusion_id where k.conference_id <> o.conference_id
				""").query(Long.class).list()).isEmpty();
	}

	@Test
	void clause_is_open_from_the_issue_until_it_is_given_and_again_once_that_is_called_off() {
		long clause = this.tests.clause();
		assertThat(open(clause)).isTrue();
		long first = give(clause, "CKHTC");
		assertThat(open(clause)).isFalse();
		long second = give(clause, "CCNTT");
		this.tests.directives.cancel(first, "Trùng", this.office);
		assertThat(open(clause)).as("one is left").isFalse();
		this.tests.directives.cancel(second, "Trùng", this.office);
		assertThat(open(clause)).isTrue();
	}

	@Test
	void clause_marked_as_no_task_is_not_open_until_the_mark_is_withdrawn() {
		long clause = this.tests.clause();
		long conference = conferenceOf(clause);
		this.conclusions.markNoTask(conference, clause, true, this.office);
		assertThat(open(clause)).isFalse();
		this.conclusions.markNoTask(conference, clause, false, this.office);
		assertThat(open(clause)).isTrue();
	}

	@Test
	void clause_of_a_conclusion_that_is_not_issued_is_not_open() {
		assertThat(this.jdbc.sql("""
				select count(*) from open_clause o join clause c on c.id = o.clause_id
				join conclusion k on k.id = c.conclusion_id where k.status <> 'ISSUED'
				""").query(Long.class).single()).isZero();
	}

	@Test
	void clause_is_open_again_when_its_last_two_are_called_off_at_once() throws Exception {
		for (int round = 0; round < 5; round++) {
			long clause = this.tests.clause();
			long first = give(clause, "CKHTC");
			long second = give(clause, "CCNTT");
			CompletableFuture
				.allOf(CompletableFuture.runAsync(() -> this.tests.directives.cancel(first, "Trùng", this.office)),
						CompletableFuture.runAsync(() -> this.tests.directives.cancel(second, "Trùng", this.office)))
				.get(30, TimeUnit.SECONDS);
			assertThat(open(clause)).as("round %d", round).isTrue();
		}
	}

	private long give(long clause, String unit) {
		return this.tests.directives.issue(new IssueOrder(clause, "Rà soát", "Rà soát", List.of(this.tests.unit(unit)),
				List.of(), List.of(), null, null), this.office);
	}

	private boolean open(long clause) {
		return this.jdbc.sql("select exists (select from open_clause where clause_id = ?)")
			.param(clause)
			.query(Boolean.class)
			.single();
	}

	private long conferenceOf(long clause) {
		return this.jdbc
			.sql("select k.conference_id from clause c join conclusion k on k.id = c.conclusion_id where c.id = ?")
			.param(clause)
			.query(Long.class)
			.single();
	}

}
