package vn.nhactruong.journey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.account.Viewers;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.TestLadder;
import vn.nhactruong.directive.origin.DirectiveSource;
import vn.nhactruong.directive.origin.IssueOrder;
import vn.nhactruong.directive.origin.Origin;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.workingday.WorkingDays;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A unit asks for more time, the office refuses, the day comes and passes: the ladder of
 * reminders reaches the clerk, the head, the office and the leader, each of them once.
 */
class EscalationJourney extends JourneyTest {

	private static final String TITLE = "Báo cáo việc xử lý đơn thư tồn đọng về thi hành án";

	@Autowired
	private Viewers viewers;

	@Autowired
	private UnitDirectory units;

	@Autowired
	private Directives directives;

	@Autowired
	private WorkingDays workingDays;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@Test
	void extension_is_refused_and_what_comes_due_is_escalated_to_each_once() {
		LocalDate due = this.workingDays.onOrAfter(LocalDate.now(this.clock).plusDays(40));
		// Whatever else the demo holds is told of now; what comes after is this one
		// alone.
		climb(this.workingDays.after(due, 7).date());
		long id = issued(due);
		String address = "/directives/" + id;

		Person clerk = person("thads");
		clerk.open(address);
		clerk.press("Nhận nhiệm vụ").sees("Đã nhận nhiệm vụ.");
		clerk.follow("Xin gia hạn")
			.fill("Hạn mới đề nghị", due.plusDays(30))
			.fill("Lý do", "Chờ địa phương gửi hồ sơ.")
			.press("Xin gia hạn")
			.sees("đang chờ thủ trưởng ký");
		Person head = person("truong.thads");
		head.open(address);
		head.press("Ký xin gia hạn").sees("Đã gửi yêu cầu gia hạn.");
		Person office = person("vanphong");
		refuse(office, address);
		clerk.open("/notifications");
		String code = this.jdbc.sql("select code from directive where id = ?").param(id).query(String.class).single();
		clerk.sees(code);
		clerk.open(address);
		clerk.sees("Không duyệt").sees("Đã giao từ đầu năm, không có tình tiết mới.").sees(Person.day(due));
		look(clerk, "extension-refused");

		Person leader = person("lanhdao", PHONE);
		List.of(clerk, head, office, leader).forEach((person) -> assertThat(reminders(person, code)).isZero());
		climb(this.workingDays.before(due, 7).date());
		heard(code, clerk, 1, head, 0, office, 0, leader, 0);
		climb(this.workingDays.before(due, 2).date());
		heard(code, clerk, 1, head, 1, office, 0, leader, 0);
		climb(this.workingDays.after(due, 1).date());
		heard(code, clerk, 1, head, 1, office, 1, leader, 0);
		climb(this.workingDays.after(due, 7).date());
		climb(this.workingDays.after(due, 8).date());
		heard(code, clerk, 1, head, 1, office, 1, leader, 1);
		look(office, "escalated-office");
		look(leader, "escalated-leader-phone");
		office.line(code).sees("quá hạn từ ngày " + Person.day(due)).element("a, button").first().click();
		office.isOn(TITLE);
	}

	private void refuse(Person office, String address) {
		office.open(address);
		office.follow("Không duyệt");
		office.press("Không duyệt gia hạn").sees("Nêu lý do.");
		look(office, "extension-refusal-without-reason");
		office.fill("Lý do", "Đã giao từ đầu năm, không có tình tiết mới.")
			.press("Không duyệt gia hạn")
			.sees("Đã trả lời không duyệt gia hạn.");
	}

	/** An order of a leader's, so that no conference has to be told first. */
	private long issued(LocalDate due) {
		Viewer office = as("vanphong");
		return this.directives.issue(new IssueOrder(
				Origin.document(DirectiveSource.LEADER_DOCUMENT, "15/CĐ-BTP", LocalDate.now(this.clock),
						"Thứ trưởng phụ trách", "Chấn chỉnh việc xử lý đơn thư"),
				TITLE, TITLE, List.of(this.units.byCode("CQLTHADS").orElseThrow().id()), List.of(), List.of(), due,
				"Báo cáo"), office);
	}

	/** What the job does on that day. */
	private void climb(LocalDate day) {
		TestLadder.climb(this.context, day);
	}

	private void heard(String code, Person clerk, int ofClerk, Person head, int ofHead, Person office, int ofOffice,
			Person leader, int ofLeader) {
		assertThat(List.of(reminders(clerk, code), reminders(head, code), reminders(office, code),
				reminders(leader, code)))
			.as("reminders of clerk, head, office and leader")
			.containsExactly(ofClerk, ofHead, ofOffice, ofLeader);
	}

	private static int reminders(Person person, String code) {
		person.open("/notifications?kind=directive.reminder");
		return person.element("main li, main tbody tr")
			.filter(new Locator.FilterOptions().setHasText(Person.somewhere(code)))
			.count();
	}

	private Viewer as(String username) {
		return this.viewers.byUsername(username).orElseThrow();
	}

}
