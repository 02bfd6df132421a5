package vn.nhactruong.notification.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.nhactruong.notification.Outbox;
import vn.nhactruong.setting.RuleKey;
import vn.nhactruong.setting.Settings;
import vn.nhactruong.shared.ClockConfiguration;

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

	@Bean
	RecurringTask<Void> mailForgetting(Outbox outbox, Settings settings, Clock clock) {
		return Tasks.recurring("mail-forgetting", Schedules.daily(ClockConfiguration.ZONE, LocalTime.of(3, 30)))
			.execute((run, context) -> {
				ZonedDateTime now = ZonedDateTime.now(clock);
				outbox.forget(now.minusMonths(settings.number(RuleKey.SENT_MAIL_KEPT, now.toLocalDate())).toInstant());
			});
	}

}
