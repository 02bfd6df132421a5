package vn.nhactruong.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.nhactruong.PortalTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Two nodes on one database share out its jobs. */
@PortalTest
class JobTests {

	private static final String JOB = "job-tests";

	private static final int RUNS = 8;

	@Autowired
	private DataSource database;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ObjectProvider<RecurringTask<?>> jobs;

	private final Queue<Instant> served = new ConcurrentLinkedQueue<>();

	private final CountDownLatch enough = new CountDownLatch(RUNS);

	@AfterEach
	void forget() {
		this.jdbc.sql("delete from scheduled_job where task_name = ?").param(JOB).update();
	}

	@Test
	void each_due_time_of_a_job_is_served_by_one_of_two_nodes() throws InterruptedException {
		Scheduler one = node();
		Scheduler other = node();
		try {
			one.start();
			other.start();
			assertThat(this.enough.await(30, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			one.stop();
			other.stop();
		}
		assertThat(this.served).hasSizeGreaterThanOrEqualTo(RUNS).doesNotHaveDuplicates();
	}

	@Test
	void job_of_a_node_that_died_in_it_goes_on_elsewhere() throws InterruptedException {
		claimed(JobConfiguration.SILENT_NODE_IS_DEAD.plusSeconds(5));
		Scheduler other = node();
		try {
			other.start();
			assertThat(this.enough.await(30, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			other.stop();
		}
	}

	@Test
	void job_that_another_node_is_at_is_left_to_it() throws InterruptedException {
		claimed(JobConfiguration.SILENT_NODE_IS_DEAD.dividedBy(2));
		Scheduler other = node();
		try {
			other.start();
			assertThat(this.enough.await(2, TimeUnit.SECONDS)).isFalse();
		}
		finally {
			other.stop();
		}
		assertThat(this.served).isEmpty();
	}

	/** Another node took the job and hasn't been heard of since. */
	private void claimed(Duration silent) {
		this.jdbc.sql("""
				insert into scheduled_job (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat,
				    version)
				values (:job, 'recurring', now() - :silent * interval '1 second', true, 'a node that is gone',
				    now() - :silent * interval '1 second', 2)
				""").param("job", JOB).param("silent", silent.toSeconds()).update();
	}

	@Test
	void every_job_of_the_portal_has_a_name_of_its_own() {
		assertThat(this.jobs.stream().map(RecurringTask::getName).toList()).isNotEmpty().doesNotHaveDuplicates();
	}

	private Scheduler node() {
		RecurringTask<Void> job = Tasks.recurring(JOB, Schedules.fixedDelay(Duration.ofMillis(50)))
			.execute((run, context) -> {
				this.served.add(context.getExecution().getExecutionTime());
				this.enough.countDown();
			});
		return JobConfiguration.sharing(this.database, List.of(job), Clock.systemUTC(), Duration.ofMillis(50));
	}

}
