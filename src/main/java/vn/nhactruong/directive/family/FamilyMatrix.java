package vn.nhactruong.directive.family;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.DirectiveAccess;
import vn.nhactruong.directive.DirectiveStatus;
import vn.nhactruong.directive.Timeliness;
import vn.nhactruong.directive.list.DirectiveFilter;
import vn.nhactruong.directive.list.DirectiveRow;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Option;

/**
 * The units of a family with how each stands, filtered and sorted as the address says.
 */
@Component
public class FamilyMatrix {

	private static final Map<String, Comparator<DirectiveRow>> SORTS = Map.of("unit",
			Comparator.comparing(DirectiveRow::code), "state", Comparator.comparing(DirectiveRow::status), "percent",
			Comparator.comparingInt(DirectiveRow::percent), "due",
			Comparator.comparing(DirectiveRow::dueOn, Comparator.nullsLast(Comparator.naturalOrder())), "timeliness",
			Comparator.comparing(DirectiveRow::timeliness));

	/** What was chosen for the act that was just done: the numbers of the directives. */
	static final String CHOSEN = "chosenBefore";

	private final DirectiveAccess access;

	private final MessageSource messages;

	FamilyMatrix(DirectiveAccess access, MessageSource messages) {
		this.access = access;
		this.messages = messages;
	}

	/**
	 * Of all that came with a request, what it asks of the matrix; its address is that of
	 * the family's page.
	 */
	static ListRequest asked(long id, ListRequest sent) {
		Map<String, String[]> asked = new LinkedHashMap<>();
		understood(sent).forEach((name, value) -> asked.put(name, new String[] { value }));
		return new ListRequest("/directives/" + id, asked);
	}

	/** Filter and order, as far as they make sense. */
	private static Map<String, String> understood(ListRequest list) {
		Map<String, String> understood = new LinkedHashMap<>();
		list.constant("state", DirectiveStatus.class).ifPresent((state) -> understood.put("state", state.name()));
		if (isSlipping(list)) {
			understood.put("timeliness", DirectiveFilter.SLIPPING);
		}
		else {
			list.constant("timeliness", Timeliness.class)
				.ifPresent((timeliness) -> understood.put("timeliness", timeliness.name()));
		}
		list.sortKey(SORTS.keySet()).ifPresent((sort) -> understood.put("sort", sort));
		return understood;
	}

	private static boolean isSlipping(ListRequest list) {
		return DirectiveFilter.SLIPPING.equals(list.parameter("timeliness"));
	}

	/** Chosen again is what was chosen for the act that led here, if anything is left. */
	public void into(Model model, List<DirectiveRow> children, BulkForm form, ListRequest list, Viewer viewer,
			Locale locale) {
		List<DirectiveRow> shown = of(children, list);
		if (model.getAttribute(CHOSEN) instanceof Collection<?> before) {
			form.setChosen(shown.stream()
				.filter((row) -> row.choosable() && before.contains(row.id()))
				.map(DirectiveRow::seen)
				.toList());
		}
		if ("all".equals(list.parameter("chosen"))) {
			form.setChosen(shown.stream().filter(DirectiveRow::choosable).map(DirectiveRow::seen).toList());
		}
		model.addAttribute("matrix", shown);
		model.addAttribute("asked", understood(list));
		model.addAttribute("states", Option.of(this.messages, locale, DirectiveStatus.values()));
		model.addAttribute("timelinesses", DirectiveFilter.timelinesses(this.messages, locale));
		model.addAttribute("choosing",
				this.access.mayDirect(viewer) && shown.stream().anyMatch(DirectiveRow::choosable));
		model.addAttribute("bulkForm", form);
	}

	static List<DirectiveRow> of(List<DirectiveRow> children, ListRequest list) {
		Optional<DirectiveStatus> state = list.constant("state", DirectiveStatus.class);
		boolean slipping = isSlipping(list);
		Optional<Timeliness> timeliness = slipping ? Optional.empty() : list.constant("timeliness", Timeliness.class);
		String asked = list.sortKey(SORTS.keySet()).orElse("unit");
		boolean down = asked.startsWith("-");
		Comparator<DirectiveRow> order = SORTS.get(down ? asked.substring(1) : asked);
		return children.stream()
			.filter((row) -> state.isEmpty() || row.status() == state.get())
			.filter((row) -> !slipping || row.slipping())
			.filter((row) -> timeliness.isEmpty() || row.counts() && row.timeliness() == timeliness.get())
			.sorted((down ? order.reversed() : order).thenComparing(DirectiveRow::code))
			.toList();
	}

}
