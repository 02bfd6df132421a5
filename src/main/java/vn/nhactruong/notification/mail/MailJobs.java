package vn.nhactruong.notification.mail;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When mail goes out without anybody asking for it. */
@Configuration(proxyBeanMethods = false)
class MailJobs {

	@Bean
	RecurringTask<Void> mailSending(Postman postman) {
		return Tasks.recurring("mail-sending", Schedules.fixedDelay(Duration.ofSeconds(10)))
			.execute((run, context) -> postman.deliver());
	}

	/**
	 * Looks often, since an administrator may move the hour; a day has one digest all the
	 * same.
	 */
	@Bean
	RecurringTask<Void> mailDigests(Digests digests) {
		return Tasks.recurring("mail-digests", Schedules.fixedDelay(Duration.ofMinutes(5)))
			.execute((run, context) -> digests.gatherIfDue());
	}

}
