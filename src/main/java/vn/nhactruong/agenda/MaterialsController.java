package vn.nhactruong.agenda;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.FormHandler;
import vn.nhactruong.shared.Permission.SignedIn;

/** The materials of one agenda item, for the office that keeps them. */
@Controller
@SignedIn
class MaterialsController {

	private final Agendas agendas;

	private final FormHandler forms;

	MaterialsController(Agendas agendas, FormHandler forms) {
		this.agendas = agendas;
		this.forms = forms;
	}

	@GetMapping("/conferences/{id}/agenda/items/{item}/materials")
	String show(@PathVariable long id, @PathVariable long item, Viewer viewer, Model model) {
		model.addAttribute("materialsForm", new MaterialsForm());
		return page(id, item, viewer, model);
	}

	@PostMapping("/conferences/{id}/agenda/items/{item}/materials")
	String attach(@PathVariable long id, @PathVariable long item, @ModelAttribute("materialsForm") MaterialsForm form,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes flash) {
		if (!this.forms.accepted(errors, model, response,
				() -> this.agendas.attach(id, item, form.getFiles(), viewer))) {
			return page(id, item, viewer, model);
		}
		flash.addFlashAttribute("flash", "agenda.materialsAdded");
		return "redirect:/conferences/" + id + "/agenda/items/" + item + "/materials";
	}

	private String page(long id, long item, Viewer viewer, Model model) {
		model.addAttribute("page", this.agendas.materialsPage(id, item, viewer));
		return "agenda/materials";
	}

}
