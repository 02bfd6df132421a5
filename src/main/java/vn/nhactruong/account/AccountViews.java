package vn.nhactruong.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Role;

/**
 * What the pages of accounts need besides the account: choices, in the reader's language.
 */
@Component
class AccountViews {

	private final Accounts accounts;

	private final UnitDirectory units;

	private final MessageSource messages;

	private final Clock clock;

	AccountViews(Accounts accounts, UnitDirectory units, MessageSource messages, Clock clock) {
		this.accounts = accounts;
		this.units = units;
		this.messages = messages;
		this.clock = clock;
	}

	/** The account's page; the forms on it are shown as they were sent, or empty. */
	String show(long id, Model model, Locale locale) {
		model.addAttribute("account", this.accounts.page(id));
		model.addAttribute("roles", roles(locale));
		model.addAttribute("unitsByKind", unitsByKind(locale));
		if (!model.containsAttribute("grantForm")) {
			model.addAttribute("grantForm", new GrantForm());
		}
		if (!model.containsAttribute("lockForm")) {
			model.addAttribute("lockForm", new LockForm());
		}
		return "account/show";
	}

	List<Option> roles(Locale locale) {
		return Option.of(this.messages, locale, Role.values());
	}

	List<Option> units() {
		return this.units.all()
			.stream()
			.filter((unit) -> unit.kind() != OrganizationKind.EXTERNAL)
			.map((unit) -> new Option(String.valueOf(unit.id()), unit.name()))
			.toList();
	}

	String text(Enum<?> constant, Locale locale) {
		return Option.label(this.messages, locale, constant);
	}

	String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

	/** The units that may be given to anybody today. */
	private Map<String, List<Option>> unitsByKind(Locale locale) {
		LocalDate today = LocalDate.now(this.clock);
		Map<String, List<Option>> groups = new LinkedHashMap<>();
		for (OrganizationKind kind : OrganizationKind.values()) {
			if (kind != OrganizationKind.EXTERNAL) {
				groups.put(text(kind, locale),
						this.units.ofKind(kind, null, today)
							.stream()
							.map((unit) -> new Option(String.valueOf(unit.id()), unit.name()))
							.toList());
			}
		}
		return groups;
	}

}
