package vn.nhactruong.directive.coordination;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.AwaitedContribution;
import vn.nhactruong.directive.AwaitedRepository;
import vn.nhactruong.directive.Directive;
import vn.nhactruong.directive.DirectiveAccess;
import vn.nhactruong.directive.DirectiveBrief;
import vn.nhactruong.directive.DirectiveNotices;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.Right;
import vn.nhactruong.directive.history.DirectiveAct;
import vn.nhactruong.directive.history.DirectiveEvent;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.NotVisibleException;

/**
 * What coordinating units owe the lead of a directive: given another day by the issuer,
 * or done without by the issuer or the lead's head.
 */
@Service
@Transactional
class DirectiveCoordination {

	private final Directives directives;

	private final AwaitedRepository awaited;

	private final DirectiveAccess access;

	private final DirectiveNotices notices;

	private final UnitDirectory units;

	private final Clock clock;

	DirectiveCoordination(Directives directives, AwaitedRepository awaited, DirectiveAccess access,
			DirectiveNotices notices, UnitDirectory units, Clock clock) {
		this.directives = directives;
		this.awaited = awaited;
		this.access = access;
		this.notices = notices;
		this.units = units;
		this.clock = clock;
	}

	/** What heads the form; the unit that it is about must be waited for. */
	@Transactional(readOnly = true)
	ContributionBrief openWaited(long id, long itemId, Right right, Viewer viewer) {
		return brief(this.directives.open(id, right, (directive) -> {
			AwaitedContribution contribution = get(id, itemId);
			directive.requireOpen();
			contribution.requireWaited();
		}, viewer), itemId);
	}

	private ContributionBrief brief(DirectiveBrief brief, long itemId) {
		AwaitedContribution contribution = get(brief.id(), itemId);
		return new ContributionBrief(brief, this.units.name(contribution.getOrganizationId()), contribution.getDueOn());
	}

	/** The lead needn't wait for it any longer. */
	void waive(long id, long itemId, String reason, Viewer viewer) {
		Directive directive = this.directives.load(id, viewer);
		this.access.requireCoordinating(viewer, directive);
		directive.requireOpen();
		AwaitedContribution contribution = get(id, itemId);
		contribution.waive(reason, LocalDate.now(this.clock), viewer.accountId());
		this.directives.done(directive,
				DirectiveEvent.of(DirectiveAct.CONTRIBUTION_WAIVED)
					.target(contribution.getOrganizationId())
					.text(reason),
				new Changes().field("directive.reason", null, reason), viewer);
		this.notices.toCoordinator(directive, contribution.getOrganizationId(), "directive.notice.contributionWaived");
	}

	void reschedule(long id, long itemId, LocalDate dueOn, Viewer viewer) {
		Directive directive = this.directives.load(id, viewer);
		this.access.requireDirecting(viewer);
		directive.requireOpen();
		AwaitedContribution contribution = get(id, itemId);
		LocalDate before = contribution.getDueOn();
		contribution.reschedule(dueOn, directive.getDueOn(), LocalDate.now(this.clock));
		this.directives.done(directive,
				DirectiveEvent.of(DirectiveAct.CONTRIBUTION_RESCHEDULED)
					.target(contribution.getOrganizationId())
					.day(dueOn),
				new Changes().field("contributionDeadlineForm.dueOn", before, dueOn), viewer);
		this.notices.toCoordinator(directive, contribution.getOrganizationId(),
				"directive.notice.contributionRescheduled");
	}

	private AwaitedContribution get(long id, long itemId) {
		return this.awaited.findByIdAndDirectiveId(itemId, id)
			.orElseThrow(() -> new NotVisibleException("contribution", itemId));
	}

	/** A coordinating unit's part as it heads a form. */
	record ContributionBrief(DirectiveBrief directive, String unit, LocalDate dueOn) {
	}

}
