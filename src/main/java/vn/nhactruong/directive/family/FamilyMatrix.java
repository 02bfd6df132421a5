package vn.nhactruong.directive.family;

import java.util.Comparator;
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

	private final DirectiveAccess access;

	private final MessageSource messages;

	FamilyMatrix(DirectiveAccess access, MessageSource messages) {
		this.access = access;
		this.messages = messages;
	}

	public void into(Model model, List<DirectiveRow> children, BulkForm form, ListRequest list, Viewer viewer,
			Locale locale) {
		List<DirectiveRow> shown = of(children, list);
		if ("all".equals(list.parameter("chosen"))) {
			form.setChosen(shown.stream().filter((row) -> row.status().isOpen()).map(DirectiveRow::seen).toList());
		}
		model.addAttribute("matrix", shown);
		model.addAttribute("states", Option.of(this.messages, locale, DirectiveStatus.values()));
		model.addAttribute("timelinesses", Option.of(this.messages, locale, Timeliness.values()));
		model.addAttribute("mayDirect", this.access.mayDirect(viewer));
		model.addAttribute("bulkForm", form);
	}

	static List<DirectiveRow> of(List<DirectiveRow> children, ListRequest list) {
		Optional<DirectiveStatus> state = list.constant("state", DirectiveStatus.class);
		Optional<Timeliness> timeliness = list.constant("timeliness", Timeliness.class);
		String asked = list.sortKey(SORTS.keySet()).orElse("unit");
		boolean down = asked.startsWith("-");
		Comparator<DirectiveRow> order = SORTS.get(down ? asked.substring(1) : asked);
		return children.stream()
			.filter((row) -> state.isEmpty() || row.status() == state.get())
			.filter((row) -> timeliness.isEmpty() || row.counts() && row.timeliness() == timeliness.get())
			.sorted((down ? order.reversed() : order).thenComparing(DirectiveRow::code))
			.toList();
	}

}
