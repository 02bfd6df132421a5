package vn.nhactruong.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.validation.Errors;

import vn.nhactruong.conference.ConferencePerson.Part;
import vn.nhactruong.shared.ClockConfiguration;
import vn.nhactruong.shared.Versioned;

/** A conference as the office types it. */
public class ConferenceForm implements Versioned {

	private static final int SPARE_ROWS = 2;

	private static final int MORE_ROWS = 3;

	@NotBlank
	@Size(max = 300)
	private String title;

	@NotNull
	private ConferenceKind kind;

	@NotNull
	private LocalDate startsOn;

	@NotNull
	private HalfDay startsHalf = HalfDay.MORNING;

	@NotNull
	private LocalDate endsOn;

	@NotNull
	private HalfDay endsHalf = HalfDay.AFTERNOON;

	@NotBlank
	@Size(max = 200)
	private String place;

	private String provinceId;

	@NotNull
	private Long organizerId;

	private boolean open;

	private boolean urgent;

	@Size(max = 4000)
	private String content;

	@Size(max = 2000)
	private String participants;

	@Size(max = 2000)
	private String note;

	private Long followsId;

	private Long workItemId;

	private LocalDateTime registrationClosesAt;

	/**
	 * Whether successors take the place of invited units that are gone by the new day.
	 */
	private boolean inviteSuccessors;

	private int version;

	@Valid
	private List<PersonRow> chairs = new ArrayList<>();

	@Valid
	private List<PersonRow> secretaries = new ArrayList<>();

	@Valid
	private List<PersonRow> guests = new ArrayList<>();

	static ConferenceForm of(Conference conference) {
		ConferenceForm form = new ConferenceForm();
		form.title = conference.getTitle();
		form.kind = conference.getKind();
		form.startsOn = conference.getStartsOn();
		form.startsHalf = conference.getStartsHalf();
		form.endsOn = conference.getEndsOn();
		form.endsHalf = conference.getEndsHalf();
		form.place = conference.getPlace();
		form.provinceId = conference.getProvinceId();
		form.organizerId = conference.getOrganizerId();
		form.open = conference.isOpen();
		form.urgent = conference.isUrgent();
		form.content = conference.getContent();
		form.participants = conference.getParticipants();
		form.note = conference.getNote();
		form.followsId = conference.getFollowsId();
		form.registrationClosesAt = (conference.getRegistrationClosesAt() != null)
				? LocalDateTime.ofInstant(conference.getRegistrationClosesAt(), ClockConfiguration.ZONE) : null;
		form.version = conference.getVersion();
		for (ConferencePerson person : conference.getPersons()) {
			form.rows(person.getPart()).add(new PersonRow(person.getName(), person.getPosition()));
		}
		return form;
	}

	public ConferencePlan plan() {
		Instant lock = (this.registrationClosesAt != null)
				? this.registrationClosesAt.atZone(ClockConfiguration.ZONE).toInstant() : null;
		List<ConferencePerson> persons = new ArrayList<>();
		for (Part part : Part.values()) {
			rows(part).stream()
				.filter(PersonRow::isFilled)
				.forEach((row) -> persons.add(new ConferencePerson(part, row.getName(), row.getPosition())));
		}
		return new ConferencePlan(this.title, this.kind, this.startsOn, this.startsHalf, this.endsOn, this.endsHalf,
				this.place, this.provinceId, this.organizerId, this.open, this.urgent, this.content, this.participants,
				this.note, this.followsId, lock, persons);
	}

	/** Asks for the name at its own field where only a position was typed. */
	public void rejectNameless(Errors errors) {
		rejectNameless("chairs", this.chairs, errors);
		rejectNameless("secretaries", this.secretaries, errors);
		rejectNameless("guests", this.guests, errors);
	}

	private static void rejectNameless(String list, List<PersonRow> rows, Errors errors) {
		for (int i = 0; i < rows.size(); i++) {
			if (!rows.get(i).isNamed()) {
				errors.rejectValue(list + "[" + i + "].name", "conference.error.personWithoutName");
			}
		}
	}

	/**
	 * Leaves room to add people without any script. Rows in between stay where they are:
	 * a sentence about one of them names its place.
	 */
	public void addSpareRows() {
		for (Part part : Part.values()) {
			List<PersonRow> rows = rows(part);
			while (rows.size() < SPARE_ROWS
					|| rows.subList(rows.size() - SPARE_ROWS, rows.size()).stream().anyMatch(PersonRow::isFilled)) {
				rows.add(new PersonRow(null, null));
			}
		}
	}

