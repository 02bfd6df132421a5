package vn.nhactruong.conclusion.review;

import java.time.Clock;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conclusion.Clause;
import vn.nhactruong.conclusion.Conclusion;
import vn.nhactruong.conclusion.ConclusionAccess;
import vn.nhactruong.conclusion.ConclusionRepository;
import vn.nhactruong.conclusion.ConclusionStatus;
import vn.nhactruong.conclusion.Conclusions;
import vn.nhactruong.conclusion.NoticeOpening;
import vn.nhactruong.conference.ConferenceStatus;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.notification.Inbox;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

/**
 * The leader's review of a conclusion, round by round: submission, comments and agreement
 * clause by clause, return or approval.
 */
@Service
@Transactional
@NamedInterface("review")
public class ConclusionReviews {

	private final ConclusionRepository conclusions;

	private final ClauseCommentRepository comments;

	private final Snapshots snapshots;

	private final NoticeOpening opening;

	private final ConclusionAccess access;

	private final Conferences conferences;

	private final Inbox inbox;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ConclusionReviews(ConclusionRepository conclusions, ClauseCommentRepository comments, Snapshots snapshots,
			NoticeOpening opening, ConclusionAccess access, Conferences conferences, Inbox inbox,
			ApplicationEventPublisher events, Clock clock) {
		this.conclusions = conclusions;
		this.comments = comments;
		this.snapshots = snapshots;
		this.opening = opening;
		this.access = access;
		this.conferences = conferences;
		this.inbox = inbox;
		this.events = events;
		this.clock = clock;
	}

	/** Hands the draft to the leaders; its text is kept as that round's. */
	public void submit(long conferenceId, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		Conclusion conclusion = this.conclusions.lock(conferenceId).orElse(null);
		this.access.requireWriter(viewer, status(conclusion), conferenceId);
		if (conclusion == null) {
			throw RuleViolation.of("conclusion.error.noClause");
		}
		if (conference.status() == ConferenceStatus.CANCELLED) {
			throw RuleViolation.of("conclusion.error.conferenceCancelled");
		}
		conclusion.submit(this.clock.instant());
		this.snapshots.freeze(conclusion);
		audit(viewer, "conclusion.audit.submitted", conclusion, conference,
				new Changes().field("conclusion.round", null, conclusion.getRound()));
		this.inbox.tellRoles(List.of(Role.LEADER), "conclusion.notice.submitted",
				List.of(conference.title(), String.valueOf(conclusion.getRound())), reviewUrl(conferenceId));
	}

	/**
	 * Sends it back to the office.
	 * @param round the round that the leader has read
	 */
	public void returnForRevision(long conferenceId, int round, String reason, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		Conclusion conclusion = reviewed(conferenceId, viewer);
		conclusion.returnForRevision(round, reason, viewer.displayName(), this.clock.instant());
		audit(viewer, "conclusion.audit.returned", conclusion, conference,
				new Changes().field("returnForm.reason", null, reason));
		this.inbox.tellRoles(List.of(Role.OFFICE), "conclusion.notice.returned", List.of(conference.title(), reason),
				Conclusions.url(conferenceId));
	}

	public void approve(long conferenceId, int round, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		Conclusion conclusion = reviewed(conferenceId, viewer);
		conclusion.approve(round, viewer.displayName(), viewer.position(), this.clock.instant());
		this.opening.print(conclusion, conference);
		audit(viewer, "conclusion.audit.approved", conclusion, conference,
				new Changes().field("conclusion.round", null, round));
		this.inbox.tellRoles(List.of(Role.OFFICE), "conclusion.notice.approved", List.of(conference.title()),
				Conclusions.url(conferenceId));
	}

	/**
	 * Agrees to one text of the round.
	 * @param position which of the round's texts, counted from 1
	 * @return the next one, or {@code null} after the last
	 */
	public Integer agree(long conferenceId, int position, int round, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		Conclusion conclusion = reviewed(conferenceId, viewer);
		conclusion.requireReview(round);
		List<Snapshot> texts = this.snapshots.of(conclusion.getId(), round);
		if (position < 1 || position > texts.size()) {
			throw new NotVisibleException("text", position);
		}
		Snapshot text = texts.get(position - 1);
		if (this.snapshots.agree(text.id(), viewer, this.clock.instant())) {
			audit(viewer, "conclusion.audit.agreed", conclusion, conference,
					new Changes().field("clauseForm.content", null, text.label() + ". " + text.content()));
		}
		return (position < texts.size()) ? position + 1 : null;
	}

