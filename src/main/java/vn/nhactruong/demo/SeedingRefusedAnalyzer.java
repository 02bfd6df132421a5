package vn.nhactruong.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a {@link SeedingRefused} as its sentences and nothing else. */
class SeedingRefusedAnalyzer extends AbstractFailureAnalyzer<SeedingRefused> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SeedingRefused cause) {
		return new FailureAnalysis(cause.getMessage(), null, cause);
	}

}
