package vn.nhactruong.workprogram.version;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.notification.MessageArguments;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.Role;
import vn.nhactruong.workprogram.TestPrograms;
import vn.nhactruong.workprogram.adjustment.AdjustmentKind;
import vn.nhactruong.workprogram.adjustment.AdjustmentPlan;

import static org.assertj.core.api.Assertions.assertThat;

/** What a further version's message says to whom. */
@PortalTest
@Import(TestPrograms.class)
class VersionNoticesTests {

	private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

	private static final String OWN = "Đầu việc của đơn vị bạn – ";

	@Autowired
	private TestPrograms tests;

	@Autowired
	private TestPeople people;

	@Autowired
	private MessageSource messages;

	@Autowired
	private JsonMapper json;

	@Autowired
	private JdbcClient jdbc;

	private LocalDate monday;

	private Viewer office;

	private Viewer leader;

	@BeforeEach
	void week() {
		this.monday = this.tests.week();
		this.office = this.tests.viewer(Role.OFFICE, "VPB");
		this.leader = this.tests.viewer(Role.LEADER, "BTP");
	}

	@Test
	void department_reads_every_change_its_own_first_and_a_province_its_own_alone() {
		String department = this.people.add(Role.CLERK, "CKHTC");
		String province = this.people.add(Role.CLERK, "STP-48");
		long program = this.tests.open(this.monday);
		this.tests.add(program, "Việc của cục khác", this.monday, "CCNTT");
		this.tests.add(program, "Việc của cục", this.monday.plusDays(1), "CCNTT", "CKHTC");
		this.tests.add(program, "Việc của Sở", this.monday.plusDays(2), "STP-48");
		this.tests.publish(program);
		deadline(program, "Việc của cục khác", 3);
		deadline(program, "Việc của cục", 4);
		change(program, new AdjustmentPlan(AdjustmentKind.DELIVERABLE, this.tests.itemOf(program, "Việc của Sở"), null,
				null, "Tờ trình", null, null, null, null, "Lý do"));
		this.tests.programs.publish(program, this.office);

		assertThat(lines(department, VIETNAMESE)).hasSize(5)
			.element(2)
			.isEqualTo(OWN + "2. Việc của cục – Thời hạn: " + day(1) + " → " + day(4));
		assertThat(lines(department, VIETNAMESE)).element(3)
			.isEqualTo("1. Việc của cục khác – Thời hạn: " + day(0) + " → " + day(3));
		assertThat(lines(province, VIETNAMESE)).hasSize(3)
			.last()
			.asString()
			.isEqualTo(OWN + "3. Việc của Sở – Sản phẩm: Báo cáo → Tờ trình");
		assertThat(lines(province, Locale.ENGLISH)).last()
			.asString()
			.startsWith("Your unit’s item – 3. Việc của Sở – ")
			.doesNotContain("Sản phẩm");
	}

	@Test
	void province_whose_items_stay_as_they_are_is_told_of_the_version_alone() {
		String province = this.people.add(Role.CLERK, "STP-48");
		long program = this.tests.open(this.monday);
		this.tests.add(program, "Việc của cục khác", this.monday, "CCNTT");
		this.tests.add(program, "Việc của Sở", this.monday.plusDays(2), "STP-48");
		this.tests.publish(program);
		deadline(program, "Việc của cục khác", 3);
		this.tests.programs.publish(program, this.office);
		assertThat(lines(province, VIETNAMESE)).singleElement().asString().endsWith("đã ban hành bản 2");
	}

	@Test
	void long_list_is_told_by_its_beginning() {
		String department = this.people.add(Role.CLERK, "CKHTC");
		String[] titles = { "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy" };
		long program = this.tests.published(this.monday, titles);
		for (String title : titles) {
			deadline(program, title, 1);
		}
		this.tests.programs.publish(program, this.office);
		assertThat(lines(department, VIETNAMESE)).hasSize(8).last().isEqualTo("và 2 thay đổi khác");
	}

	@Test
	void whoever_acts_for_two_units_is_told_once_with_both_marked() {
		String both = this.people.add(Role.CLERK, "CKHTC");
		this.jdbc.sql("insert into role_grant (account_id, role, organization_id) values (?, 'CLERK', ?)")
			.params(this.people.id(both), this.tests.unit("CCNTT"))
			.update();
		long program = this.tests.open(this.monday);
		this.tests.add(program, "Việc một", this.monday, "CCNTT");
		this.tests.add(program, "Việc hai", this.monday.plusDays(1), "CKHTC");
		this.tests.publish(program);
		deadline(program, "Việc một", 3);
		deadline(program, "Việc hai", 4);
		this.tests.programs.publish(program, this.office);
		assertThat(lines(both, VIETNAMESE)).filteredOn((line) -> line.startsWith(OWN)).hasSize(2);
		assertThat(this.jdbc.sql("select count(*) from notification where account_id = ? and url like ?")
			.params(this.people.id(both), "%/versions/2")
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	private void deadline(long program, String title, int day) {
		change(program, new AdjustmentPlan(AdjustmentKind.DEADLINE, this.tests.itemOf(program, title), null, null, null,
				null, this.monday.plusDays(day), null, null, "Lý do"));
	}

	private void change(long program, AdjustmentPlan plan) {
		this.tests.adjustments.approve(program, this.tests.adjustments.request(program, plan, this.office),
				this.leader);
	}

	private String day(int day) {
		return DateFormats.day(this.monday.plusDays(day));
	}

	/** The newest message, line by line. */
	private List<String> lines(String person, Locale locale) {
		return this.jdbc.sql("""
				select message_key, arguments::text from notification where account_id = ? order by id desc limit 1
				""")
			.param(this.people.id(person))
			.query((row, number) -> this.messages.getMessage(row.getString(1),
					MessageArguments.read(this.json, row.getString(2)).toArray(), locale))
			.single()
			.lines()
			.toList();
	}

}
