package vn.nhactruong.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.Timeliness;
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.notification.mail.Mails;
import vn.nhactruong.shared.Permission.SignedIn;
import vn.nhactruong.shared.Role;

/** Each person's desk. */
@Controller
@SignedIn
class DeskController {

	/** What is overdue, as the address asks for it; kinds go by their names. */
	static final String OVERDUE = "overdue";

	/** The same of what is due soon. */
	static final String SOON = "soon";

	private static final int SHOWN = 15;

	private final Desk desk;

	private final Mails mails;

	private final MessageSource messages;

	DeskController(Desk desk, Mails mails, MessageSource messages) {
		this.desk = desk;
		this.mails = mails;
		this.messages = messages;
	}

	@GetMapping("/desk")
	String show(@RequestParam(name = "all", required = false) String all,
			@RequestParam(name = "show", required = false) String show, Viewer viewer, Model model, Locale locale) {
		Desk.Due due = this.desk.dueFor(viewer);
		List<Tile> tiles = tiles(due, viewer, locale);
		Optional<Tile> chosen = tiles.stream().filter((tile) -> tile.leadsTo(show)).findFirst();
		List<Desk.DueItem> items = chosen.isPresent() ? due.items().stream().filter((item) -> item.isOf(show)).toList()
				: due.items();
		boolean cut = all == null && chosen.isEmpty() && items.size() > SHOWN;
		model.addAttribute("due", due);
		model.addAttribute("items", cut ? items.subList(0, SHOWN) : items);
		model.addAttribute("cut", cut);
		model.addAttribute("tiles", tiles);
		model.addAttribute("chosen", chosen.orElse(null));
		model.addAttribute("coming", this.desk.comingFor(viewer));
		model.addAttribute("board", this.desk.boardFor(viewer));
		model.addAttribute("timelinesses", Timeliness.values());
		model.addAttribute("administrator", viewer.is(Role.ADMIN));
		model.addAttribute("mailConcern", viewer.is(Role.ADMIN) ? this.mails.concern() : null);
		model.addAttribute("organises", viewer.is(Role.OFFICE));
		return "desk/show";
	}

	/**
	 * What is overdue and near for everybody; the other counts where there are any. Each
	 * leads to what it counts.
	 */
	private List<Tile> tiles(Desk.Due due, Viewer viewer, Locale locale) {
		List<Tile> tiles = new ArrayList<>();
		if (viewer.wholeSector()) {
			long overdue = this.desk.overdueOfAllUnits();
			tiles.add(new Tile(String.valueOf(overdue),
					this.messages.getMessage("desk.tile.allOverdue", new Object[] { overdue }, locale),
					"/directives?timeliness=OPEN_OVERDUE", (overdue > 0) ? "late" : null));
		}
		tiles.add(
				tile(due.counts().overdue(), OVERDUE, "overdue", (due.counts().overdue() > 0) ? "late" : null, locale));
		tiles.add(tile(due.counts().dueSoon(), SOON, "dueSoon", null, locale, due.horizonDays()));
		for (Obligation.Kind kind : Obligation.Kind.values()) {
			long count = due.counts().of(kind);
			if (count > 0) {
				tiles.add(tile(count, kind.name(), "kind." + kind, null, locale, count));
			}
		}
		return tiles;
	}

	private Tile tile(long count, String show, String key, String tone, Locale locale, Object... arguments) {
		return new Tile(String.valueOf(count), this.messages.getMessage("desk.tile." + key, arguments, locale),
				(count > 0) ? "/desk?show=" + show + "#todo" : null, tone);
	}

	/** One count above the desk. */
	record Tile(String value, String label, String url, String tone) {

		boolean leadsTo(String show) {
			return this.url != null && this.url.equals("/desk?show=" + show + "#todo");
		}

	}

}
