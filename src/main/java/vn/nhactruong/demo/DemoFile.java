package vn.nhactruong.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

import vn.nhactruong.agenda.AgendaItemKind;
import vn.nhactruong.conference.ConferenceKind;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.shared.Role;

/**
 * The shapes of the files in {@code demo/}. What a source does not say is missing there.
 */
final class DemoFile {

	private DemoFile() {
	}

	record Accounts(String password, List<Account> accounts) {
	}

	record Account(String username, String displayName, String position, Role role, String unit) {
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Conferences(List<Conference> conferences) {
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Conference(String code, String title, ConferenceKind kind, LocalDate starts, LocalDate ends,
			@JsonProperty("half_day") HalfDay halfDay, String place, @JsonProperty("province_id") String provinceId,
			String organizer, @JsonProperty("date_is") String dateIs, String note, List<Person> chairs,
			List<Person> guests, List<Invited> invited, List<Item> agenda, List<String> achievements,
			List<String> limitations, List<Task> directives, List<Figure> figures) {
	}

	record Person(String name, String position) {
	}

	/**
	 * Who was invited.
	 *
	 * @param some only some units of the kind, and the source does not say which
	 */
	record Invited(List<String> organizations, OrganizationKind kind, String region, String who, Boolean some) {
	}

	record Item(int order, AgendaItemKind kind, String title, String speaker) {
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Task(String text, String lead, @JsonProperty("lead_kind") OrganizationKind leadKind,
			List<String> coordinating, @JsonProperty("coordinating_kinds") List<OrganizationKind> coordinatingKinds) {
	}

	record Figure(String indicator, String unit, int year, BigDecimal value,
			@JsonProperty("versus_year") Integer versusYear, BigDecimal change,
			@JsonProperty("change_percent_printed") BigDecimal changePercentPrinted) {
	}

}
