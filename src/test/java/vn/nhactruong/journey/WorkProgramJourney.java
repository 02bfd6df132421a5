package vn.nhactruong.journey;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/**
 * A work program from the first proposal to its second version, between a unit's clerk
 * and head, a province, the office and the leader on the phone.
 */
class WorkProgramJourney extends JourneyTest {

	private static final String TITLE = "Xây dựng quy trình xử lý kiến nghị về thi hành án dân sự";

	private static final String SAME = "Xây dựng quy trình xử lý các kiến nghị về thi hành án dân sự";

	/** A week that no example has a program for. */
	private final LocalDate monday = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"))
		.plusWeeks(9)
		.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

	@Test
	void program_goes_from_proposal_to_version_2() {
		Person office = person("vanphong");
		office.follow("Chương trình công tác").isOn("Chương trình công tác");
		look(office, "work-programs");
		office.follow("Lập chương trình")
			.choose("Chương trình của", "Bộ Tư pháp")
			.choose("Loại kỳ", "Tuần")
			.fill("Một ngày trong kỳ", this.monday)
			.fill("Nhận đề xuất đến hết ngày", this.monday)
			.press("Lưu")
			.sees("Đã lập chương trình.");
		String address = office.address();

		Person clerk = person("thads");
		clerk.open(address);
		clerk.follow("Đề xuất đầu việc").press("Lưu").sees("Mục “Nội dung nhiệm vụ” còn trống, hãy nhập.");
		look(clerk, "work-item-refused");
		propose(clerk, TITLE);
		Person province = person("stp.danang");
		province.open(address);
		province.doesNotSee(TITLE).follow("Đề xuất đầu việc");
		propose(province, SAME);

		consolidate(office, address);
		Person leader = person("lanhdao", PHONE);
		leader.open(address);
		look(leader, "work-program-phone");
		leader.press("Phê duyệt").sees("Đã phê duyệt chương trình.");
		office.open(address);
		office.press("Ban hành").sees("Đã ban hành bản 1 của chương trình.").sees(TITLE);

		adjust(clerk, address);
		Person head = person("truong.thads", PHONE);
		head.open(address + "/adjustments");
		look(head, "work-adjustment-signature-phone");
		head.press("Ký và gửi: 1. " + TITLE).sees("Đã gửi đề nghị điều chỉnh.");
		leader.open(address + "/adjustments");
		look(leader, "work-adjustments-phone");
		leader.press("Phê duyệt: 1. " + TITLE).sees("có hiệu lực khi ban hành bản mới");
		office.open(address + "/adjustments");
		office.press("Ban hành bản điều chỉnh").sees("Đã ban hành bản 2 của chương trình.");
		office.in("Thay đổi so với bản 1")
			.sees("Thời hạn: " + Person.day(this.monday.plusDays(2)) + " → " + Person.day(this.monday.plusDays(4)));
		look(office, "work-program-version");
		picture(office, "program-version");

		report(clerk, address);
		office.open(address + "/report");
		look(office, "work-program-report");
		office.open(address + "/paper");
		look(office, "work-program-paper");
	}

	private void propose(Person person, String title) {
		person.fill("Nội dung nhiệm vụ", title)
			.choose("Cấp trình", "Thứ trưởng phụ trách")
			.fill("Thời hạn", this.monday.plusDays(2))
			.press("Lưu")
			.sees("Đã ghi đầu việc.")
			.sees(title);
	}

	private void consolidate(Person office, String address) {
		office.open(address + "/consolidation");
		office.in("Trùng lặp và vướng mắc").sees("Hai đầu việc gần giống nhau");
		look(office, "work-consolidation");
		office.press("Đưa vào chương trình: " + TITLE).sees("Đã đưa đầu việc vào chương trình.");
		office.in("Trùng lặp và vướng mắc").follow("Gộp: " + SAME);
		office.press("Gộp").sees("Đã gộp đầu việc.");
		office.follow("Đầu việc").follow("Trình phê duyệt").sees("Các đơn vị còn được đề xuất đến hết ngày");
		look(office, "work-submission");
		office.press("Trình phê duyệt").sees("Đã trình phê duyệt.");
	}

	private void adjust(Person clerk, String address) {
		clerk.open(address);
		clerk.follow(TITLE).follow("Đề nghị điều chỉnh");
		look(clerk, "work-adjustment");
		clerk.tick("Đổi thời hạn trong kỳ")
			.fill("Thời hạn mới", this.monday.plusDays(4))
			.fill("Lý do điều chỉnh", "Chờ ý kiến của Viện kiểm sát.")
			.press("Trình thủ trưởng ký")
			.sees("đang chờ thủ trưởng đơn vị ký");
	}

	private void report(Person clerk, String address) {
		clerk.open(address);
		clerk.follow(TITLE)
			.follow("Báo cáo tiến độ")
			.fill("Tiến độ (%)", "40")
			.fill("Nội dung", "Đã có dự thảo lần một.")
			.press("Lưu")
			.sees("Đã ghi nhận tiến độ.");
		clerk.in("Diễn biến").sees("Đã có dự thảo lần một.");
		look(clerk, "work-item");
		Locator gauge = clerk.element(".gauge");
		gauge.waitFor();
	}

}
