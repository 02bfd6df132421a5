package vn.nhactruong.measure;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.Test;
import org.postgresql.jdbc.PgStatement;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Writes down how the database answers each list of a seeded portal: asks for the page as
 * a person would, and explains every statement that was sent, with its values. Fails when
 * a large table is read from end to end. Not part of the build, since it wants a seeded
 * data folder: <pre>
 * PORTAL_DATA_DIR=./data ./mvnw test -Dtest=QueryPlans
 * </pre>
 */
@SpringBootTest
@AutoConfigureMockMvc
class QueryPlans {

	private static final Path REPORT = Path.of("src/docs/query-plans.md");

	private static final String PASSWORD = "Nhactruong@2026";

	/** What grows with the years. */
	private static final Set<String> LARGE = Set.of("directive_reader", "clause", "directive", "directive_event",
			"directive_report", "directive_extension", "directive_coordination", "audit_entry", "attendee",
			"invitation", "notification", "clause_party", "presence_mark", "directive_standing");

	/**
	 * Statements that count the whole of a table; no index makes them read less of it.
	 */
	private static final Pattern WHOLE = Pattern
		.compile("(?s)^select count\\(\\*\\) from (?:audit_entry e where|directive d where true).*");

	private static final Pattern READS = Pattern.compile("(?i)\\s*(?:select|with)\\b");

	private static final ThreadLocal<List<String>> SENT = new ThreadLocal<>();

	@Autowired
	private MockMvc mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private DataSource database;

	@Test
	void every_list_is_answered_from_an_index() throws Exception {
		long directives = this.jdbc.sql("select count(*) from directive").query(Long.class).single();
		assertThat(directives).as("directives; seed the data folder first").isGreaterThanOrEqualTo(100_000);
		StringBuilder report = new StringBuilder(
				"""
						# How the database answers each list

						Written by `PORTAL_DATA_DIR=./data ./mvnw test -Dtest=QueryPlans` on a seeded data folder (see
						[measurements](measurements.md)); it asks for each page as a person would and explains every statement that
						the page sent, with its values. It fails when a table that grows with the years is read from end to end;
						what is read whole on purpose is said at the end.

						Rows: %s.

						"""
					.formatted(sizes()));
		Set<String> explained = new HashSet<>();
		List<String> scans = new ArrayList<>();
		for (Map.Entry<String, Map<String, String>> person : pages().entrySet()) {
			Cookie session = signIn(person.getKey());
			for (Map.Entry<String, String> page : person.getValue().entrySet()) {
				// What is remembered from the first time isn't asked again.
				sent(page.getValue(), session);
				List<String> statements = sent(page.getValue(), session);
				report.append("## ")
					.append(page.getKey())
					.append("\n\n`")
					.append(page.getValue())
					.append("` as ")
					.append(person.getKey())
					.append(", ")
					.append(statements.size())
					.append(" statements, those of the session aside.\n\n");
				for (String statement : statements) {
					if (!explained.add(statement.replaceAll("\\d+", "0"))) {
						continue;
					}
					String plan = explain(statement);
					report.append("```sql\n")
						.append(readable(statement))
						.append("\n```\n```\n")
						.append(plan)
						.append("\n```\n\n");
					scans(plan, statement).forEach((table) -> scans.add(page.getKey() + ": " + table));
				}
			}
		}
		Files.writeString(REPORT, report.append(SMALL).toString());
		assertThat(scans).as("large tables read from end to end").isEmpty();
	}

	private static final String SMALL = """
			## Read whole on purpose

			- `conference`, `conclusion`, `organization`, `account`, `role_grant`, `holiday`, `rule_setting`: some thousand
			  rows at most; the planner reads them faster whole than through an index.
			- `open_clause`: as long as the clauses that still wait for a directive.
			- `stored_file` and `mail_outbox` are empty after seeding; their lists use `stored_file_owner`,
			  `mail_outbox_due`, `mail_outbox_failed` and `mail_outbox_sent` once there is something in them.
			- Work programs and the calendar hold the demo's rows only: their plans show the joins, not the size.
			- `directive_tally` and `directive_tally_change`: as large as units and days, not as directives.
			""";

