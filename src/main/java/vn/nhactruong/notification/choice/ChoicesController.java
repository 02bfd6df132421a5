package vn.nhactruong.notification.choice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Accounts;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.notification.Delivery;
import vn.nhactruong.notification.MailServer;
import vn.nhactruong.notification.NotificationKind;
import vn.nhactruong.notification.NotificationKinds;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.SignedIn;

/** A person's own mail: what comes, how, and in which language. */
@Controller
@SignedIn
class ChoicesController {

	private final NotificationSettings settings;

	private final NotificationKinds kinds;

	private final MailServer mail;

	private final Accounts accounts;

	private final MessageSource messages;

	private final FormHandler forms;

	ChoicesController(NotificationSettings settings, NotificationKinds kinds, MailServer mail, Accounts accounts,
			MessageSource messages, FormHandler forms) {
		this.settings = settings;
		this.kinds = kinds;
		this.mail = mail;
		this.accounts = accounts;
		this.messages = messages;
		this.forms = forms;
	}

	@GetMapping("/notifications/settings")
	String edit(Viewer viewer, Model model, Locale locale) {
		model.addAttribute("choicesForm", this.settings.choicesForm(viewer));
		return page(viewer, model, locale);
	}

	@PostMapping("/notifications/settings")
	String choose(@Valid @ModelAttribute("choicesForm") ChoicesForm form, BindingResult errors, Model model,
			HttpServletResponse response, Viewer viewer, Locale locale, RedirectAttributes redirect) {
		if (!this.forms.accepted(errors, model, response, () -> this.settings.choose(form, viewer),
				Map.of("choices", (choices) -> words((List<?>) choices, locale), "language",
						(language) -> this.messages.getMessage("notification.language." + language, null, locale)))) {
			return page(viewer, model, locale);
		}
		redirect.addFlashAttribute("flash", "notification.choices.saved");
		return "redirect:/notifications/settings";
	}

	private String page(Viewer viewer, Model model, Locale locale) {
		Map<String, Delivery> defaults = this.settings.defaultsFor(viewer);
		model.addAttribute("kinds",
				this.kinds.all().stream().collect(Collectors.toMap(NotificationKind::key, Function.identity())));
		model.addAttribute("defaults", defaults);
		model.addAttribute("duties", this.settings.dutiesOf(viewer));
		model.addAttribute("deliveries", Option.of(this.messages, locale, Delivery.values()));
		model.addAttribute("languages",
				List.of("vi", "en")
					.stream()
					.map((language) -> new Option(language,
							this.messages.getMessage("notification.language." + language, null, locale)))
					.toList());
		model.addAttribute("digestAt", this.settings.digestAt());
		model.addAttribute("address", this.accounts.mailAddress(viewer.accountId()).orElse(null));
		model.addAttribute("configured", this.mail.isConfigured());
		return "notification/choices";
	}

	/** The choices in words, for who lost a race. */
	private String words(List<?> choices, Locale locale) {
		return choices.stream()
			.map(ChoicesForm.Choice.class::cast)
			.filter((choice) -> choice.getDelivery() != null)
			.map((choice) -> this.kinds.find(choice.getKind())
				.map((kind) -> this.messages.getMessage(kind.labelKey(), null, locale))
				.orElse("") + ": " + Option.label(this.messages, locale, choice.getDelivery()))
			.collect(Collectors.joining("; "));
	}

}
