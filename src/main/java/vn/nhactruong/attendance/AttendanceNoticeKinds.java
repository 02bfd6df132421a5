package vn.nhactruong.attendance;

import java.util.EnumSet;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.nhactruong.notification.NotificationKind;
import vn.nhactruong.shared.Role;

/** The kinds of messages about attendees, for the settings of mail. */
@Configuration(proxyBeanMethods = false)
class AttendanceNoticeKinds {

	@Bean
	NotificationKind attendanceReminder() {
		return NotificationKind.duty("attendance.reminder", 30, EnumSet.of(Role.UNIT_HEAD, Role.CLERK),
				"attendance.notice.reminder");
	}

	@Bean
	NotificationKind attendanceConfirmation() {
		return NotificationKind.optional("attendance.confirmation", 31, EnumSet.of(Role.OFFICE),
				"attendance.notice.confirmed");
	}

}
