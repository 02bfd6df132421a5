package vn.nhactruong.attendance;

import java.time.LocalTime;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.nhactruong.shared.ClockConfiguration;

/** What happens to attendees without anybody asking for it. */
@Configuration(proxyBeanMethods = false)
class AttendanceJobs {

	@Bean
	RecurringTask<Void> contactsForgotten(Attendees attendees) {
		return Tasks
			.recurring("attendance-contacts-forgotten", Schedules.daily(ClockConfiguration.ZONE, LocalTime.of(1, 20)))
			.execute((instance, context) -> attendees.forgetContacts());
	}

}
