package vn.nhactruong.workprogram.reminder;

import java.util.EnumSet;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.nhactruong.notification.NotificationKind;
import vn.nhactruong.shared.Role;
import vn.nhactruong.workprogram.WorkProgramAccess;

/** The kinds of messages that work programs send, for the settings of mail. */
@Configuration(proxyBeanMethods = false)
class WorkProgramNoticeKinds {

	private static final Set<Role> UNITS = EnumSet.copyOf(WorkProgramAccess.unitRoles());

	private static final Set<Role> MANAGERS = EnumSet.of(Role.OFFICE, Role.UNIT_HEAD, Role.CLERK);

	@Bean
	NotificationKind workProgramProposal() {
		return NotificationKind.duty("workprogram.proposal", 60, UNITS, "workprogram.notice.opened",
				"workprogram.notice.accepted", "workprogram.notice.returned", "workprogram.notice.merged",
				"workprogram.notice.dropped");
	}

	@Bean
	NotificationKind workProgramApproval() {
		return NotificationKind.duty("workprogram.approval", 61,
				EnumSet.of(Role.LEADER, Role.OFFICE, Role.UNIT_HEAD, Role.CLERK), "workprogram.notice.submitted",
				"workprogram.notice.sentBack", "workprogram.notice.approved", "workprogram.notice.adjustmentDrafted",
				"workprogram.notice.adjustmentSentBack", "workprogram.notice.adjustmentRequested",
				"workprogram.notice.adjustmentApproved", "workprogram.notice.adjustmentRefused",
				"workprogram.notice.adjustmentLapsed");
	}

	@Bean
	NotificationKind workProgramPublication() {
		return NotificationKind.optional("workprogram.publication", 62, UNITS, "workprogram.notice.published",
				"workprogram.notice.changed");
	}

	@Bean
	NotificationKind workProgramProgress() {
		return NotificationKind.optional("workprogram.progress", 63, MANAGERS, "workprogram.notice.done",
				"workprogram.notice.slipped", "workprogram.notice.slipWithdrawn");
	}

}