	/** Makes room for more people of one part. */
	public void addRows(Part part) {
		for (int i = 0; i < MORE_ROWS; i++) {
			rows(part).add(new PersonRow(null, null));
		}
	}

	private List<PersonRow> rows(Part part) {
		return switch (part) {
			case CHAIR -> this.chairs;
			case SECRETARY -> this.secretaries;
			case GUEST -> this.guests;
		};
	}

	public String getTitle() {
		return this.title;
	}

	public void setTitle(String title) {
		this.title = title;
	}

	public ConferenceKind getKind() {
		return this.kind;
	}

	public void setKind(ConferenceKind kind) {
		this.kind = kind;
	}

	public LocalDate getStartsOn() {
		return this.startsOn;
	}

	public void setStartsOn(LocalDate startsOn) {
		this.startsOn = startsOn;
	}

	public HalfDay getStartsHalf() {
		return this.startsHalf;
	}

	public void setStartsHalf(HalfDay startsHalf) {
		this.startsHalf = startsHalf;
	}

	public LocalDate getEndsOn() {
		return this.endsOn;
	}

	public void setEndsOn(LocalDate endsOn) {
		this.endsOn = endsOn;
	}

	public HalfDay getEndsHalf() {
		return this.endsHalf;
	}

	public void setEndsHalf(HalfDay endsHalf) {
		this.endsHalf = endsHalf;
	}

	public String getPlace() {
		return this.place;
	}

	public void setPlace(String place) {
		this.place = place;
	}

	public String getProvinceId() {
		return this.provinceId;
	}

	public void setProvinceId(String provinceId) {
		this.provinceId = provinceId;
	}

	public Long getOrganizerId() {
		return this.organizerId;
	}

	public void setOrganizerId(Long organizerId) {
		this.organizerId = organizerId;
	}

	public boolean isOpen() {
		return this.open;
	}

	public void setOpen(boolean open) {
		this.open = open;
	}

	public boolean isUrgent() {
		return this.urgent;
	}

	public void setUrgent(boolean urgent) {
		this.urgent = urgent;
	}

	public String getContent() {
		return this.content;
	}

	public void setContent(String content) {
		this.content = content;
	}

	public String getParticipants() {
		return this.participants;
	}

	public void setParticipants(String participants) {
		this.participants = participants;
	}

	public String getNote() {
		return this.note;
	}

	public void setNote(String note) {
		this.note = note;
	}

	public Long getFollowsId() {
		return this.followsId;
	}

	public void setFollowsId(Long followsId) {
		this.followsId = followsId;
	}

	public Long getWorkItemId() {
		return this.workItemId;
	}

	public void setWorkItemId(Long workItemId) {
		this.workItemId = workItemId;
	}

	public LocalDateTime getRegistrationClosesAt() {
		return this.registrationClosesAt;
	}

	public void setRegistrationClosesAt(LocalDateTime registrationClosesAt) {
		this.registrationClosesAt = registrationClosesAt;
	}

	public boolean isInviteSuccessors() {
		return this.inviteSuccessors;
	}

	public void setInviteSuccessors(boolean inviteSuccessors) {
		this.inviteSuccessors = inviteSuccessors;
	}

	@Override
	public int getVersion() {
		return this.version;
	}

	@Override
	public void setVersion(int version) {
		this.version = version;
	}

	public List<PersonRow> getChairs() {
		return this.chairs;
	}

	public void setChairs(List<PersonRow> chairs) {
		this.chairs = chairs;
	}

	public List<PersonRow> getSecretaries() {
		return this.secretaries;
	}

	public void setSecretaries(List<PersonRow> secretaries) {
		this.secretaries = secretaries;
	}

	public List<PersonRow> getGuests() {
		return this.guests;
	}

	public void setGuests(List<PersonRow> guests) {
		this.guests = guests;
	}

	/** One named person; a row without a name counts as not there. */
	static class PersonRow {

		@Size(max = 120)
		private String name;

		@Size(max = 200)
		private String position;

		PersonRow() {
		}

		PersonRow(String name, String position) {
			this.name = name;
			this.position = position;
		}

		boolean isFilled() {
			return this.name != null || this.position != null;
		}

		boolean isNamed() {
			return this.position == null || this.name != null;
		}

		/** As a reader sees it when two people edited the same list. */
		@Override
		public String toString() {
			return Stream.of(this.name, this.position).filter(Objects::nonNull).collect(Collectors.joining(", "));
		}

		public String getName() {
			return this.name;
		}

		public void setName(String name) {
			this.name = name;
		}

		public String getPosition() {
			return this.position;
		}

		public void setPosition(String position) {
			this.position = position;
		}

	}

}
