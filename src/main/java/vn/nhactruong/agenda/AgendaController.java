package vn.nhactruong.agenda;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conference.ConferenceFrames;
import vn.nhactruong.shared.Permission.SignedIn;

/**
 * A conference's agenda: the draft or the current release, older releases, publishing.
 */
@Controller
@SignedIn
class AgendaController {

	private final Agendas agendas;

	private final ConferenceFrames frames;

	AgendaController(Agendas agendas, ConferenceFrames frames) {
		this.agendas = agendas;
		this.frames = frames;
	}

	@GetMapping("/conferences/{id}/agenda")
	String show(@PathVariable long id, Viewer viewer, Model model) {
		return page(this.agendas.page(id, viewer), viewer, model);
	}

	@GetMapping("/conferences/{id}/agenda/releases/{number}")
	String release(@PathVariable long id, @PathVariable int number, Viewer viewer, Model model) {
		return page(this.agendas.releasePage(id, number, viewer), viewer, model);
	}

	@PostMapping("/conferences/{id}/agenda/release")
	String publish(@PathVariable long id, @RequestParam(required = false) String seen, Viewer viewer,
			RedirectAttributes flash) {
		int number = this.agendas.release(id, seen, viewer);
		flash.addFlashAttribute("flash", "agenda.released");
		flash.addFlashAttribute("flashArgs", new Object[] { number });
		return "redirect:/conferences/" + id + "/agenda";
	}

	@PostMapping("/conferences/{id}/agenda/new-days")
	String followConference(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
		this.agendas.followConference(id, viewer);
		flash.addFlashAttribute("flash", "agenda.followed");
		return "redirect:/conferences/" + id + "/agenda";
	}

	private String page(AgendaPage page, Viewer viewer, Model model) {
		model.addAttribute("page", page);
		model.addAttribute("frame", this.frames.of(page.conference(), viewer, AgendaTab.PATH));
		return "agenda/show";
	}

}
