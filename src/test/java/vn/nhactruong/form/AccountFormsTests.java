package vn.nhactruong.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.account.TestPeople;
import vn.nhactruong.shared.Role;

/** The forms about people, and a person's own password. */
class AccountFormsTests extends FormTests {

	private RequestPostProcessor admin;

	@Override
	Map<String, Supplier<FilledForm>> forms() {
		this.admin = as(Role.ADMIN, "VPB");
		Map<String, Supplier<FilledForm>> forms = new LinkedHashMap<>();
		forms.put("/accounts",
				() -> person("/accounts").with("username", "moi." + UUID.randomUUID())
					.refuses("a name that is taken", "username", "username", this.people.add(Role.CLERK, "STP-48"))
					.refuses("a name with marks", "username", "username", "lê.hoa"));
		forms.put("/accounts/{id}", () -> {
			String username = this.people.add(Role.CLERK, "STP-48");
			// Nobody is renamed: the form carries the name for the reader.
			return person("/accounts/" + this.people.id(username)).with("username", username)
				.told("username")
				.with("version", 0);
		});
		forms.put("/accounts/{id}/grants", this::grant);
		forms.put("/accounts/{id}/lock", () -> FilledForm.at("/accounts/" + person() + "/lock", this.admin)
			.with("reason", "Chuyển công tác từ 01/12/2026"));
		forms.put("/password", this::password);
		return forms;
	}

	private long person() {
		return this.people.id(this.people.add(Role.CLERK, "STP-48"));
	}

	private FilledForm person(String url) {
		return FilledForm.at(url, this.admin)
			.with("displayName", "Lê Thị Hoa")
			.with("position", "Chuyên viên chính")
			.with("email", "hoa@stp.example.vn")
			.with("phone", "0905 123 456")
			.refuses("no address", "email", "email", "hoa stp")
			.refuses("no telephone number", "phone", "phone", "12ab");
	}

	private FilledForm grant() {
		return FilledForm.at("/accounts/" + person() + "/grants", this.admin)
			.with("role", "UNIT_HEAD")
			.with("organizationId", unit("CCNTT"))
			.refuses("a role that is held already", "role", "role", "CLERK", "organizationId", unit("STP-48"))
			.refuses("a leader of a department", "organizationId", "role", "LEADER")
			.refuses("an administrator of a department", "organizationId", "role", "ADMIN")
			.refusesUnoffered("a unit that is gone by now", "organizationId", "organizationId", unit("TCTHADS"))
			.refusesUnoffered("a guest", "organizationId", "organizationId", unit("VPCP"));
	}

	/** Everybody's own: nobody else can send it. */
	private FilledForm password() {
		return FilledForm.at("/password", as(Role.CLERK, "STP-48"))
			.with("currentPassword", TestPeople.PASSWORD)
			.with("newPassword", "bốn mùa hoa nở 1954")
			.with("repeatedPassword", "bốn mùa hoa nở 1954")
			.refuses("too short", "newPassword", "newPassword", "ngắn", "repeatedPassword", "ngắn")
			.refuses("the same as before", "newPassword", "newPassword", TestPeople.PASSWORD, "repeatedPassword",
					TestPeople.PASSWORD)
			.refuses("two different ones", "repeatedPassword", "repeatedPassword", "bốn mùa hoa nở 1955");
	}

}