	private Map<String, Map<String, String>> pages() {
		long unit = this.jdbc.sql("select id from organization where code = 'CQLTHADS'").query(Long.class).single();
		long conference = this.jdbc
			.sql("select conference_id from attendee group by conference_id order by count(*) desc limit 1")
			.query(Long.class)
			.single();
		long directive = this.jdbc.sql("""
				select id from directive where holder_organization_id = ? and status = 'VERIFIED' and extensions > 0
				order by id limit 1
				""").param(unit).query(Long.class).single();
		long program = this.jdbc
			.sql("select id from work_program where ministry and status = 'PUBLISHED' order by id limit 1")
			.query(Long.class)
			.single();
		Map<String, String> office = new LinkedHashMap<>();
		office.put("Directives of a unit in a state, by deadline",
				"/directives?unit=" + unit + "&state=IN_PROGRESS&sort=due");
		office.put("All directives", "/directives");
		office.put("All directives of a unit", "/directives?unit=" + unit);
		office.put("All directives of a source", "/directives?source=LEADER_DOCUMENT");
		office.put("All directives, by deadline", "/directives?sort=due");
		office.put("All directives, latest deadline first", "/directives?sort=-due");
		office.put("All directives, by unit", "/directives?sort=unit");
		office.put("Overdue directives", "/directives?timeliness=OPEN_OVERDUE");
		office.put("Directives by state", "/directives?sort=state");
		office.put("Directives by code", "/directives?sort=-code");
		office.put("Directives with these words", "/directives?q=so%20hoa%20ho%20so%20thi%20hanh%20an");
		office.put("Directives with this number", "/directives?q=2026-0412");
		office.put("A directive", "/directives/" + directive);
		office.put("Board of the year", "/directives/board");
		office.put("Board of all years", "/directives/board?year=all");
		office.put("Statistics of the year", "/statistics");
		office.put("Statistics of units as reported", "/statistics?reading=GIVEN&kind=PROVINCIAL_JUSTICE");
		String last = "figureFrom=" + LocalDate.now().minusYears(1) + "&figureTo=" + LocalDate.now().minusMonths(2);
		office.put("Directives behind a unit's number of a past period",
				"/directives?figure=DONE_LATE&figureHeir=" + unit + "&" + last);
		office.put("Directives behind a large number of all units of a past period",
				"/directives?figure=DONE_ON_TIME&" + last);
		office.put("Directives behind a small number of all units of a past period",
				"/directives?figure=OPEN_OVERDUE&" + last);
		office.put("Desk of the office", "/desk");
		office.put("Conferences", "/conferences");
		office.put("Conferences with these words", "/conferences?q=giao%20ban");
		office.put("Attendees of the largest conference", "/conferences/" + conference + "/attendees");
		office.put("Work programs", "/work-programs");
		office.put("Work programs of units in a year", "/work-programs?whose=units&year=" + LocalDate.now().getYear());
		office.put("Items of a work program", "/work-programs/" + program);
		office.put("Items of a work program with these words", "/work-programs/" + program + "?q=so%20ket");
		office.put("Report of a work program", "/work-programs/" + program + "/report");
		office.put("Consolidation of a work program", "/work-programs/" + program + "/consolidation");
		office.put("Adjustments of a work program", "/work-programs/" + program + "/adjustments");
		office.put("The leaders' week", "/calendar");
		office.put("Notifications", "/notifications");
		office.put("Unread notifications", "/notifications?state=unread");
		office.put("Notifications of a kind", "/notifications?kind=directive.request");
		Map<String, String> clerk = new LinkedHashMap<>();
		clerk.put("Directives of one's own unit", "/directives");
		clerk.put("Directives of one's own unit, by deadline", "/directives?sort=due");
		clerk.put("Directives of one's own unit in a state", "/directives?state=IN_PROGRESS&sort=due");
		clerk.put("Directives one coordinates", "/directives?mine=coordinating");
		clerk.put("Directives with these words, of one's own unit", "/directives?q=so%20hoa");
		clerk.put("Desk of a unit", "/desk");
		clerk.put("Conferences one is invited to", "/conferences");
		clerk.put("Work programs one knows of", "/work-programs");
		clerk.put("The leaders' week as it is published", "/calendar");
		Map<String, String> administrator = new LinkedHashMap<>();
		administrator.put("Audit trail", "/audit");
		administrator.put("Audit trail of a directive", "/audit?area=directive&subject=" + directive);
		administrator.put("Accounts", "/accounts");
		administrator.put("Mail", "/settings/mail");
		administrator.put("Accounts by name", "/accounts?q=nguyen");
		Map<String, Map<String, String>> pages = new LinkedHashMap<>();
		pages.put("vanphong", office);
		pages.put("thads", clerk);
		pages.put("quantri", administrator);
		pages.put("a visitor", Map.of("Front page", "/"));
		return pages;
	}

