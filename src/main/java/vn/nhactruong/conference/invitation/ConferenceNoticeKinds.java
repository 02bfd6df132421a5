package vn.nhactruong.conference.invitation;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.notification.NotificationKind;
import vn.nhactruong.shared.Role;

/** The kinds of messages that conferences send, for the settings of mail. */
@Configuration(proxyBeanMethods = false)
class ConferenceNoticeKinds {

	private static final Set<Role> UNITS = EnumSet.of(Role.UNIT_HEAD, Role.CLERK);

	@Bean
	NotificationKind conferenceInvitation() {
		return NotificationKind.duty("conference.invitation", 10, UNITS, HalfDay.wordings(ConferenceNotices.ANNOUNCED));
	}

	@Bean
	NotificationKind conferenceChange() {
		return NotificationKind.duty("conference.change", 11, UNITS,
				Stream
					.of(HalfDay.wordings(ConferenceNotices.MOVED), HalfDay.wordings(ConferenceNotices.CANCELLED),
							new String[] { ConferenceNotices.POSTPONED })
					.flatMap(Stream::of)
					.toArray(String[]::new));
	}

}
