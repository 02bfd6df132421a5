package vn.nhactruong.notification.mail;

import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Accounts;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Permission.ForRoles;
import vn.nhactruong.shared.Role;

/** Whether mail goes out, and what to do when it doesn't. */
@Controller
@ForRoles(Role.ADMIN)
class MailController {

	private final Mails mails;

	private final Accounts accounts;

	private final FormHandler forms;

	MailController(Mails mails, Accounts accounts, FormHandler forms) {
		this.mails = mails;
		this.accounts = accounts;
		this.forms = forms;
	}

	@GetMapping("/settings/mail")
	String show(ListRequest list, Viewer viewer, Model model) {
		TrialForm form = new TrialForm();
		this.accounts.mailAddress(viewer.accountId()).ifPresent(form::setAddress);
		model.addAttribute("trialForm", form);
		return page(list, model);
	}

	@PostMapping("/settings/mail/trials")
	String trial(@Valid @ModelAttribute("trialForm") TrialForm form, BindingResult errors, ListRequest list,
			Model model, HttpServletResponse response, Viewer viewer, Locale locale, RedirectAttributes redirect) {
		if (!this.forms.accepted(errors, model, response, () -> this.mails.trial(form, viewer, locale))) {
			return page(list, model);
		}
		redirect.addFlashAttribute("flash", "notification.mail.trialSent");
		redirect.addFlashAttribute("flashArgs", new Object[] { form.getAddress() });
		return "redirect:/settings/mail";
	}

	@PostMapping("/settings/mail/failures/{id}/resending")
	String resend(@PathVariable long id, Viewer viewer, RedirectAttributes redirect) {
		this.mails.resend(id, viewer);
		redirect.addFlashAttribute("flash", "notification.mail.resent");
		return "redirect:/settings/mail";
	}

	@PostMapping("/settings/mail/failures/resending")
	String resendAll(Viewer viewer, RedirectAttributes redirect) {
		int resent = this.mails.resendAll(viewer);
		redirect.addFlashAttribute("flash", "notification.mail.resentAll");
		redirect.addFlashAttribute("flashArgs", new Object[] { resent });
		return "redirect:/settings/mail";
	}

	@PostMapping("/settings/mail/failures/{id}/dismissal")
	String dismiss(@PathVariable long id, Viewer viewer, RedirectAttributes redirect) {
		this.mails.dismiss(id, viewer);
		redirect.addFlashAttribute("flash", "notification.mail.dismissed");
		return "redirect:/settings/mail";
	}

	private String page(ListRequest list, Model model) {
		model.addAttribute("setup", this.mails.setup());
		model.addAttribute("state", this.mails.state());
		model.addAttribute("rows", this.mails.failures(list));
		return "notification/mail";
	}

}
