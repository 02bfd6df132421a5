package vn.nhactruong.directive.reminder;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.nhactruong.directive.DirectiveAccess;
import vn.nhactruong.notification.NotificationKind;
import vn.nhactruong.shared.Role;

/** The kinds of messages that directives send, for the settings of mail. */
@Configuration(proxyBeanMethods = false)
class DirectiveNoticeKinds {

	private static final Set<Role> UNITS = EnumSet.copyOf(DirectiveAccess.unitRoles());

	@Bean
	NotificationKind directiveAssignment() {
		return NotificationKind.duty("directive.assignment", 50, UNITS, "directive.notice.issued",
				"directive.notice.issuedDue", "directive.notice.coordinate", "directive.notice.coordinateDue",
				"directive.notice.coordinateFamily", "directive.notice.coordinateFamilyDue",
				"directive.notice.coordinationEnded", "directive.notice.cancelled", "directive.notice.takenAway",
				"directive.notice.assigned", "directive.notice.unassigned");
	}

	@Bean
	NotificationKind directiveDecision() {
		return NotificationKind.duty("directive.decision", 51, UNITS, "directive.notice.verified",
				"directive.notice.returned", "directive.notice.extensionApproved", "directive.notice.extensionRefused",
				"directive.notice.extensionSentBack", "directive.notice.extensionLapsed",
				"directive.notice.reportSentBack", "directive.notice.declinationRefused", "directive.notice.reopened",
				"directive.notice.reopenedDue");
	}

	@Bean
	NotificationKind directiveSignature() {
		return NotificationKind.duty("directive.signature", 52, EnumSet.of(Role.UNIT_HEAD),
				"directive.notice.extensionDrafted", "directive.notice.reportDrafted");
	}

	@Bean
	NotificationKind directiveRequest() {
		return NotificationKind.duty("directive.request", 53, EnumSet.of(Role.OFFICE, Role.LEADER),
				"directive.notice.reported", "directive.notice.extensionRequested", "directive.notice.declined",
				"directive.notice.reopeningRequested", "directive.notice.reopeningRefused",
				"directive.notice.reopeningApproved", "directive.notice.reopeningApprovedDue",
				"directive.notice.familyClosed");
	}

	@Bean
	NotificationKind directiveReminder() {
		return NotificationKind.duty("directive.reminder", 55,
				EnumSet.of(Role.CLERK, Role.UNIT_HEAD, Role.OFFICE, Role.LEADER),
				Stream
					.concat(Stream.of("directive.notice.reminded"),
							Arrays.stream(ReminderStep.values())
								.flatMap((step) -> Stream.of(step.messageKey(false), step.messageKey(true))))
					.distinct()
					.toArray(String[]::new));
	}

	@Bean
	NotificationKind directiveContribution() {
		return NotificationKind.optional("directive.contribution", 54, UNITS, "directive.notice.contributed",
				"directive.notice.contributionWaived", "directive.notice.contributionRescheduled",
				"directive.notice.coordinatorAdded", "directive.notice.coordinatorRemoved");
	}

}
