package vn.nhactruong.conclusion.notice;

import java.time.Clock;
import java.time.LocalDate;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conclusion.ConclusionTab;
import vn.nhactruong.conclusion.Conclusions;
import vn.nhactruong.conclusion.review.ConclusionReviews;
import vn.nhactruong.conference.ConferenceFrames;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;

/** The conclusion of a conference, its submission, its issue and its paper. */
@Controller
@SignedIn
@RequestMapping("/conferences/{id}/conclusion")
class ConclusionController {

	private final Conclusions conclusions;

	private final ConclusionReviews reviews;

	private final ConclusionPages pages;

	private final ConferenceFrames frames;

	private final FormHandler forms;

	private final Clock clock;

	ConclusionController(Conclusions conclusions, ConclusionReviews reviews, ConclusionPages pages,
			ConferenceFrames frames, FormHandler forms, Clock clock) {
		this.conclusions = conclusions;
		this.reviews = reviews;
		this.pages = pages;
		this.frames = frames;
		this.forms = forms;
		this.clock = clock;
	}

	@GetMapping
	String show(@PathVariable long id, Viewer viewer, Model model) {
		ConclusionPage page = this.pages.page(id, viewer);
		model.addAttribute("page", page);
		model.addAttribute("frame", this.frames.of(page.conference(), viewer, ConclusionTab.PATH));
		return "conclusion/show";
	}

	@GetMapping("/notice")
	String paper(@PathVariable long id, Viewer viewer, Model model) {
		model.addAttribute("paper", this.pages.paper(id, viewer));
		model.addAttribute("conferenceId", id);
		return "conclusion/notice";
	}

	@PostMapping("/submission")
	String submit(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
		this.reviews.submit(id, viewer);
		flash.addFlashAttribute("flash", "conclusion.submitted");
		return "redirect:" + Conclusions.url(id);
	}

	@GetMapping("/issue")
	String issue(@PathVariable long id, Viewer viewer, Model model) {
		return issueForm(IssueForm.proposed(this.conclusions.proposeIssue(id, viewer)), id, viewer, model);
	}

	@PostMapping("/issue")
	String issue(@PathVariable long id, @Valid @ModelAttribute("issueForm") IssueForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		this.conclusions.checkCanBeIssued(id, viewer);
		if (!this.forms.accepted(errors, model, response, () -> this.conclusions.issue(id, form.plan(), viewer))) {
			return issueForm(form, id, viewer, model);
		}
		flash.addFlashAttribute("flash", "conclusion.issued");
		return "redirect:" + Conclusions.url(id);
	}

	@PostMapping("/clauses/{clauseId}/no-task")
	String noTask(@PathVariable long id, @PathVariable long clauseId, Viewer viewer, RedirectAttributes flash) {
		this.conclusions.markNoTask(id, clauseId, true, viewer);
		flash.addFlashAttribute("flash", "conclusion.noTaskMarked");
		return "redirect:" + Conclusions.url(id);
	}

	@PostMapping("/clauses/{clauseId}/no-task/withdrawal")
	String taskAgain(@PathVariable long id, @PathVariable long clauseId, Viewer viewer, RedirectAttributes flash) {
		this.conclusions.markNoTask(id, clauseId, false, viewer);
		flash.addFlashAttribute("flash", "conclusion.noTaskWithdrawn");
		return "redirect:" + Conclusions.url(id);
	}

	private String issueForm(IssueForm form, long id, Viewer viewer, Model model) {
		ConclusionPage page = this.pages.page(id, viewer);
		ConferenceSummary conference = page.conference();
		model.addAttribute("issueForm", form);
		model.addAttribute("page", page);
		model.addAttribute("notOver", conference.endsOn().isAfter(LocalDate.now(this.clock)));
		return "conclusion/issue";
	}

}
