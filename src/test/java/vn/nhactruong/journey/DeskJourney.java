package vn.nhactruong.journey;

import java.util.List;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.nhactruong.directive.DirectiveStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Each role's desk: everything that is due leads to the page where it can be done. */
class DeskJourney extends JourneyTest {

	@ParameterizedTest
	@ValueSource(strings = { "lanhdao", "vanphong", "thads", "truong.thads", "gd.danang" })
	void everything_due_leads_to_where_it_is_done(String username) {
		Person person = person(username);
		person.isOn("Bàn làm việc");
		look(person, "desk-" + username);
		person.open("/desk?all");
		Locator links = person.in("Việc cần làm").element("tbody a");
		List<String> addresses = links.all().stream().map((link) -> link.getAttribute("href")).toList();
		String heading = person.in("Việc cần làm").element("header small").textContent();
		assertThat(heading).startsWith(addresses.size() + " việc");
		for (String address : addresses.stream().distinct().limit(4).toList()) {
			assertThat(person.open(address)).as(address).isEqualTo(200);
			assertThat(person.element("main .btn").count()).as("acts offered on " + address).isPositive();
		}
		person.page().setViewportSize(PHONE, 844);
		person.open("/desk");
		look(person, "desk-" + username + "-phone");
	}

	@ParameterizedTest
	@ValueSource(strings = { "quansat", "quantri", "thads.danang" })
	void who_has_nothing_to_do_is_told_what_is_there(String username) {
		Person person = person(username);
		person.isOn("Bàn làm việc").isNotOffered("Tạo hội nghị").isNotOffered("Giao nhiệm vụ");
		look(person, "desk-" + username);
	}

	@ParameterizedTest
	@EnumSource(DirectiveStatus.class)
	void examples_show_every_state_of_a_directive(DirectiveStatus state) {
		Person office = person("vanphong");
		assertThat(office.open("/directives?state=" + state)).isEqualTo(200);
		assertThat(office.element("tbody small:has-text(\"· Ví dụ\")").count()).isPositive();
	}

}
