package vn.nhactruong.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.test.util.ReflectionTestUtils;

import vn.nhactruong.account.Grant;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Role × relation to the conference × state. */
class ConferenceAccessTests {

	private static final long ORGANIZER = 1;

	private static final long INVITED = 2;

	/** The unit whose work came down to {@link #INVITED}, or to nobody here. */
	private static final long PREDECESSOR = 3;

	private static final long STRANGER = 4;

	private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

	private final ConferenceAccess access = new ConferenceAccess();

	@ParameterizedTest
	@CsvSource({
			// role, relation, whole sector; sees it unknown, known, organises
			"ADMIN,     ORGANIZER, true,  false, false, false", "ADMIN,     INVITED,   false, false, false, false",
			"LEADER,    STRANGER,  true,  true,  true,  false", "OFFICE,    ORGANIZER, true,  true,  true,  true",
			"OFFICE,    STRANGER,  true,  true,  true,  true", "OBSERVER,  STRANGER,  true,  true,  true,  false",
			"UNIT_HEAD, ORGANIZER, false, true,  true,  false", "UNIT_HEAD, INVITED,   false, false, true,  false",
			"UNIT_HEAD, SUCCESSOR, false, false, true,  false", "UNIT_HEAD, STRANGER,  false, false, false, false",
			"CLERK,     ORGANIZER, false, true,  true,  false", "CLERK,     INVITED,   false, false, true,  false",
			"CLERK,     SUCCESSOR, false, false, true,  false", "CLERK,     STRANGER,  false, false, false, false",
			"OBSERVER,  ORGANIZER, false, true,  true,  false", "OBSERVER,  INVITED,   false, false, true,  false",
			"OBSERVER,  SUCCESSOR, false, false, true,  false", "OBSERVER,  STRANGER,  false, false, false, false" })
	void who_sees_and_who_organises(Role role, String relation, boolean whole, boolean unknown, boolean known,
			boolean organises) {
		Viewer viewer = viewer(role, relation, whole);
		for (ConferenceStatus state : ConferenceStatus.values()) {
			assertThat(sees(viewer, conference(state, false))).as("%s, never announced", state).isEqualTo(unknown);
			assertThat(sees(viewer, conference(state, true))).as("%s, announced", state).isEqualTo(known);
		}
		Conference archived = conference(ConferenceStatus.DRAFT, false);
		archived.archive(NOW);
		assertThat(sees(viewer, archived)).as("from before the portal").isEqualTo(known);
		assertThat(this.access.mayOrganise(viewer)).isEqualTo(organises);
		if (organises) {
			assertThatCode(() -> this.access.requireOrganiser(viewer)).doesNotThrowAnyException();
		}
		else {
			assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> this.access.requireOrganiser(viewer));
		}
	}

	@ParameterizedTest
	@EnumSource(Role.class)
	void the_list_asks_the_same_as_the_single_conference(Role role) {
		boolean none = role == Role.ADMIN;
		assertThat(this.access.condition(viewer(role, "STRANGER", true))).isEqualTo(none ? "false" : "true");
		assertThat(this.access.condition(viewer(role, "INVITED", false)))
			.isEqualTo(none ? "false" : ConferenceAccess.VISIBLE);
		assertThat(this.access.units(viewer(role, "SUCCESSOR", false))).contains(PREDECESSOR);
	}

	@Test
	void without_a_viewer_there_is_nothing() {
		assertThat(sees(null, conference(ConferenceStatus.ANNOUNCED, true))).isFalse();
		assertThat(this.access.condition(null)).isEqualTo("false");
		assertThat(this.access.units(null)).isEmpty();
		assertThat(this.access.mayOrganise(null)).isFalse();
	}

	/** Invited are one unit of today and one that has a successor. */
	private boolean sees(Viewer viewer, Conference conference) {
		return this.access.sees(viewer, conference, List.of(INVITED, PREDECESSOR));
	}

	private static Viewer viewer(Role role, String relation, boolean whole) {
		Set<Long> lineage = switch (relation) {
			case "ORGANIZER" -> Set.of(ORGANIZER);
			case "INVITED" -> Set.of(INVITED);
			case "SUCCESSOR" -> Set.of(9L, PREDECESSOR);
			default -> Set.of(STRANGER);
		};
		Grant grant = new Grant(1, role, lineage.iterator().next(), "Đơn vị", lineage);
		return new Viewer(1L, "nguoi", "Người", grant, List.of(grant), whole);
	}

	private static Conference conference(ConferenceStatus state, boolean announced) {
		Conference conference = new Conference("HN-2026-12-01");
		LocalDate day = LocalDate.of(2026, 12, 4);
		conference.plan(new ConferencePlan("Hội nghị thử", ConferenceKind.BRIEFING, day, HalfDay.MORNING, day,
				HalfDay.AFTERNOON, "Hà Nội", null, ORGANIZER, false, false, null, null, null, null, NOW, List.of()));
		ReflectionTestUtils.setField(conference, "status", state);
		ReflectionTestUtils.setField(conference, "announcedAt", announced ? NOW : null);
		return conference;
	}

}
