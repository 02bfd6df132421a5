package vn.nhactruong.notification.choice;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

import vn.nhactruong.account.Viewer;
import vn.nhactruong.notification.Delivery;
import vn.nhactruong.notification.MailServer;
import vn.nhactruong.notification.NotificationKind;
import vn.nhactruong.notification.NotificationKinds;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.ForRoles;
import vn.nhactruong.shared.Role;

/** How each kind of message reaches each role by mail. */
@Controller
@ForRoles(Role.ADMIN)
class PolicyController {

	private final NotificationSettings settings;

	private final NotificationKinds kinds;

	private final MailServer mail;

	private final MessageSource messages;

	private final FormHandler forms;

	PolicyController(NotificationSettings settings, NotificationKinds kinds, MailServer mail, MessageSource messages,
			FormHandler forms) {
		this.settings = settings;
		this.kinds = kinds;
		this.mail = mail;
		this.messages = messages;
		this.forms = forms;
	}

	@GetMapping("/settings/notifications")
	String edit(Model model, Locale locale) {
		model.addAttribute("policyForm", this.settings.policyForm());
		return page(model, locale);
	}

	@PostMapping("/settings/notifications")
	String set(@Valid @ModelAttribute("policyForm") PolicyForm form, BindingResult errors, Model model,
			HttpServletResponse response, Viewer viewer, Locale locale, RedirectAttributes redirect) {
		if (!this.forms.accepted(errors, model, response, () -> this.settings.setPolicy(form, viewer),
				Map.of("cells", (cells) -> words((List<?>) cells, locale)))) {
			return page(model, locale);
		}
		redirect.addFlashAttribute("flash", "notification.policy.saved");
		return "redirect:/settings/notifications";
	}

	private String page(Model model, Locale locale) {
		List<Role> roles = Arrays.stream(Role.values())
			.filter((role) -> this.kinds.all().stream().anyMatch((kind) -> kind.roles().contains(role)))
			.toList();
		model.addAttribute("roles", roles);
		model.addAttribute("lines", lines((PolicyForm) model.getAttribute("policyForm"), roles));
		model.addAttribute("deliveries", Option.of(this.messages, locale, Delivery.values()));
		model.addAttribute("dutyDeliveries", Option.of(this.messages, locale, Delivery.AT_ONCE, Delivery.DAILY_DIGEST));
		model.addAttribute("configured", this.mail.isConfigured());
		return "notification/policy";
	}

	/** Where on the form each cell of the matrix stands. */
	private List<Line> lines(PolicyForm form, List<Role> roles) {
		Map<String, Integer> positions = new HashMap<>();
		for (int i = 0; i < form.getCells().size(); i++) {
			positions.put(form.getCells().get(i).getKind() + " " + form.getCells().get(i).getRole(), i);
		}
		return this.kinds.all()
			.stream()
			.map((kind) -> new Line(kind,
					roles.stream().map((role) -> positions.get(kind.key() + " " + role)).toList()))
			.toList();
	}

	/** The matrix in words, for who lost a race. */
	private String words(List<?> cells, Locale locale) {
		return cells.stream()
			.map(PolicyForm.Cell.class::cast)
			.filter((cell) -> cell.getDelivery() != null)
			.map((cell) -> this.kinds.find(cell.getKind())
				.map((kind) -> this.messages.getMessage(kind.labelKey(), null, locale))
				.orElse("") + ", " + Option.label(this.messages, locale, cell.getRole()) + ": "
					+ Option.label(this.messages, locale, cell.getDelivery()))
			.collect(Collectors.joining("; "));
	}

	/**
	 * One kind of the matrix.
	 *
	 * @param cells the position on the form of each role's cell, or {@code null} for a
	 * role that is never told
	 */
	record Line(NotificationKind kind, List<Integer> cells) {
	}

}
