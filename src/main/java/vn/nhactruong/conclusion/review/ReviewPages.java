package vn.nhactruong.conclusion.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conclusion.Conclusion;
import vn.nhactruong.conclusion.ConclusionAccess;
import vn.nhactruong.conclusion.ConclusionRepository;
import vn.nhactruong.conclusion.ConclusionStatus;
import vn.nhactruong.conclusion.review.ReviewPage.Comment;
import vn.nhactruong.conclusion.review.ReviewPage.Fact;
import vn.nhactruong.conclusion.review.ReviewPage.Novelty;
import vn.nhactruong.conclusion.review.ReviewPage.Text;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.RuleViolation;

/** Gathers what a leader reads of the round that was submitted last. */
@Service
@Transactional(readOnly = true)
public class ReviewPages {

	private final ConclusionRepository conclusions;

	private final ClauseCommentRepository comments;

	private final Snapshots snapshots;

	private final ConclusionAccess access;

	private final Conferences conferences;

	private final MessageSource messages;

	ReviewPages(ConclusionRepository conclusions, ClauseCommentRepository comments, Snapshots snapshots,
			ConclusionAccess access, Conferences conferences, MessageSource messages) {
		this.conclusions = conclusions;
		this.comments = comments;
		this.snapshots = snapshots;
		this.access = access;
		this.conferences = conferences;
		this.messages = messages;
	}

	/** The round that was submitted last, for whoever reads drafts. */
	ReviewPage review(long conferenceId, Viewer viewer) {
		ConferenceSummary conference = this.conferences.visible(conferenceId, viewer);
		Conclusion conclusion = this.conclusions.findByConferenceId(conferenceId).orElse(null);
		if (!this.access.readsDrafts(viewer) || conclusion == null || conclusion.getRound() == 0) {
			throw new NotVisibleException("review of conference", conferenceId);
		}
		int round = conclusion.getRound();
		List<Snapshot> now = this.snapshots.of(conclusion.getId(), round);
		Map<Long, Snapshot> before = this.snapshots.of(conclusion.getId(), round - 1)
			.stream()
			.collect(Collectors.toMap(Snapshot::clauseId, Function.identity(), (a, b) -> a,
					java.util.LinkedHashMap::new));
		Map<Long, Set<String>> agreed = this.snapshots.agreements(conclusion.getId(), round);
		Set<Long> own = this.snapshots.agreedBy(conclusion.getId(), round, viewer);
		Map<Long, List<Comment>> said = said(conclusion);
		List<Text> texts = now.stream()
			.map((it) -> text(it, before.get(it.clauseId()), round == 1,
					List.copyOf(agreed.getOrDefault(it.id(), Set.of())), own.contains(it.id()),
					said.getOrDefault(it.clauseId(), List.of())))
			.toList();
		now.forEach((it) -> before.remove(it.clauseId()));
		List<Text> removed = before.values()
			.stream()
			.map((it) -> new Text(0, it.clauseId(), it.label(), Novelty.REMOVED, WordDiff.between(it.content(), ""),
					List.of(), true, List.of(), false, said.getOrDefault(it.clauseId(), List.of())))
			.toList();
		return new ReviewPage(conference, conclusion.getStatus(), round, conclusion.getSubmittedAt(),
				this.access.mayReview(viewer) && conclusion.getStatus() == ConclusionStatus.IN_REVIEW, texts, removed);
	}

	/** What a leader is about to comment on. */
	Text commented(long conferenceId, long clauseId, Viewer viewer) {
		ReviewPage page = review(conferenceId, viewer);
		this.access.requireReviewer(viewer, page.status(), conferenceId);
		return page.texts()
			.stream()
			.filter((text) -> text.clauseId() == clauseId)
			.findFirst()
			.orElseThrow(() -> new NotVisibleException("clause", clauseId));
	}

	/** The round before a leader who wants to send it back. */
	ReviewPage returnable(long conferenceId, Viewer viewer) {
		ReviewPage page = review(conferenceId, viewer);
		this.access.requireReviewer(viewer, page.status(), conferenceId);
		return page;
	}

	/** Whether a round lies before the leader; asked before an empty form is shown. */
	void checkUnderReview(ReviewPage page) {
		if (page.status() != ConclusionStatus.IN_REVIEW) {
			throw RuleViolation.of("conclusion.error.notInReview");
		}
	}

	/** The comment that the office answers, with the clause it is about. */
	Comment comment(long conferenceId, long commentId, Viewer viewer) {
		this.conferences.visible(conferenceId, viewer);
		return this.conclusions.findByConferenceId(conferenceId)
			.filter((conclusion) -> this.access.readsDrafts(viewer))
			.flatMap((conclusion) -> this.comments.findByIdAndConclusionId(commentId, conclusion.getId()))
			.map(Comment::of)
			.orElseThrow(() -> new NotVisibleException("comment", commentId));
	}

	/** What was said about each clause, oldest first. */
	public Map<Long, List<Comment>> said(Conclusion conclusion) {
		if (conclusion.getId() == null) {
			return Map.of();
		}
		return this.comments.findByConclusionIdOrderById(conclusion.getId())
			.stream()
			.collect(Collectors.groupingBy(ClauseComment::getClauseId,
					Collectors.mapping(Comment::of, Collectors.toList())));
	}

	private Text text(Snapshot now, Snapshot before, boolean first, List<String> agreedBy, boolean agreed,
			List<Comment> comments) {
		Novelty novelty = first ? Novelty.FIRST
				: (before == null) ? Novelty.NEW : now.reads(before) ? Novelty.SAME : Novelty.CHANGED;
		// A new text is read as it stands; marking all of it would only be harder to
		// read.
		String compared = (before != null) ? before.content() : now.content();
		return new Text(now.position(), now.clauseId(), now.label(), novelty, WordDiff.between(compared, now.content()),
				facts(now, before), now.noTask(), agreedBy, agreed, comments);
	}

	private List<Fact> facts(Snapshot now, Snapshot before) {
		Snapshot was = (before != null) ? before : now;
		List<Fact> facts = new ArrayList<>();
		fact(facts, "clauseForm.leads", was.leads(), now.leads());
		fact(facts, "clauseForm.coordinating", was.coordinating(), now.coordinating());
		fact(facts, "clauseForm.deadline", deadline(was), deadline(now));
		fact(facts, "clauseForm.deliverable", was.deliverable(), now.deliverable());
		return facts;
	}

	private static void fact(List<Fact> facts, String labelKey, String was, String is) {
		String before = Objects.toString(was, "");
		String now = Objects.toString(is, "");
		if (!before.isEmpty() || !now.isEmpty()) {
			facts.add(new Fact(labelKey, before.equals(now) ? null : before, now));
		}
	}

	private String deadline(Snapshot text) {
		return text.noDeadline()
				? this.messages.getMessage("clauseForm.noDeadline", null, LocaleContextHolder.getLocale())
				: DateFormats.day(text.deadline());
	}

}
