package vn.nhactruong.calendar.resource;

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
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Permission.ForRoles;
import vn.nhactruong.shared.Role;

/** The catalogues of leaders' positions, rooms and cars. */
@Controller
@RequestMapping("/calendar/{kind:leaders|rooms|cars}")
@ForRoles({ Role.OFFICE, Role.ADMIN })
class ResourceController {

	private final CalendarResources resources;

	private final FormHandler forms;

	ResourceController(CalendarResources resources, FormHandler forms) {
		this.resources = resources;
		this.forms = forms;
	}

	@GetMapping
	String list(@PathVariable String kind, Model model) {
		ResourceKind asked = kind(kind);
		model.addAttribute("kind", asked);
		model.addAttribute("kinds", ResourceKind.values());
		model.addAttribute("rows", this.resources.ofKind(asked));
		return "calendar/resources";
	}

	@GetMapping("/new")
	String blank(@PathVariable String kind, Model model) {
		return form(this.resources.blank(kind(kind)), kind(kind), null, model);
	}

	@PostMapping
	String create(@PathVariable String kind, @Valid @ModelAttribute("resourceForm") ResourceForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		ResourceKind asked = kind(kind);
		if (!this.forms.accepted(errors, model, response, () -> this.resources.add(asked, form, viewer))) {
			return form(form, asked, null, model);
		}
		return done(asked, flash);
	}

	@GetMapping("/{id}/edit")
	String edit(@PathVariable String kind, @PathVariable long id, Model model) {
		return form(this.resources.edit(kind(kind), id), kind(kind), id, model);
	}

	@PostMapping("/{id}")
	String update(@PathVariable String kind, @PathVariable long id,
			@Valid @ModelAttribute("resourceForm") ResourceForm form, BindingResult errors, Viewer viewer, Model model,
			HttpServletResponse response, RedirectAttributes flash) {
		ResourceKind asked = kind(kind);
		this.resources.edit(asked, id);
		if (!this.forms.accepted(errors, model, response, () -> this.resources.update(asked, id, form, viewer))) {
			return form(form, asked, id, model);
		}
		return done(asked, flash);
	}

	private static String done(ResourceKind kind, RedirectAttributes flash) {
		flash.addFlashAttribute("flash", "calendar.resourceSaved");
		return "redirect:/calendar/" + kind.path();
	}

	private String form(ResourceForm form, ResourceKind kind, Long id, Model model) {
		model.addAttribute("resourceForm", form);
		model.addAttribute("kind", kind);
		model.addAttribute("resource", id);
		model.addAttribute("holders", this.resources.holders());
		return "calendar/resource-form";
	}

	private static ResourceKind kind(String path) {
		return ResourceKind.ofPath(path).orElseThrow(() -> new NotVisibleException("catalogue", path));
	}

}
