package vn.nhactruong.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a {@link DatabaseFailure} as its two sentences and nothing else. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseFailure> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, DatabaseFailure cause) {
		return new FailureAnalysis(cause.getMessage(), null, cause);
	}

}
