package vn.nhactruong.calendar;

import java.util.EnumSet;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.nhactruong.notification.NotificationKind;
import vn.nhactruong.shared.Role;

/** The kinds of messages about the leaders' week, for the settings of mail. */
@Configuration(proxyBeanMethods = false)
class CalendarNoticeKinds {

	@Bean
	NotificationKind calendarApproval() {
		return NotificationKind.duty("calendar.approval", 70,
				EnumSet.of(Role.LEADER, Role.OFFICE, Role.UNIT_HEAD, Role.CLERK), "calendar.notice.submitted",
				"calendar.notice.sentBack", "calendar.notice.returned");
	}

	@Bean
	NotificationKind calendarRelease() {
		return NotificationKind.optional("calendar.release", 71, EnumSet.of(Role.LEADER, Role.UNIT_HEAD, Role.CLERK),
				"calendar.notice.released");
	}

	/** Only who is concerned is told, and often on the day itself. */
	@Bean
	NotificationKind calendarChange() {
		return NotificationKind.duty("calendar.change", 72, EnumSet.of(Role.LEADER, Role.UNIT_HEAD, Role.CLERK),
				"calendar.notice.changed");
	}

}
