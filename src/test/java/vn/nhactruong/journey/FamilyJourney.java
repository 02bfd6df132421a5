package vn.nhactruong.journey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.nhactruong.account.Grant;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.account.Viewers;
import vn.nhactruong.conclusion.ClausePlan;
import vn.nhactruong.conclusion.review.ConclusionReviews;
import vn.nhactruong.conclusion.Conclusions;
import vn.nhactruong.conclusion.IssuePlan;
import vn.nhactruong.conference.ConferenceKind;
import vn.nhactruong.conference.ConferencePerson;
import vn.nhactruong.conference.ConferencePlan;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.directive.CompletionText;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One clause given to all 34 provincial departments of justice, from the notice to the
 * closed family: the matrix, the reminder of some, a unit's report, all verified at once.
 */
class FamilyJourney extends JourneyTest {

	private static final String CLAUSE = "Các Sở Tư pháp công khai đầu mối tiếp nhận phản ánh, kiến nghị của người dân.";

	private static final String TITLE = "Công khai đầu mối tiếp nhận phản ánh, kiến nghị";

	private static final String MATRIX = "Tình hình từng đơn vị";

	private static final String DA_NANG = "Sở Tư pháp thành phố Đà Nẵng";

	private static final String TUYEN_QUANG = "Sở Tư pháp tỉnh Tuyên Quang";

	@Autowired
	private Viewers viewers;

	@Autowired
	private UnitDirectory units;

	@Autowired
	private Conferences conferences;

	@Autowired
	private Conclusions conclusions;

	@Autowired
	private ConclusionReviews reviews;

	@Autowired
	private Directives directives;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@Test
	void clause_becomes_a_family_of_34_units_and_ends_as_a_closed_parent() {
		long conference = noticeWithClause();
		Person office = person("vanphong");
		office.open("/conferences/" + conference + "/conclusion");
		office.sees("Còn 1 đoạn chưa giao nhiệm vụ").follow("Giao nhiệm vụ từ đoạn 1");
		office.fill("Tên nhiệm vụ", TITLE).press("Giao nhiệm vụ").sees("Đã giao nhiệm vụ").isOn(TITLE);
		String family = office.address();
		assertThat(office.in(MATRIX).element("tbody tr").count()).isEqualTo(34);
		look(office, "family");
		office.page().setViewportSize(PHONE, 844);
		office.open(family);
		look(office, "family-phone");
		// What is asked comes before the many units.
		assertThat(office.element(".asked").boundingBox().y).isLessThan(office.element("#matrix").boundingBox().y);
		assertThat(office.in(MATRIX).element("tbody tr .due").first().isVisible()).isTrue();
		office.page().setViewportSize(DESKTOP, 900);

		choose(office, DA_NANG);
		choose(office, TUYEN_QUANG);
		office.press("Đôn đốc đơn vị đã chọn").sees("Đã đôn đốc 2 đơn vị.").sees("Đôn đốc 2 đơn vị");
		reportAsUnit();
		othersReport(family);

		office.open(family + "?state=REPORTED");
		office.in(MATRIX).sees("34 trên 34 đơn vị");
		office.in(MATRIX).element("input[name=chosen]").all().forEach(Locator::check);
		look(office, "family-reported");
		List<String> questions = new ArrayList<>();
		office.page().onDialog((dialog) -> questions.add(dialog.message()));
		office.press("Nghiệm thu đơn vị đã chọn").sees("Đã nghiệm thu 34 đơn vị.");
		assertThat(questions).singleElement().asString().contains("34 đơn vị");
		office.sees("Tất cả đơn vị đã kết thúc nhiệm vụ ngày " + Person.day(today()));
		office.isNotOffered("Nghiệm thu đơn vị đã chọn");
		look(office, "family-closed");

		office.open("/conferences/" + conference + "/conclusion");
		office.doesNotSee("chưa giao nhiệm vụ").line(CLAUSE).sees("34 đơn vị").sees("Đã nghiệm thu");
		look(office, "family-clause");
	}

