package vn.nhactruong.directive.reopening;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.Directive;
import vn.nhactruong.directive.DirectiveAccess;
import vn.nhactruong.directive.DirectiveBrief;
import vn.nhactruong.directive.DirectiveNotices;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.ReasonForm;
import vn.nhactruong.directive.Right;
import vn.nhactruong.directive.Timeliness;
import vn.nhactruong.directive.extension.DirectiveExtensions;
import vn.nhactruong.directive.history.DirectiveAct;
import vn.nhactruong.directive.history.DirectiveEvent;
import vn.nhactruong.directive.history.DirectiveHistory;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.RuleViolation;

/**
 * Verified work that is taken up again: the office asks for it with a reason, a leader
 * agrees or does it without being asked. It may get a new deadline with it, which the
 * leader decides.
 */
@Service
@Transactional
@NamedInterface("reopening")
public class DirectiveReopenings {

	private final Directives directives;

	private final ReopeningRepository reopenings;

	private final DirectiveExtensions extensions;

	private final DirectiveHistory history;

	private final DirectiveAccess access;

	private final DirectiveNotices notices;

	private final Clock clock;

	private final EntityManager entities;

	DirectiveReopenings(Directives directives, ReopeningRepository reopenings, DirectiveExtensions extensions,
			DirectiveHistory history, DirectiveAccess access, DirectiveNotices notices, Clock clock,
			EntityManager entities) {
		this.directives = directives;
		this.reopenings = reopenings;
		this.extensions = extensions;
		this.history = history;
		this.access = access;
		this.notices = notices;
		this.clock = clock;
		this.entities = entities;
	}

	/**
	 * Asks a leader to reopen it; a leader who writes this reopens it at once.
	 * @param dueOn the new deadline, or {@code null} for the one it has
	 */
	public void reopen(long id, String reason, LocalDate dueOn, Viewer viewer) {
		Directive directive = this.directives.directed(id, viewer);
		requireReopenable(directive);
		requireReopenable(directive, dueOn);
		Instant now = this.clock.instant();
		Reopening reopening = new Reopening(directive, reason, dueOn, today(), viewer.accountId(), now);
		this.reopenings.saveAndFlush(reopening);
		if (this.access.mayReopen(viewer)) {
			approved(directive, reopening, dueOn, viewer);
			return;
		}
		changed(directive);
		this.directives.done(directive, DirectiveEvent.of(DirectiveAct.REOPENING_REQUESTED).day(dueOn).text(reason),
				new Changes().field("directive.reason", null, reason)
					.field("directive.dueOn", (dueOn != null) ? directive.getDueOn() : null, dueOn),
				viewer);
		this.notices.toLeaders(directive, "directive.notice.reopeningRequested");
	}

	/** One request at a time. */
	private void requireReopenable(Directive directive) {
		directive.requireVerified();
		if (this.reopenings.findByDirectiveIdAndStatus(directive.getId(), ReopeningStatus.REQUESTED).isPresent()) {
			throw RuleViolation.of("directive.error.reopeningUndecided");
		}
	}

	/**
	 * A request, and its end, make the directive another one to whoever decides: what
	 * they read must be what they decide on.
	 */
	private void changed(Directive directive) {
		this.entities.lock(directive, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
	}

	void approve(long id, ReopeningApprovalForm form, Viewer viewer) {
		form.requireSeen(decided(id, viewer));
		approve(id, form.getDueOn(), viewer);
	}

	/**
	 * Agrees.
	 * @param dueOn the new deadline, whichever was asked for; {@code null} for the one it
	 * has
	 */
	public void approve(long id, LocalDate dueOn, Viewer viewer) {
		Directive directive = decided(id, viewer);
		approved(directive, requested(id), dueOn, viewer);
		this.notices.toIssuer(directive,
				(dueOn != null) ? "directive.notice.reopeningApprovedDue" : "directive.notice.reopeningApproved");
	}

	/** Loads for whoever decides. */
	private Directive decided(long id, Viewer viewer) {
		Directive directive = this.directives.directed(id, viewer);
		this.access.requireReopening(viewer);
		return directive;
	}

	private void approved(Directive directive, Reopening reopening, LocalDate dueOn, Viewer viewer) {
		this.directives.holdFamily(directive);
		Timeliness before = reopening.getTimelinessBefore();
		LocalDate dueBefore = directive.getDueOn();
		int percent = this.history.percentBefore(directive.getId());
		if (dueOn != null) {
			requireReopenable(directive, dueOn);
			this.extensions.ofReopening(directive, reopening.getId(), reopening.getReason(), dueOn, viewer);
		}
		reopening.approve(directive, percent, dueOn, today(), viewer.accountId(), this.clock.instant());
		this.directives.done(directive,
				DirectiveEvent.of(DirectiveAct.REOPENED).percent(percent).day(dueOn).text(reopening.getReason()),
				new Changes().field("directive.reason", null, reopening.getReason())
					.field("directive.percent", "100%", percent + "%")
					.field("directive.dueOn", dueBefore, directive.getDueOn())
					.field("directive.timeliness", before, directive.timelinessOn(today())),
				viewer);
		this.directives.reopenFamily(directive);
		this.notices.toUnit(directive, (dueOn != null) ? "directive.notice.reopenedDue" : "directive.notice.reopened");
	}

	void refuse(long id, ReasonForm form, Viewer viewer) {
		form.requireSeen(decided(id, viewer));
		refuse(id, form.getReason(), viewer);
	}

	/** It stays verified. */
	public void refuse(long id, String reason, Viewer viewer) {
		Directive directive = decided(id, viewer);
		requested(id).refuse(reason, viewer.accountId(), this.clock.instant());
		changed(directive);
		this.directives.done(directive, DirectiveEvent.of(DirectiveAct.REOPENING_REFUSED).text(reason),
				new Changes().field("directive.reason", null, reason), viewer);
		this.notices.toIssuer(directive, "directive.notice.reopeningRefused");
	}

	/**
	 * Writes nothing.
	 * @param dueOn {@code null} while no day is typed
	 * @throws RuleViolation if it can't be reopened with that deadline
	 */
	@Transactional(readOnly = true)
	void check(long id, LocalDate dueOn, Viewer viewer) {
		requireReopenable(this.directives.directed(id, viewer), dueOn);
	}

	private void requireReopenable(Directive directive, LocalDate dueOn) {
		directive.requireReopenable(dueOn, today());
		this.directives.requireNear(dueOn, "dueOn");
	}

	/** What heads the empty form by which it is asked for. */
	@Transactional(readOnly = true)
	ReopeningBrief open(long id, Viewer viewer) {
		return brief(this.directives.open(id, Right.DIRECT, this::requireReopenable, viewer), null, null);
	}

	/** What heads the form by which a leader agrees. */
	@Transactional(readOnly = true)
	ReopeningBrief openApproval(long id, Viewer viewer) {
		DirectiveBrief brief = openUndecided(id, viewer);
		Reopening reopening = requested(id);
		return brief(brief, reopening.getReason(), reopening.getDueOn());
	}

	private ReopeningBrief brief(DirectiveBrief brief, String reason, LocalDate dueOn) {
		return new ReopeningBrief(brief, reason, dueOn, brief.dueOn() != null && brief.dueOn().isBefore(today()));
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

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	/**
	 * A directive that is to be reopened.
	 *
	 * @param reason why it is asked for, {@code null} while that is being written
	 * @param dueOn the deadline asked for, or {@code null}
	 * @param expired whether its unit is overdue at once without a new deadline
	 */
	record ReopeningBrief(DirectiveBrief directive, String reason, LocalDate dueOn, boolean expired) {
	}

}
