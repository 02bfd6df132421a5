package vn.nhactruong.database;

import java.sql.SQLException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Explains a start that failed because the configured database does not answer (SQL state
 * class 08), refuses user or password (28) or does not exist (3D).
 */
class UnreachableDatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

	private final Environment environment;

	UnreachableDatabaseAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
		String state = String.valueOf(cause.getSQLState());
		if (!state.startsWith("08") && !state.startsWith("28") && !state.startsWith("3D")) {
			return null;
		}
		// Anything after "?" may hold a password.
		String address = this.environment.getProperty("spring.datasource.url", "PostgreSQL").replaceFirst("\\?.*", "");
		return new FailureAnalysis(DatabaseFailure.Reason.UNREACHABLE.sentences(address, cause.getMessage()), null,
				cause);
	}

}
