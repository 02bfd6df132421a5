package vn.nhactruong.database;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Runs what modules declare as beans of type {@link RecurringTask}: each run happens on
 * one node only, however many share the database, and one that a stopped node missed
 * happens once at the next start. A node that died in the middle of one gives it up after
 * {@link #SILENT_NODE_IS_DEAD} at the latest. What has to happen on every node keeps
 * {@code @Scheduled}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "portal.jobs.enabled", matchIfMissing = true)
class JobConfiguration {

	private static final int THREADS = 2;

	private static final Duration POLLING = Duration.ofSeconds(10);

	private static final int MISSED_HEARTBEATS = 4;

	/**
	 * The library waits for half an hour, in which no mail leaves the ministry. A node
	 * that was only asleep for so long does no harm: what a job does it claims row by row
	 * in the database.
	 */
	static final Duration SILENT_NODE_IS_DEAD = Duration.ofMinutes(1);

	@Bean(destroyMethod = "stop")
	Scheduler scheduler(DataSource database, ObjectProvider<RecurringTask<?>> jobs, Clock clock) {
		return sharing(database, jobs.orderedStream().toList(), clock, POLLING);
	}

	static Scheduler sharing(DataSource database, List<? extends RecurringTask<?>> jobs, Clock clock,
			Duration polling) {
		return Scheduler.create(database)
			.startTasks(List.copyOf(jobs))
			.tableName("scheduled_job")
			.clock(clock::instant)
			.threads(THREADS)
			.pollingInterval(polling)
			.heartbeatInterval(SILENT_NODE_IS_DEAD.dividedBy(MISSED_HEARTBEATS))
			.missedHeartbeatsLimit(MISSED_HEARTBEATS)
			.shutdownMaxWait(Duration.ofSeconds(15))
			.build();
	}

	/** Not before everything listens that a job may speak to. */
	@Bean
	ApplicationListener<ApplicationReadyEvent> jobs(Scheduler scheduler) {
		return (ready) -> scheduler.start();
	}

}
