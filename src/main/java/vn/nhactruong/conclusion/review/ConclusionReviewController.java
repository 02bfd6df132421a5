package vn.nhactruong.conclusion.review;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conclusion.Conclusions;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Permission.SignedIn;

/** The leader's review, made for a phone: one clause a page, three acts by thumb. */
@Controller
@SignedIn
@RequestMapping("/conferences/{id}/conclusion")
class ConclusionReviewController {

	private final ConclusionReviews reviews;

	private final ReviewPages pages;

	private final FormHandler forms;

	ConclusionReviewController(ConclusionReviews reviews, ReviewPages pages, FormHandler forms) {
		this.reviews = reviews;
		this.pages = pages;
		this.forms = forms;
	}

	@GetMapping("/review")
	String overview(@PathVariable long id, Viewer viewer, Model model) {
		model.addAttribute("page", this.pages.review(id, viewer));
		return "conclusion/review";
	}

	@GetMapping("/review/{position}")
	String text(@PathVariable long id, @PathVariable int position, Viewer viewer, Model model) {
		ReviewPage page = this.pages.review(id, viewer);
		if (position < 1 || position > page.texts().size()) {
			throw new NotVisibleException("text", position);
		}
		model.addAttribute("page", page);
		model.addAttribute("clause", page.texts().get(position - 1));
		return "conclusion/review-text";
	}

	@PostMapping("/review/{position}/agreement")
	String agree(@PathVariable long id, @PathVariable int position, @RequestParam int round, Viewer viewer,
			RedirectAttributes flash) {
		Integer next = this.reviews.agree(id, position, round, viewer);
		if (next != null) {
			return "redirect:" + ConclusionReviews.reviewUrl(id) + "/" + next;
		}
		flash.addFlashAttribute("flash", "conclusion.lastRead");
		return "redirect:" + ConclusionReviews.reviewUrl(id);
	}

	@GetMapping("/clauses/{clauseId}/comments/new")
	String blankComment(@PathVariable long id, @PathVariable long clauseId, Viewer viewer, Model model) {
		this.pages.commented(id, clauseId, viewer);
		ReviewPage page = this.pages.review(id, viewer);
		this.pages.checkUnderReview(page);
		return commentForm(CommentForm.of(page.round()), id, clauseId, viewer, model);
	}

	@PostMapping("/clauses/{clauseId}/comments")
	String comment(@PathVariable long id, @PathVariable long clauseId,
			@Valid @ModelAttribute("commentForm") CommentForm form, BindingResult errors, Viewer viewer, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		int position = this.pages.commented(id, clauseId, viewer).position();
		if (!this.forms.accepted(errors, model, response,
				() -> this.reviews.comment(id, clauseId, form.getRound(), form.getText(), viewer))) {
			return commentForm(form, id, clauseId, viewer, model);
		}
		flash.addFlashAttribute("flash", "conclusion.commented");
		return "redirect:" + ConclusionReviews.reviewUrl(id) + "/" + position;
	}

	@GetMapping("/return")
	String blankReturn(@PathVariable long id, Viewer viewer, Model model) {
		ReviewPage page = this.pages.returnable(id, viewer);
		this.pages.checkUnderReview(page);
		return returnForm(ReturnForm.of(page.round()), id, viewer, model);
	}

	@PostMapping("/return")
	String returnForRevision(@PathVariable long id, @Valid @ModelAttribute("returnForm") ReturnForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		this.pages.returnable(id, viewer);
		if (!this.forms.accepted(errors, model, response,
				() -> this.reviews.returnForRevision(id, form.getRound(), form.getReason(), viewer))) {
			return returnForm(form, id, viewer, model);
		}
		flash.addFlashAttribute("flash", "conclusion.returned");
		return "redirect:" + Conclusions.url(id);
	}

	@PostMapping("/approval")
	String approve(@PathVariable long id, @RequestParam int round, Viewer viewer, RedirectAttributes flash) {
		this.reviews.approve(id, round, viewer);
		flash.addFlashAttribute("flash", "conclusion.approved");
		return "redirect:" + Conclusions.url(id);
	}

	@GetMapping("/comments/{commentId}/answer")
	String editAnswer(@PathVariable long id, @PathVariable long commentId, Viewer viewer, Model model) {
		return answerForm(this.reviews.editAnswer(id, commentId, viewer), id, commentId, viewer, model);
	}

	@PostMapping("/comments/{commentId}/answer")
	String answer(@PathVariable long id, @PathVariable long commentId,
			@Valid @ModelAttribute("answerForm") AnswerForm form, BindingResult errors, Viewer viewer, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		this.reviews.checkAnswerable(id, commentId, viewer);
		if (!this.forms.accepted(errors, model, response, () -> this.reviews.answer(id, commentId, form, viewer))) {
			return answerForm(form, id, commentId, viewer, model);
		}
		flash.addFlashAttribute("flash", "conclusion.answered");
		return "redirect:" + Conclusions.url(id) + "#clauses";
	}

	@PostMapping("/comments/{commentId}/handled")
	String handled(@PathVariable long id, @PathVariable long commentId, Viewer viewer, RedirectAttributes flash) {
		this.reviews.markHandled(id, commentId, viewer);
		flash.addFlashAttribute("flash", "conclusion.handled");
		return "redirect:" + Conclusions.url(id) + "#clauses";
	}

	private String commentForm(CommentForm form, long id, long clauseId, Viewer viewer, Model model) {
		model.addAttribute("commentForm", form);
		model.addAttribute("page", this.pages.review(id, viewer));
		model.addAttribute("clause", this.pages.commented(id, clauseId, viewer));
		return "conclusion/comment-form";
	}

	private String returnForm(ReturnForm form, long id, Viewer viewer, Model model) {
		model.addAttribute("returnForm", form);
		model.addAttribute("page", this.pages.review(id, viewer));
		return "conclusion/return-form";
	}

	private String answerForm(AnswerForm form, long id, long commentId, Viewer viewer, Model model) {
		model.addAttribute("answerForm", form);
		model.addAttribute("conferenceId", id);
		model.addAttribute("comment", this.pages.comment(id, commentId, viewer));
		return "conclusion/answer-form";
	}

}
