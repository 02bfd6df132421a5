package vn.nhactruong.journey;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** From a figure of a report to the directives it counts. */
class StatisticsJourney extends JourneyTest {

	@Test
	void leader_reads_the_year_and_opens_what_is_behind_a_number() {
		Person person = person("lanhdao");
		person.open("/statistics");
		person.isOn("Thống kê nhiệm vụ");
		look(person, "statistics");
		picture(person, "statistics");
		Locator total = person.element("tfoot a").first();
		String number = total.textContent();
		total.click();
		person.isOn("Nhiệm vụ");
		assertThat(person.element("main .table-foot").textContent()).contains("trong " + number);
		person.page().setViewportSize(PHONE, 844);
		person.open("/statistics");
		look(person, "statistics-phone");
		assertThat(person.element("table.wide-numbers").first().isVisible()).isFalse();
		person.element("summary:has-text('Xem số liệu từng đơn vị')").click();
		assertThat(person.element("table.wide-numbers").first().isVisible()).isTrue();
		look(person, "statistics-phone-open");
	}

	@Test
	void period_that_ends_before_it_begins_is_explained_at_its_field() {
		Person person = person("vanphong");
		assertThat(person.open("/statistics?from=2026-03-01&to=2026-02-01")).isEqualTo(422);
		assertThat(person.element("#error-summary a").textContent()).contains("Ngày cuối kỳ");
		look(person, "statistics-refused");
	}

	@Test
	void unit_sees_the_line_of_what_it_holds() {
		Person person = person("thads");
		person.open("/statistics");
		person.isOn("Thống kê nhiệm vụ");
		assertThat(person.element("tbody").first().locator("tr").count()).isEqualTo(1);
	}

}
