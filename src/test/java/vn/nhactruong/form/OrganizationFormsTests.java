package vn.nhactruong.form;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.shared.Role;

/** The forms of the register of units. */
class OrganizationFormsTests extends FormTests {

	private RequestPostProcessor admin;

	@Override
	Map<String, Supplier<FilledForm>> forms() {
		this.admin = as(Role.ADMIN, "VPB");
		Map<String, Supplier<FilledForm>> forms = new LinkedHashMap<>();
		forms.put("/organizations",
				() -> unit("/organizations", code()).refuses("a code that is taken", "code", "code", "STP-48")
					.refuses("a code with marks", "code", "code", "PHÒNG")
					.refuses("a provincial unit without a province", "provinceId", "kind", "PROVINCIAL_JUSTICE",
							"provinceId", ""));
		forms.put("/organizations/{code}", () -> {
			String code = code();
			done(this.admin, "/organizations", "code", code, "name", "Phòng cũ", "shortName", "PC", "kind",
					"PUBLIC_UNIT", "parentCode", "BTP");
			// The code is the unit's address and is never changed.
			return unit("/organizations/" + code, code).told("code")
				.with("version", 0)
				.refuses("it follows itself", "successorCode", "successorCode", code)
				.refuses("it stands above itself", "parentCode", "parentCode", code);
		});
		return forms;
	}

	private static String code() {
		return "THU-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
	}

	private FilledForm unit(String url, String code) {
		return FilledForm.at(url, this.admin)
			.with("code", code)
			.with("name", "Trung tâm dữ liệu thử")
			.with("shortName", "TTDL thử")
			.with("kind", "PUBLIC_UNIT")
			.with("parentCode", "BTP")
			.with("successorCode", "VPB")
			.with("validFrom", LocalDate.of(2040, 1, 1))
			.with("validTo", LocalDate.of(2041, 6, 30))
			// Asked for only where people hold roles for a unit that is closed.
			.told("closingConfirmed")
			.told("provinceId")
			.refuses("it ends before it begins", "validTo", "validTo", LocalDate.of(2039, 12, 31))
			.refuses("followed by another one without an end", "validTo", "validTo", "")
			.refuses("below a unit that is gone by then", "parentCode", "parentCode", "TCTHADS")
			.refuses("followed by a unit that is gone by then", "successorCode", "successorCode", "TCTHADS");
	}

}
