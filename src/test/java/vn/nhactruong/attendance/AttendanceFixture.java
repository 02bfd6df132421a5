package vn.nhactruong.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.account.Accounts;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.account.Viewers;
import vn.nhactruong.conference.ConferenceKind;
import vn.nhactruong.conference.ConferencePerson;
import vn.nhactruong.conference.ConferencePlan;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.Role;

/** People and conferences of a test's own, made through the façades. */

class AttendanceFixture {

	static final String DA_NANG = "STP-48";

	static final String HUE = "STP-46";

	static final String CAN_THO = "STP-92";

	static final String TUYEN_QUANG = "STP-08";

	private static final Actor SYSTEM = new Actor() {

		@Override
		public Long accountId() {
			return null;
		}

		@Override
		public String displayName() {
			return "Test";
		}

		@Override
		public String roleName() {
			return null;
		}

		@Override
		public Long unitId() {
			return null;
		}

	};

	private final Accounts accounts;

	private final Viewers viewers;

	private final Conferences conferences;

	private final Attendees attendees;

	private final UnitDirectory units;

	private final Clock clock;

	AttendanceFixture(Accounts accounts, Viewers viewers, Conferences conferences, Attendees attendees,
			UnitDirectory units, Clock clock) {
		this.accounts = accounts;
		this.viewers = viewers;
		this.conferences = conferences;
		this.attendees = attendees;
		this.units = units;
		this.clock = clock;
	}

	Viewer person(Role role, String unitCode) {
		String username = "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
		this.accounts.addInitial(username, "Người " + username, null, "{noop}", false, role, unitCode, SYSTEM);
		return this.viewers.byUsername(username).orElseThrow();
	}

	Viewer office() {
		return person(Role.OFFICE, "VPB");
	}

	long unit(String code) {
		return this.units.byCode(code).orElseThrow().id();
	}

	LocalDate firstDay() {
		return LocalDate.now(this.clock).plusDays(10);
	}

	/** Two days from ten days on, announced; lists close in so many hours. */
	long conference(int hoursToLock, int quota, String... unitCodes) {
		return conference(firstDay(), hoursToLock, quota, unitCodes);
	}

	long conference(LocalDate firstDay, int hoursToLock, int quota, String... unitCodes) {
		Viewer office = office();
		Instant lock = this.clock.instant().plus(Duration.ofHours(hoursToLock));
		long id = this.conferences.create(
				new ConferencePlan("Hội nghị tập huấn " + UUID.randomUUID(), ConferenceKind.TRAINING, firstDay,
						HalfDay.MORNING, firstDay.plusDays(1), HalfDay.AFTERNOON, "Hội trường Bộ Tư pháp", null,
						unit("VPB"), false, false, "Nội dung", "Lãnh đạo Sở", null, null, lock,
						List.of(new ConferencePerson(ConferencePerson.Part.CHAIR, "Nguyễn Chủ Trì", "Thứ trưởng"))),
				office);
		this.conferences.invite(id, Arrays.stream(unitCodes).map(this::unit).toList(), quota, null, office);
		this.conferences.announce(id, office);
		return id;
	}

	/** Puts people on the list; the first leads the delegation. */
	List<Long> register(long conference, String unitCode, Viewer viewer, String... names) {
		for (int i = 0; i < names.length; i++) {
			AttendeeForm form = form(names[i]);
			form.setOrganizationId(unit(unitCode));
			form.setDelegationHead(i == 0);
			this.attendees.register(conference, form, viewer);
		}
		List<Long> ids = new ArrayList<>();
		for (String name : names) {
			this.attendees.unit(conference, unit(unitCode), viewer)
				.attendees()
				.stream()
				.filter((row) -> row.fullName().equals(name))
				.findFirst()
				.ifPresent((row) -> ids.add(row.id()));
		}
		return ids;
	}

	static AttendeeForm form(String fullName) {
		AttendeeForm form = new AttendeeForm();
		form.setFullName(fullName);
		form.setPosition("Phó Giám đốc");
		form.setPhone("0912 345 678");
		return form;
	}

	static RequestPostProcessor as(Viewer viewer) {
		UsernamePasswordAuthenticationToken token = UsernamePasswordAuthenticationToken.authenticated(viewer.username(),
				null, List.of());
		token.setDetails(viewer);
		return SecurityMockMvcRequestPostProcessors.authentication(token);
	}

}
