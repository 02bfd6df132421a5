package vn.nhactruong.conference;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.audit.AuditTrail;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@PortalTest
class ConferencePageTests {

	private static final String DA_NANG = "STP-48";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Conferences conferences;

	@Autowired
	private TestPeople people;

	@Autowired
	private UnitDirectory units;

	@Autowired
	private AuditTrail trail;

	@Autowired
	private Clock clock;

	private Viewer office;

	private String clerk;

	private String title;

	@BeforeEach
	void somebody() {
		this.office = this.people.viewer(this.people.add(Role.OFFICE, "VPB"));
		this.clerk = this.people.add(Role.CLERK, DA_NANG);
		this.title = "Hội nghị " + UUID.randomUUID();
	}

	@Test
	void a_unit_opens_a_conference_that_follows_one_it_was_not_invited_to() throws Exception {
		long earlier = create(null, "STP-46");
		long next = create(earlier, DA_NANG);
		this.conferences.announce(next, this.office);
		this.mvc.perform(get("/conferences/" + next).with(this.people.as(this.clerk))).andExpect(status().isOk());
		this.mvc.perform(get("/conferences/" + next + "/implementation").with(this.people.as(this.clerk)))
			.andExpect(status().isOk());
	}

	@Test
	void what_was_put_off_or_called_off_as_a_draft_stays_unknown() throws Exception {
		long postponed = create(null, DA_NANG);
		this.conferences.postpone(postponed, "Trùng lịch", this.office);
		long cancelled = create(null, DA_NANG);
		this.conferences.cancel(cancelled, "Không cần nữa", this.office);
		for (long id : List.of(postponed, cancelled)) {
			this.mvc.perform(get("/conferences/" + id).with(this.people.as(this.clerk)))
				.andExpect(status().isNotFound());
		}
		this.mvc.perform(get("/conferences").with(this.people.as(this.clerk)))
			.andExpect(content().string(not(containsString(this.title))));
		this.mvc.perform(get("/")).andExpect(content().string(not(containsString(this.title))));
	}

	@Test
	void an_announced_conference_stays_known_when_it_is_put_off() throws Exception {
		long id = create(null, DA_NANG);
		this.conferences.announce(id, this.office);
		this.conferences.postpone(id, "Bão", this.office);
		this.mvc.perform(get("/conferences/" + id).with(this.people.as(this.clerk))).andExpect(status().isOk());
		this.mvc.perform(get("/conferences").with(this.people.as(this.clerk)))
			.andExpect(content().string(containsString(this.title)));
	}

	@Test
	void an_announced_conference_keeps_its_chair_and_lock() throws Exception {
		long id = create(null, DA_NANG);
		this.conferences.announce(id, this.office);
		ConferenceForm unlocked = this.conferences.edit(id, this.office);
		unlocked.setRegistrationClosesAt(null);
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.conferences.update(id, unlocked, this.office))
			.withMessage("conference.error.noLockDate");
		ConferenceForm unchaired = this.conferences.edit(id, this.office);
		unchaired.getChairs().clear();
		assertThatExceptionOfType(RuleViolation.class)
			.isThrownBy(() -> this.conferences.update(id, unchaired, this.office))
			.withMessage("conference.error.noChair");
		this.mvc.perform(get("/desk").with(this.people.as(this.clerk))).andExpect(status().isOk());
	}

	@Test
	void every_field_of_an_edit_is_audited() {
		long earlier = create(null, "STP-46");
		long id = create(null, DA_NANG);
		ConferenceForm form = this.conferences.edit(id, this.office);
		form.setNote("Họp trực tuyến");
		form.setFollowsId(earlier);
		form.setStartsHalf(HalfDay.AFTERNOON);
		form.setProvinceId(this.units.provincesOn(form.getStartsOn()).get(0).id());
		this.conferences.update(id, form, this.office);
		assertThat(this.trail.history("conference", id).get(0).changes()).extracting("label")
			.containsExactlyInAnyOrder("conferenceForm.note", "conferenceForm.provinceId", "conferenceForm.followsId",
					"conferenceForm.startsHalf");
	}

	@Test
	void what_is_called_off_is_neither_edited_nor_answered() throws Exception {
		long id = create(null, DA_NANG);
		this.conferences.announce(id, this.office);
		this.conferences.cancel(id, "Không cần nữa", this.office);
		this.mvc.perform(get("/conferences/" + id + "/edit").with(this.people.as(this.office.username())))
			.andExpect(status().isConflict());
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(
				() -> this.conferences.decline(id, this.units.byCode(DA_NANG).orElseThrow().id(), "Bận", this.office));
	}

	/** A public draft in ten days, with one invited unit. */
	private long create(Long follows, String unit) {
		LocalDate day = LocalDate.now(this.clock).plusDays(10);
		Instant lock = this.clock.instant().plus(Duration.ofDays(5));
		long id = this.conferences.create(
				new ConferencePlan(this.title, ConferenceKind.TRAINING, day, HalfDay.MORNING, day, HalfDay.AFTERNOON,
						"Hội trường Bộ Tư pháp", null, this.office.unitId(), true, false, null, null, null, follows,
						lock, List.of(new ConferencePerson(ConferencePerson.Part.CHAIR, "Nguyễn Chủ Trì", null))),
				this.office);
		this.conferences.invite(id, List.of(this.units.byCode(unit).orElseThrow().id()), 3, null, this.office);
		return id;
	}

}
