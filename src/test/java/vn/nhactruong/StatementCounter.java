package vn.nhactruong;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts the SQL statements that one thread sends, whoever sends them: Hibernate or
 * JdbcClient. Those of the session are left out: a test starts a new one with each
 * request, a browser does not. A list page is asked for with one row and with three; if
 * both take the same number of statements, nothing is loaded row by row. <pre>
 * StatementCounter.expect(4, () -&gt; this.mvc.perform(get("/accounts")).andExpect(status().isOk()));
 * </pre>
 */
public final class StatementCounter {

	private static final ThreadLocal<List<String>> COUNTED = new ThreadLocal<>();

	private StatementCounter() {
	}

	/** Runs the act and fails, naming each statement, unless it sent exactly so many. */
	public static void expect(int statements, Act act) throws Exception {
		assertThat(during(act)).as("SQL statements").hasSize(statements);
	}

	/** The statements that the act sent, in their order. */
	public static List<String> during(Act act) throws Exception {
		List<String> counted = new ArrayList<>();
		COUNTED.set(counted);
		try {
			act.run();
		}
		finally {
			COUNTED.remove();
		}
		return counted;
	}

	private static Object counting(Object target, Class<?> type, String prepared) {
		InvocationHandler handler = (proxy, method, arguments) -> {
			String sql = (arguments != null && arguments.length > 0 && arguments[0] instanceof String text) ? text
					: prepared;
			if (method.getName().startsWith("execute") && COUNTED.get() != null
					&& !String.valueOf(sql).contains("SPRING_SESSION")) {
				COUNTED.get().add(String.valueOf(sql));
			}
			try {
				Object result = method.invoke(target, arguments);
				return (result instanceof Statement statement && target instanceof Connection)
						? counting(statement, method.getReturnType(), sql) : result;
			}
			catch (InvocationTargetException ex) {
				throw ex.getCause();
			}
		};
		return Proxy.newProxyInstance(StatementCounter.class.getClassLoader(), new Class<?>[] { type }, handler);
	}

	/** What is counted. */
	@FunctionalInterface
	public interface Act {

		void run() throws Exception;

	}

	/** Puts the counter between the application and its database. */
	static class CountingDataSource implements BeanPostProcessor {

		@Override
		public Object postProcessAfterInitialization(Object bean, String beanName) {
			return (bean instanceof DataSource dataSource) ? new DelegatingDataSource(dataSource) {

				@Override
				public Connection getConnection() throws SQLException {
					return (Connection) counting(super.getConnection(), Connection.class, null);
				}

			} : bean;
		}

	}

}