	private String sizes() {
		return String.join(", ", List
			.of("directive", "directive_event", "audit_entry", "attendee", "conference", "invitation", "clause",
					"notification", "account")
			.stream()
			.map((table) -> table + " " + this.jdbc.sql("select count(*) from " + table).query(Long.class).single())
			.toList());
	}

	private Cookie signIn(String username) throws Exception {
		if (username.contains(" ")) {
			return null;
		}
		return this.mvc.perform(post("/sign-in").param("username", username).param("password", PASSWORD).with(csrf()))
			.andReturn()
			.getResponse()
			.getCookie("SESSION");
	}

	private List<String> sent(String url, Cookie session) throws Exception {
		List<String> statements = new ArrayList<>();
		SENT.set(statements);
		try {
			int status = this.mvc
				.perform((session != null) ? get(URI.create(url)).cookie(session) : get(URI.create(url)))
				.andReturn()
				.getResponse()
				.getStatus();
			assertThat(status).as(url).isEqualTo(200);
		}
		finally {
			SENT.remove();
		}
		return statements;
	}

	private String explain(String statement) throws SQLException {
		try (Connection connection = this.database.getConnection();
				var explaining = connection.createStatement();
				var lines = explaining.executeQuery("explain (analyze, buffers off) " + statement)) {
			List<String> plan = new ArrayList<>();
			while (lines.next()) {
				plan.add(lines.getString(1));
			}
			return String.join("\n", plan);
		}
		catch (SQLException ex) {
			throw new SQLException(statement, ex);
		}
	}

	private static String readable(String statement) {
		return statement.strip().replaceAll("\\{[^}]{300,}}", "{…}");
	}

	private static List<String> scans(String plan, String statement) {
		if (WHOLE.matcher(statement).matches()) {
			return List.of();
		}
		Matcher scan = Pattern.compile("Seq Scan on (\\w+)").matcher(plan);
		return scan.results().map((found) -> found.group(1)).filter(LARGE::contains).toList();
	}

	/** Notes each statement with its values as it is sent. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Noting {

		@Bean
		static BeanPostProcessor notingDataSource() {
			return new BeanPostProcessor() {

				@Override
				public Object postProcessAfterInitialization(Object bean, String beanName) {
					return (bean instanceof DataSource dataSource) ? new DelegatingDataSource(dataSource) {

						@Override
						public Connection getConnection() throws SQLException {
							return (Connection) noting(super.getConnection(), Connection.class);
						}

					} : bean;
				}
			};
		}

		private static Object noting(Object target, Class<?> type) {
			SortedMap<Integer, Object[]> arrays = new TreeMap<>();
			InvocationHandler handler = (proxy, method, arguments) -> {
				if (method.getName().startsWith("set") && arguments != null && arguments.length > 1
						&& arguments[1] instanceof Object[] array) {
					arrays.put((Integer) arguments[0], array);
				}
				if (method.getName().startsWith("execute") && SENT.get() != null
						&& target instanceof PreparedStatement statement) {
					note(statement.unwrap(PgStatement.class).toString(), arrays.values());
				}
				try {
					Object result = method.invoke(target, arguments);
					return (result instanceof PreparedStatement && target instanceof Connection)
							? noting(result, PreparedStatement.class) : result;
				}
				catch (InvocationTargetException ex) {
					throw ex.getCause();
				}
			};
			return Proxy.newProxyInstance(QueryPlans.class.getClassLoader(), new Class<?>[] { type }, handler);
		}

		/** The driver writes all values into its text but those of arrays. */
		private static void note(String sql, Collection<Object[]> arrays) {
			if (sql.contains("SPRING_SESSION") || !READS.matcher(sql).lookingAt()) {
				return;
			}
			String noted = sql;
			for (Object[] array : arrays) {
				String values = Arrays.stream(array).map(String::valueOf).collect(Collectors.joining(","));
				noted = noted.replaceFirst("\\?", Matcher
					.quoteReplacement("('{" + values + "}'" + (array instanceof Long[] ? "::bigint[])" : "::text[])")));
			}
			SENT.get().add(noted);
		}

	}

}
