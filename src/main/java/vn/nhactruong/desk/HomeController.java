package vn.nhactruong.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import vn.nhactruong.agenda.Agendas;
import vn.nhactruong.conference.ConferenceStatus;
import vn.nhactruong.conference.register.ConferenceQueries;
import vn.nhactruong.conference.register.PublicConference;
import vn.nhactruong.shared.Permission.OpenToPublic;

/** The public pages: who we are and the public conferences by date; accessibility. */
@Controller
@OpenToPublic
class HomeController {

	private static final int SHOWN = 30;

	private final ConferenceQueries conferences;

	private final Agendas agendas;

	private final Clock clock;

	HomeController(ConferenceQueries conferences, Agendas agendas, Clock clock) {
		this.conferences = conferences;
		this.agendas = agendas;
		this.clock = clock;
	}

	@GetMapping("/")
	String home(Model model) {
		LocalDate today = LocalDate.now(this.clock);
		List<PublicConference> open = this.conferences.open(today, SHOWN);
		// One that has its conclusion is held, also on its last day.
		Map<Boolean, List<PublicConference>> held = open.stream()
			.collect(Collectors.partitioningBy((it) -> it.endsOn().isBefore(today)
					|| it.status() == ConferenceStatus.CONCLUDED || it.status() == ConferenceStatus.CLOSED));
		model.addAttribute("coming", held.get(false));
		model.addAttribute("past", held.get(true));
		model.addAttribute("agendas", this.agendas.publishedItems(open.stream().map(PublicConference::id).toList()));
		return "desk/home";
	}

	@GetMapping("/accessibility")
	String accessibility() {
		return "desk/accessibility";
	}

}
