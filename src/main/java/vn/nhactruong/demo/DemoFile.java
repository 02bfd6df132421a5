package vn.nhactruong.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

import vn.nhactruong.agenda.AgendaItemKind;
import vn.nhactruong.conference.ConferenceKind;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.shared.Role;
import vn.nhactruong.workprogram.SubmittingLevel;

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

	record Examples(Example concluded, List<ExampleDirective> directives, Example announced,
			List<ExampleAttendee> attendees) {
	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	record Example(String title, ConferenceKind kind, String place, String provinceId, String content,
			String participants, Person chair, Person secretary, List<ExampleItem> agenda, List<String> achievements,
			List<String> limitations, List<Contribution> contributions, String signerTitle, String signerName) {
	}

	record ExampleItem(AgendaItemKind kind, String title, LocalTime from, LocalTime to, String speaker) {
	}

	record Contribution(String speaker, String unit, String text) {
	}

	/**
	 * A clause of the concluded example and the directive it became.
	 *
	 * @param dueIn the clause's deadline in days from today; {@code null} for none
	 */
	record ExampleDirective(Story story, Integer dueIn, String text, List<String> leads, List<String> coordinating,
			String deliverable) {
	}

	/**
	 * An attendee of the announced example.
	 *
	 * @param confirmedBy the head who confirmed the unit's list, or {@code null}
	 */
	record ExampleAttendee(String unit, String name, String position, String phone, boolean head, String confirmedBy) {
	}

	record Weeks(List<WeekLeader> leaders, List<WeekResource> rooms, List<WeekResource> cars, List<WeekEntry> entries,
			List<WeekTrip> trips) {
	}

	/**
	 * A leader's position.
	 *
	 * @param account who holds it in the demo, or {@code null}
	 */
	record WeekLeader(String position, String account) {
	}

	record WeekResource(String name, String place, Integer seats) {
	}

	/**
	 * An entry of the leaders' week.
	 *
	 * @param week counted from this one, which is 0
	 * @param weekday 1 for Monday
	 * @param leaders counted from 1, as are room and car
	 */
	record WeekEntry(int week, int weekday, LocalTime from, LocalTime to, String title, List<Integer> leaders,
			Integer room, String place, String participants, List<String> units, String preparing, Integer car,
			String by, WeekStory story, Integer movedDay, LocalTime movedFrom, LocalTime movedTo, String reason) {
	}

	/**
	 * A business trip of leaders.
	 *
	 * @param week counted from this one, which is 0
	 * @param weekday 1 for Monday; {@code lastWeekday} may lie in the week after
	 * @param leaders counted from 1, as is the car
	 * @param province its id
	 */
	record WeekTrip(int week, int weekday, LocalTime departs, int lastWeekday, HalfDay lastHalf, LocalTime returns,
			String title, List<Integer> leaders, String province, String place, String participants, List<String> units,
			String preparing, Integer car, String by) {
	}

	/** What happens to an example entry. */
	enum WeekStory {

		ARRANGED, MOVED, CALLED_OFF, PROPOSED, ACCEPTED, RETURNED

	}

	record Programs(List<ProgramItem> year, List<ProgramItem> quarter, List<ProgramItem> month,
			List<ProgramItem> next) {
	}

	/**
	 * An item of an example work program.
	 *
	 * @param parent counted from 0 in the longer program
	 * @param dueIn its deadline in days from today, kept within the period
	 * @param by who proposes it
	 */
	record ProgramItem(Integer parent, ProgramStory story, Integer dueIn, String by, String title, String lead,
			List<String> coordinating, String deliverable, SubmittingLevel level, String source) {
	}

	/** What happens to an example item, so that every state can be seen. */
	enum ProgramStory {

		PLANNED, IN_PROGRESS, DONE, DONE_LATE, OVERDUE, SLIPPED, DROPPED, ASKED, PROPOSED, RETURNED, ACCEPTED

	}

	/** What happens to an example directive, so that every state can be seen. */
	enum Story {

		ISSUED, SLIPPING, REPORTED, WAITS_FOR_SIGNATURE, VERIFIED_ON_TIME, VERIFIED_LATE, VERIFIED_EXTENDED, RETURNED,
		DECLINED, CANCELLED, OVERDUE, NO_DEADLINE, EXTENSION_REQUESTED, EXTENSION_REFUSED, CONTRIBUTED, ASSIGNED,
		REOPENING_REQUESTED, FAMILY, DRAFT

	}

}
