package vn.nhactruong.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import vn.nhactruong.database.DatabasePurpose;

/**
 * Fills a demo database with many examples to measure with, on the command line: <pre>
 * --portal.seed.directives=100000 --portal.seed.attendees=20000 --portal.seed.conferences=2000
 * </pre> Once and all or nothing, before the first request; the rows are told by
 * {@code demo/seed.sql}. With {@code --portal.seed.exit=true} the application ends
 * afterwards, otherwise it serves them.
 */
@Component
@ConditionalOnProperty("portal.seed.directives")
class Seeding implements SmartInitializingSingleton, ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(Seeding.class);

	/** What the audit trail keeps of it, and what a second time is known by. */
	private static final String ACTION = "demo.audit.seeded";

	/** More than any office has; keeps a slip of the finger from filling the disk. */
	private static final int MOST = 1_000_000;

	/** Told from all the others, which need their indexes for it. */
	private static final String STANDINGS = "directive_standing";

	/** What gets hundreds of thousands of rows. */
	private static final String[] LARGE = { "directive", "directive_coordination", "directive_event",
			"directive_extension", "directive_report", STANDINGS, "audit_entry", "notification" };

	private final DatabasePurpose purpose;

	private final ObjectProvider<DemoData> demo;

	private final ObjectProvider<DemoFiles> files;

	private final DataSource database;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final ConfigurableApplicationContext context;

	private final int directives;

	private final int attendees;

	private final int conferences;

	private final boolean exit;

	Seeding(DatabasePurpose purpose, ObjectProvider<DemoData> demo, ObjectProvider<DemoFiles> files,
			DataSource database, JdbcClient jdbc, TransactionTemplate transaction, Clock clock,
			ConfigurableApplicationContext context, @Value("${portal.seed.directives}") int directives,
			@Value("${portal.seed.attendees:20000}") int attendees,
			@Value("${portal.seed.conferences:2000}") int conferences,
			@Value("${portal.seed.exit:false}") boolean exit) {
		this.purpose = purpose;
		this.demo = demo;
		this.files = files;
		this.database = database;
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.clock = clock;
		this.context = context;
		this.directives = directives;
		this.attendees = attendees;
		this.conferences = conferences;
		this.exit = exit;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (!this.purpose.isDemo()) {
			throw new SeedingRefused("notDemo");
		}
		if (!within(this.directives) || !within(this.attendees) || !within(this.conferences)) {
			throw new SeedingRefused("numbers");
		}
		// The accounts that the rows name have to be there first.
		this.demo.getObject().afterSingletonsInstantiated();
		long started = System.nanoTime();
		this.transaction.executeWithoutResult((status) -> seed());
		this.jdbc.sql("vacuum analyze").update();
		log.info("Seeded {} directives, {} attendees and {} conferences in {} ms", this.directives, this.attendees,
				this.conferences, (System.nanoTime() - started) / 1_000_000);
	}

	private static boolean within(int number) {
		return number > 0 && number <= MOST;
	}

	/** Wants a transaction around it. */
	void seed() {
		if (this.jdbc.sql("select exists (select from audit_entry where area = 'demo' and action = ?)")
			.param(ACTION)
			.query(Boolean.class)
			.single()) {
			throw new SeedingRefused("twice");
		}
		set("directives", String.valueOf(this.directives));
		set("attendees", String.valueOf(this.attendees));
		set("conferences", String.valueOf(this.conferences));
		set("today", LocalDate.now(this.clock).toString());
		List<String> aside = putAside();
		ScriptUtils.executeSqlScript(DataSourceUtils.getConnection(this.database),
				new EncodedResource(new ClassPathResource("demo/seed.sql"), StandardCharsets.UTF_8));
		Predicate<String> ofStandings = (definition) -> definition.contains(" " + STANDINGS + " ")
				|| definition.contains("." + STANDINGS + " ");
		aside.stream().filter(ofStandings.negate()).forEach((definition) -> this.jdbc.sql(definition).update());
		this.jdbc.sql("select " + STANDINGS + "_backfill()").query((row) -> {
		});
		aside.stream().filter(ofStandings).forEach((definition) -> this.jdbc.sql(definition).update());
		this.jdbc.sql("""
				insert into audit_entry (at, actor, area, action, subject, changes)
				values (now(), ?, 'demo', ?, ?, '[]')
				""")
			.params(this.files.getObject().actor().displayName(), ACTION,
					this.directives + " / " + this.attendees + " / " + this.conferences)
			.update();
	}

	/**
	 * Takes indexes and references of the large tables away, and says how to make them
	 * again: a million rows are checked and sorted much faster at once than one by one.
	 */
	private List<String> putAside() {
		// For sorting and indexing; given back with the transaction.
		this.jdbc.sql("set local work_mem = '128MB'").update();
		this.jdbc.sql("set local maintenance_work_mem = '512MB'").update();
		List<String> definitions = new ArrayList<>();
		this.jdbc
			.sql("""
					select 'drop index ' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)
					from pg_index i
					where i.indrelid = any(cast(:tables as regclass[])) and not i.indisunique
					union all
					select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname),
					    format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
					from pg_constraint c
					where c.conrelid = any(cast(:tables as regclass[])) and c.contype = 'f'
					""")
			.param("tables", LARGE)
			.query((row, number) -> {
				definitions.add(row.getString(2));
				return row.getString(1);
			})
			.list()
			.forEach((drop) -> this.jdbc.sql(drop).update());
		return definitions;
	}

	private void set(String name, String value) {
		this.jdbc.sql("select set_config(?, ?, true)").params("seed." + name, value).query(String.class).single();
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (this.exit) {
			this.context.close();
		}
	}

}
