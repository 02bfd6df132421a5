package vn.nhactruong.audit;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.ForRoles;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.Xlsx;

/** The audit trail, newest act first. */
@Controller
@ForRoles({ Role.ADMIN, Role.LEADER, Role.OFFICE })
class AuditController {

	private final AuditTrail trail;

	private final UnitDirectory units;

	private final MessageSource messages;

	AuditController(AuditTrail trail, UnitDirectory units, MessageSource messages) {
		this.trail = trail;
		this.units = units;
		this.messages = messages;
	}

	@GetMapping("/audit")
	String list(ListRequest list, Viewer viewer, Model model, Locale locale) {
		AuditFilter filter = AuditFilter.of(list, viewer);
		model.addAttribute("filter", filter);
		model.addAttribute("rows", this.trail.list(filter, list).map((entry) -> row(entry, locale)));
		model.addAttribute("areas",
				filter.areas().stream().map((area) -> new Option(area, text("audit.area." + area, locale))).toList());
		return "audit/list";
	}

	@GetMapping("/audit.xlsx")
	void export(ListRequest list, Viewer viewer, Locale locale, HttpServletResponse response) throws IOException {
		List<String> heads = Stream
			.of("audit.at", "audit.actor", "audit.role", "audit.unit", "audit.address", "audit.area", "audit.action",
					"audit.subject", "audit.changes")
			.map((key) -> text(key, locale))
			.toList();
		Xlsx.send(response, text("nav.audit", locale), heads, (sheet) -> this.trail.each(AuditFilter.of(list, viewer),
				(entry) -> sheet.accept(cells(entry, locale))));
	}

	private List<?> cells(AuditEntry entry, Locale locale) {
		AuditRow row = row(entry, locale);
		String changes = row.changes()
			.stream()
			.map((change) -> change.label() + ": " + change.before() + " → " + change.after())
			.collect(Collectors.joining("\n"));
		return Arrays.asList(row.at(), row.actor(), row.role(), row.unit(), row.address(), row.area(), row.action(),
				row.subject(), changes);
	}

	private AuditRow row(AuditEntry entry, Locale locale) {
		boolean nobody = entry.role() == null && entry.actor().isEmpty();
		return new AuditRow(entry.at(), nobody ? text("audit.system", locale) : entry.actor(),
				(entry.role() != null) ? text("Role." + entry.role(), locale) : "",
				this.units.name(entry.organizationId()), entry.address(), text("audit.area." + entry.area(), locale),
				text(entry.action(), locale), entry.subject(locale),
				entry.changes()
					.stream()
					.map((change) -> new AuditRow.Change(text(change.label(), locale), value(change.before(), locale),
							value(change.after(), locale)))
					.toList());
	}

	/**
	 * Constants, a constant for another, a yes and that a text changed which is not told
	 * are kept as message keys, everything else as it reads.
	 */
	private String value(String kept, Locale locale) {
		return kept.matches("CONSTANT(: CONSTANT)?|common\\.(yes|no)|[a-z]+\\.changedUnseen"
			.replace("CONSTANT", "[A-Z]\\w+\\.[A-Z][A-Z_]*"))
					? Arrays.stream(kept.split(": ")).map((key) -> text(key, locale)).collect(Collectors.joining(": "))
					: kept;
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, key, locale);
	}

}
