package vn.nhactruong.directive.reopening;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.Directive;
import vn.nhactruong.directive.DirectiveAccess;
import vn.nhactruong.directive.DirectiveBrief;
import vn.nhactruong.directive.DirectiveNotices;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.Right;
import vn.nhactruong.directive.Timeliness;
import vn.nhactruong.directive.history.DirectiveAct;
import vn.nhactruong.directive.history.DirectiveEvent;
import vn.nhactruong.directive.history.DirectiveHistory;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.RuleViolation;

/**
 * Verified work that is taken up again: the office asks for it with a reason, a leader
 * agrees or does it without being asked.
 */
@Service
@Transactional
@NamedInterface("reopening")
public class DirectiveReopenings {

	private final Directives directives;

	private final ReopeningRepository reopenings;

	private final DirectiveHistory history;

	private final DirectiveAccess access;

	private final DirectiveNotices notices;

	private final Clock clock;

	DirectiveReopenings(Directives directives, ReopeningRepository reopenings, DirectiveHistory history,
			DirectiveAccess access, DirectiveNotices notices, Clock clock) {
		this.directives = directives;
		this.reopenings = reopenings;
		this.history = history;
		this.access = access;
		this.notices = notices;
		this.clock = clock;
	}

	/** Asks a leader to reopen it; a leader who writes this reopens it at once. */
	public void reopen(long id, String reason, Viewer viewer) {
		Directive directive = directed(id, viewer);
		requireReopenable(directive);
		Instant now = this.clock.instant();
		Reopening reopening = new Reopening(directive, reason, LocalDate.now(this.clock), viewer.accountId(), now);
		this.reopenings.saveAndFlush(reopening);
		if (this.access.mayReopen(viewer)) {
			approved(directive, reopening, viewer);
			return;
		}
		this.directives.done(directive, DirectiveEvent.of(DirectiveAct.REOPENING_REQUESTED).text(reason),
				new Changes().field("directive.reason", null, reason), viewer);
		this.notices.toLeaders(directive, "directive.notice.reopeningRequested");
	}

	/** One request at a time. */
	private void requireReopenable(Directive directive) {
		directive.requireVerified();
		if (this.reopenings.findByDirectiveIdAndStatus(directive.getId(), ReopeningStatus.REQUESTED).isPresent()) {
			throw RuleViolation.of("directive.error.reopeningUndecided");
		}
	}

	public void approve(long id, Viewer viewer) {
		Directive directive = directed(id, viewer);
		this.access.requireReopening(viewer);
		approved(directive, requested(id), viewer);
	}

	private void approved(Directive directive, Reopening reopening, Viewer viewer) {
		this.directives.holdFamily(directive);
		Timeliness before = reopening.getTimelinessBefore();
		int percent = this.history.percentBefore(directive.getId());
		reopening.approve(directive, percent, viewer.accountId(), this.clock.instant());
		this.directives.done(directive,
				DirectiveEvent.of(DirectiveAct.REOPENED).percent(percent).text(reopening.getReason()),
				new Changes().field("directive.reason", null, reopening.getReason())
					.field("directive.percent", "100%", percent + "%")
					.field("directive.timeliness", before, directive.timelinessOn(LocalDate.now(this.clock))),
				viewer);
		this.directives.reopenFamily(directive);
		this.notices.toUnit(directive, "directive.notice.reopened");
	}

	/** It stays verified. */
	public void refuse(long id, String reason, Viewer viewer) {
		Directive directive = directed(id, viewer);
		this.access.requireReopening(viewer);
		requested(id).refuse(reason, viewer.accountId(), this.clock.instant());
		this.directives.done(directive, DirectiveEvent.of(DirectiveAct.REOPENING_REFUSED).text(reason),
				new Changes().field("directive.reason", null, reason), viewer);
		this.notices.toIssuer(directive, "directive.notice.reopeningRefused");
	}

	/** What heads the empty form by which it is asked for. */
	@Transactional(readOnly = true)
	DirectiveBrief open(long id, Viewer viewer) {
		return this.directives.open(id, Right.DIRECT, this::requireReopenable, viewer);
	}

	/** What heads the form by which a leader refuses. */
	@Transactional(readOnly = true)
	DirectiveBrief openUndecided(long id, Viewer viewer) {
		DirectiveBrief brief = this.directives.open(id, Right.DIRECT, viewer);
		this.access.requireReopening(viewer);
		requested(id);
		return brief;
	}

	private Reopening requested(long id) {
		return this.reopenings.findByDirectiveIdAndStatus(id, ReopeningStatus.REQUESTED)
			.orElseThrow(() -> RuleViolation.of("directive.error.reopeningDecided"));
	}

	private Directive directed(long id, Viewer viewer) {
		Directive directive = this.directives.load(id, viewer);
		this.access.requireDirecting(viewer);
		return directive;
	}

}
