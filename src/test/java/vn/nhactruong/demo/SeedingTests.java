package vn.nhactruong.demo;

import java.time.Clock;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.database.DatabasePurpose;
import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PortalTest
class SeedingTests {

	private static final int DIRECTIVES = 2000;

	@Autowired
	private DatabasePurpose purpose;

	@Autowired
	private TestPeople people;

	@Autowired
	private DataSource database;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Clock clock;

	@Autowired
	private JsonMapper json;

	@Autowired
	private MessageSource messages;

	@Autowired
	private ConfigurableApplicationContext context;

	@Test
	void database_for_real_work_is_refused_in_both_languages() {
		assertThatExceptionOfType(SeedingRefused.class)
			.isThrownBy(() -> seeding(DIRECTIVES).afterSingletonsInstantiated())
			.withMessageContaining("cơ sở dữ liệu trình diễn")
			.withMessageContaining("demo database only");
	}

	@Test
	void seeded_rows_keep_the_rules_and_are_made_once() {
		this.transaction.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			this.jdbc.sql("update account set username = 'vanphong' where username = ?")
				.param(this.people.add(Role.OFFICE, "VPB"))
				.update();
			long before = count("directive");
			long attendees = count("attendee");
			long audited = count("audit_entry");
			Seeding seeding = seeding(DIRECTIVES);
			seeding.seed();
			assertThat(count("directive") - before).isEqualTo(DIRECTIVES);
			assertThat(count("attendee") - attendees).isEqualTo(200);
			assertThat(count("audit_entry") - audited).isGreaterThan(DIRECTIVES * 3L);
			assertThat(this.jdbc.sql("select distinct status from directive where example").query(String.class).list())
				.contains("ISSUED", "IN_PROGRESS", "REPORTED", "VERIFIED", "DECLINED", "CANCELLED");
			assertThat(
					this.jdbc.sql("select distinct timeliness from directive where example and timeliness is not null")
						.query(String.class)
						.list())
				.containsExactlyInAnyOrder("DONE_ON_TIME", "DONE_LATE", "NO_DEADLINE");
			assertThat(count("directive where example and family")).isPositive();
			assertThat(count("directive where example and extensions > 0")).isPositive();
			assertThat(count("directive where example and rounds > 0")).isPositive();
			none("directive where example and (reported_on < issued_on or reported_on < received_at::date)");
			none("directive where example and verified_at::date < reported_on");
			none("directive where example and not family and (timeliness = 'DONE_LATE') <> (reported_on > due_on) "
					+ "and status = 'VERIFIED' and due_on is not null");
			none("directive where example and (extensions > 0) <> (due_on > original_due_on)");
			none("directive p where example and family and not exists (select from directive c where c.parent_id = p.id)");
			none("directive d where example and status in ('REPORTED', 'VERIFIED') and not exists (select from "
					+ "directive_report r where r.directive_id = d.id and r.status in ('SIGNED', 'ACCEPTED'))");
			none("directive d join organization o on o.id = d.lead_organization_id where d.example and (d.issued_on "
					+ "< coalesce(o.valid_from, d.issued_on) or d.issued_on > coalesce(o.valid_to, d.issued_on))");
			none("directive d where example and status = 'VERIFIED' and 1 <> (select count(*) from directive_event e "
					+ "where e.directive_id = d.id and e.act = 'VERIFIED')");
			none("(select at, lag(at) over (partition by directive_id order by id) as earlier from directive_event) e "
					+ "where at < earlier");
			none("conference c where example and status = 'CLOSED' and exists (select from directive d where "
					+ "d.conference_id = c.id and not d.family and d.status in ('ISSUED', 'IN_PROGRESS', 'REPORTED', 'DECLINED'))");
			none("directive d full join (select * from directive_standing where to_on is null) s on s.directive_id = d.id "
					+ "where (not d.family and d.status not in ('DRAFT', 'CANCELLED')) is distinct from (s.directive_id is not null)");
			none("((select reader, directive_id, leads, coordinates, status, due_on, code from directive_reader except all "
					+ "select r.* from directive d cross join lateral directive_readers(d) r) union all "
					+ "(select r.* from directive d cross join lateral directive_readers(d) r except all "
					+ "select reader, directive_id, leads, coordinates, status, due_on, code from directive_reader)) r");
			// Once by unit or kind, once for all together.
			none("(select lead_organization_id is null and lead_kind is null as whole, sum(n) as counted from directive_tally "
					+ "where grain = 'D' and (measure like 'OPEN%' or measure like 'DONE%') group by 1) t "
					+ "where counted <> (select count(*) from directive_standing where to_on is null)");
			assertThatExceptionOfType(SeedingRefused.class).isThrownBy(seeding::seed)
				.withMessageContaining("đã có dữ liệu đo tốc độ");
		});
	}

	private Seeding seeding(int directives) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		beans.addBean("demoFiles", new DemoFiles(this.json, this.messages));
		return new Seeding(this.purpose, beans.getBeanProvider(DemoData.class), beans.getBeanProvider(DemoFiles.class),
				this.database, this.jdbc, this.transaction, this.clock, this.context, directives, 200, 30, false);
	}

	private void none(String where) {
		assertThat(count(where)).as(where).isZero();
	}

	private long count(String from) {
		return this.jdbc.sql("select count(*) from " + from).query(Long.class).single();
	}

}