	/** Reminded, the unit takes it up, and its head signs what was done. */
	private void reportAsUnit() {
		Person clerk = person("stp.danang");
		clerk.open("/notifications");
		clerk.line(TITLE).element("a, button").first().click();
		clerk.isOn(TITLE).press("Nhận nhiệm vụ").sees("Đã nhận nhiệm vụ.");
		String own = clerk.address();
		clerk.follow("Báo cáo tiến độ")
			.fill("Đã làm được (%)", "80")
			.fill("Nội dung", "Đã niêm yết tại trụ sở.")
			.press("Báo cáo tiến độ")
			.sees("80%");
		Person head = person("gd.danang");
		head.open(own);
		head.follow("Báo cáo hoàn thành")
			.fill("Kết quả thực hiện", "Đã công khai trên Cổng thông tin điện tử của Sở.")
			.fill("Số, ký hiệu văn bản", "88/BC-STP")
			.fill("Ngày văn bản", today())
			.fill("Trích yếu", "Kết quả công khai đầu mối tiếp nhận phản ánh, kiến nghị")
			.press("Báo cáo hoàn thành")
			.sees("Đã gửi báo cáo hoàn thành; đang chờ nghiệm thu.");
		look(head, "family-child");
		// A unit sees its own part, not how the others stand.
		head.doesNotSee(MATRIX);
	}

	private void othersReport(String family) {
		String number = family.substring(family.lastIndexOf('/') + 1);
		Viewer somebody = as("gd.danang");
		for (Unit unit : this.units.ofKind(OrganizationKind.PROVINCIAL_JUSTICE, null, today())) {
			if (unit.name().equals(DA_NANG)) {
				continue;
			}
			Grant head = new Grant(somebody.acting().id(), Role.UNIT_HEAD, unit.id(), unit.name(), Set.of(unit.id()));
			Viewer viewer = new Viewer(somebody.accountId(), somebody.username(), somebody.displayName(), head,
					List.of(head), false);
			long child = childOf(Long.parseLong(number), unit.id());
			this.directives.receive(child, viewer);
			this.directives.report(child,
					new CompletionText("Đã công khai.", "12/BC-STP", today(), "Kết quả công khai"), List.of(), viewer);
		}
	}

	private long childOf(long family, long unit) {
		return this.jdbc.sql("select id from directive where parent_id = ? and holder_organization_id = ?")
			.params(family, unit)
			.query(Long.class)
			.single();
	}

	private static void choose(Person office, String unit) {
		office.in(MATRIX).element("input[aria-label='Chọn " + unit + "']").check();
	}

	/** A notice whose one clause names all departments of justice. */
	private long noticeWithClause() {
		Viewer office = as("vanphong");
		LocalDate day = today().minusDays(1);
		long conference = this.conferences.create(new ConferencePlan("Hội nghị trực tuyến với các Sở Tư pháp",
				ConferenceKind.BRIEFING, day, HalfDay.MORNING, day, HalfDay.MORNING, "Hà Nội", null, office.unitId(),
				false, true, null, null, null, null, day.minusDays(1).atStartOfDay(this.clock.getZone()).toInstant(),
				List.of(new ConferencePerson(ConferencePerson.Part.CHAIR, "Lãnh đạo Bộ", null))), office);
		this.conferences.invite(conference,
				List.of(this.units.ofKind(OrganizationKind.PROVINCIAL_JUSTICE, null, today()).get(0).id()), 1, null,
				office);
		this.conferences.announce(conference, office);
		this.conclusions.addClause(conference,
				new ClausePlan(1, CLAUSE, List.of(), List.of(OrganizationKind.PROVINCIAL_JUSTICE), List.of(), List.of(),
						today().plusDays(30), false, "Báo cáo", false),
				office);
		this.reviews.submit(conference, office);
		this.reviews.approve(conference, 1, as("lanhdao"));
		this.conclusions.issue(conference,
				new IssuePlan(60_001, today(), "TL. BỘ TRƯỞNG, CHÁNH VĂN PHÒNG", "Chánh Văn phòng Bộ"), office);
		return conference;
	}

	private Viewer as(String username) {
		return this.viewers.byUsername(username).orElseThrow();
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
