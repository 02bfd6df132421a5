package vn.nhactruong.conclusion;

import java.util.EnumSet;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.nhactruong.notification.NotificationKind;
import vn.nhactruong.shared.Role;

/** The kinds of messages that conclusions send, for the settings of mail. */
@Configuration(proxyBeanMethods = false)
class ConclusionNoticeKinds {

	@Bean
	NotificationKind conclusionReview() {
		return NotificationKind.duty("conclusion.review", 40, EnumSet.of(Role.LEADER, Role.OFFICE),
				"conclusion.notice.submitted", "conclusion.notice.returned", "conclusion.notice.approved");
	}

	@Bean
	NotificationKind conclusionIssue() {
		return NotificationKind.optional("conclusion.issue", 41, EnumSet.of(Role.UNIT_HEAD, Role.CLERK, Role.OBSERVER),
				"conclusion.notice.issued");
	}

}
