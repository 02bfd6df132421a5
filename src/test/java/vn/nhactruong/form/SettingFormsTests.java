package vn.nhactruong.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.shared.Role;

/** The form by which a number of the rules changes from a day on. */
class SettingFormsTests extends FormTests {

	private static final LocalDate FROM = LocalDate.of(2093, 1, 1);

	private static final LocalDate TAKEN = LocalDate.of(2094, 1, 1);

	private RequestPostProcessor admin;

	@Override
	Map<String, Supplier<FilledForm>> forms() {
		this.admin = as(Role.ADMIN, "VPB");
		return Map.of("/settings/{slug}/values", this::value);
	}

	private FilledForm value() {
		done(this.admin, "/settings/reminder-interval/values", "number", 36, "from", TAKEN, "source", "Quyết định");
		return FilledForm.at("/settings/reminder-interval/values", this.admin)
			.with("number", 48)
			.with("from", FROM)
			.with("source", "Quyết định số 12/QĐ-BTP")
			.with("note", "Áp dụng từ năm sau")
			.refuses("more than any rule says", "number", "number", 1000)
			.refuses("nothing at all", "number", "number", 0)
			.refuses("from yesterday on", "from", "from", today().minusDays(1))
			.refuses("a day on which another one begins", "from", "from", TAKEN);
	}

	/** Other tests read the number, too. */
	@AfterEach
	void withdraw() {
		for (LocalDate from : List.of(FROM, TAKEN)) {
			done(this.admin, "/settings/reminder-interval/values/" + from + "/withdrawal");
		}
	}

}
