package vn.nhactruong.directive.figure;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sums up what changed in the tally, so that readers have little to add. The database
 * notes each change by itself; whether and when it is summed up changes no number.
 */
@Component
class DirectiveTally {

	private static final Duration SUMMED_UP_EVERY = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	DirectiveTally(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Bean
	RecurringTask<Void> directiveTallyJob() {
		return Tasks.recurring("directive-tally", FixedDelay.of(SUMMED_UP_EVERY)).execute((run, context) -> sumUp());
	}

	void sumUp() {
		this.jdbc.sql("select directive_tally_compact()").query((row) -> {
		});
	}

}
