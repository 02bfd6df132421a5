package vn.nhactruong.directive;

import java.util.EnumSet;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.nhactruong.notification.NotificationKind;
import vn.nhactruong.shared.Role;

/** The kinds of messages that directives send, for the settings of mail. */
@Configuration(proxyBeanMethods = false)
class DirectiveNoticeKinds {

	private static final Set<Role> UNITS = EnumSet.copyOf(DirectiveAccess.unitRoles());

	@Bean
	NotificationKind directiveAssignment() {
		return NotificationKind.duty("directive.assignment", 50, UNITS, "directive.notice.issued",
				"directive.notice.coordinate", "directive.notice.cancelled", "directive.notice.takenAway");
	}

	@Bean
	NotificationKind directiveDecision() {
		return NotificationKind.duty("directive.decision", 51, UNITS, "directive.notice.verified",
				"directive.notice.returned", "directive.notice.extensionApproved", "directive.notice.extensionRefused",
				"directive.notice.extensionSentBack", "directive.notice.reportSentBack",
				"directive.notice.declinationRefused");
	}

	@Bean
	NotificationKind directiveSignature() {
		return NotificationKind.duty("directive.signature", 52, EnumSet.of(Role.UNIT_HEAD),
				"directive.notice.extensionDrafted", "directive.notice.reportDrafted");
	}

	@Bean
	NotificationKind directiveRequest() {
		return NotificationKind.duty("directive.request", 53, EnumSet.of(Role.OFFICE), "directive.notice.reported",
				"directive.notice.extensionRequested", "directive.notice.declined");
	}

	@Bean
	NotificationKind directiveContribution() {
		return NotificationKind.optional("directive.contribution", 54, UNITS, "directive.notice.contributed");
	}

}
