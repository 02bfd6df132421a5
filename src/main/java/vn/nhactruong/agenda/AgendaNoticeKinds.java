package vn.nhactruong.agenda;

import java.util.EnumSet;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.notification.NotificationKind;
import vn.nhactruong.shared.Role;

/** The kind of messages that agendas send, for the settings of mail. */
@Configuration(proxyBeanMethods = false)
class AgendaNoticeKinds {

	@Bean
	NotificationKind agendaRelease() {
		return NotificationKind.optional("agenda.release", 20, EnumSet.of(Role.UNIT_HEAD, Role.CLERK),
				Stream.of(HalfDay.wordings(AgendaNotices.RELEASED), HalfDay.wordings(AgendaNotices.CHANGED))
					.flatMap(Stream::of)
					.toArray(String[]::new));
	}

}
