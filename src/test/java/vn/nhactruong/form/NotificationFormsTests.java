package vn.nhactruong.form;

import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.shared.Role;

/** The forms that decide what is mailed, and try whether mail works. */
class NotificationFormsTests extends FormTests {

	private static final String KIND = "agenda.release";

	private LocalTime digestAt;

	@Override
	Map<String, Supplier<FilledForm>> forms() {
		RequestPostProcessor admin = as(Role.ADMIN, "VPB");
		this.digestAt = this.jdbc.sql("select digest_at from notification_policy").query(LocalTime.class).single();
		Map<String, Supplier<FilledForm>> forms = new LinkedHashMap<>();
		forms.put("/notifications/settings",
				() -> FilledForm.at("/notifications/settings", as(Role.CLERK, "STP-48"))
					.with("language", "en")
					.with("choices[0].kind", KIND)
					.with("choices[0].delivery", "NEVER")
					.with("version", 0)
					.carries("choices[0].kind"));
		forms.put("/settings/notifications",
				() -> FilledForm.at("/settings/notifications", admin)
					.with("digestAt", "09:45")
					.with("cells[0].kind", KIND)
					.with("cells[0].role", "CLERK")
					.with("cells[0].delivery", "NEVER")
					.with("version", id("select version from notification_policy"))
					.carries("cells[0].kind", "cells[0].role")
					.refusesUnoffered("duty is never left out", "cells[0].delivery", "cells[0].kind",
							"directive.assignment", "cells[0].delivery", "NEVER"));
		forms.put("/settings/mail/trials",
				() -> FilledForm.at("/settings/mail/trials", admin)
					.with("address", "hoa@stp.example.vn")
					.elsewhere("the page has it only where there is a mail server, as in MailServerTests"));
		return forms;
	}

	/** Other tests read what holds for everybody, too. */
	@AfterEach
	void restore() {
		this.jdbc.sql("update notification_policy set digest_at = ?").param(this.digestAt).update();
		this.jdbc.sql("delete from notification_default where kind = ? and role = 'CLERK'").param(KIND).update();
	}

}