	/** Says something about a clause of the round that lies before the leader. */
	public void comment(long conferenceId, long clauseId, int round, String text, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		Conclusion conclusion = reviewed(conferenceId, viewer);
		Clause clause = conclusion.getClauses()
			.stream()
			.filter((it) -> it.getId() == clauseId)
			.findFirst()
			.orElseThrow(() -> new NotVisibleException("clause", clauseId));
		conclusion.requireReview(round);
		this.comments.save(new ClauseComment(conclusion, clause.getId(), viewer.accountId(), viewer.displayName(), text,
				this.clock.instant()));
		audit(viewer, "conclusion.audit.commented", conclusion, conference,
				new Changes().field("commentForm.text", null, text));
	}

	@Transactional(readOnly = true)
	AnswerForm editAnswer(long conferenceId, long commentId, Viewer viewer) {
		this.conferences.visible(conferenceId, viewer);
		Conclusion conclusion = this.conclusions.findByConferenceId(conferenceId).orElse(null);
		ClauseComment comment = answerable(conferenceId, conclusion, commentId, viewer);
		comment.getConclusion().requireComments();
		return AnswerForm.of(comment);
	}

	/** Whether there is such a comment that the viewer may answer. */
	@Transactional(readOnly = true)
	void checkAnswerable(long conferenceId, long commentId, Viewer viewer) {
		this.conferences.visible(conferenceId, viewer);
		answerable(conferenceId, this.conclusions.findByConferenceId(conferenceId).orElse(null), commentId, viewer);
	}

	/** The office says what it made of a comment. */
	void answer(long conferenceId, long commentId, AnswerForm form, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		Conclusion conclusion = this.conclusions.lock(conferenceId).orElse(null);
		ClauseComment comment = answerable(conferenceId, conclusion, commentId, viewer);
		conclusion.requireComments();
		form.requireVersion(comment.getVersion(), () -> AnswerForm.of(comment));
		handle(conference, comment, form.getAnswer(), viewer);
	}

	/** The office has done what a comment asks; no words needed. */
	public void markHandled(long conferenceId, long commentId, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		Conclusion conclusion = this.conclusions.lock(conferenceId).orElse(null);
		ClauseComment comment = answerable(conferenceId, conclusion, commentId, viewer);
		if (comment.getHandledAt() == null) {
			handle(conference, comment, comment.getAnswer(), viewer);
		}
	}

	private void handle(ConferenceSummary conference, ClauseComment comment, String answer, Viewer viewer) {
		Changes changes = new Changes().field("commentForm.text", comment.getText(), comment.getText())
			.field("answerForm.answer", comment.getAnswer(), answer);
		comment.handle(answer, viewer.displayName(), this.clock.instant());
		this.comments.flush();
		audit(viewer, "conclusion.audit.handled", comment.getConclusion(), conference, changes);
	}

	private ClauseComment answerable(long conferenceId, Conclusion conclusion, long commentId, Viewer viewer) {
		if (!this.access.readsDrafts(viewer) || conclusion == null) {
			throw new NotVisibleException("comment", commentId);
		}
		ClauseComment comment = this.comments.findByIdAndConclusionId(commentId, conclusion.getId())
			.orElseThrow(() -> new NotVisibleException("comment", commentId));
		this.access.requireWriter(viewer, conclusion.getStatus(), conferenceId);
		return comment;
	}

	private Conclusion reviewed(long conferenceId, Viewer viewer) {
		Conclusion conclusion = this.conclusions.lock(conferenceId).orElse(null);
		this.access.requireReviewer(viewer, status(conclusion), conferenceId);
		if (conclusion == null) {
			throw RuleViolation.of("conclusion.error.notInReview");
		}
		return conclusion;
	}

	private static ConclusionStatus status(Conclusion conclusion) {
		return (conclusion != null) ? conclusion.getStatus() : null;
	}

	static String reviewUrl(long conferenceId) {
		return Conclusions.url(conferenceId) + "/review";
	}

	private void audit(Viewer viewer, String action, Conclusion conclusion, ConferenceSummary conference,
			Changes changes) {
		this.events.publishEvent(new AuditedAct(viewer, action, "conclusion", conclusion.getId(),
				conference.code() + " " + conference.title(), changes.list()));
	}

}
