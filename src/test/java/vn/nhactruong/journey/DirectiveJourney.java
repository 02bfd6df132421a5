package vn.nhactruong.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A directive from receipt to verification, between the unit's clerk, its head and the
 * office; and the board whose numbers open exactly the directives they count.
 */
class DirectiveJourney extends JourneyTest {

	private static final String TITLE = "Xây dựng kế hoạch số hóa hồ sơ thi hành án dân sự giai đoạn tới, trình Lãnh đạo Bộ xem xét";

	private static final String ENFORCEMENT = "Cục Quản lý thi hành án dân sự";

	private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

	@TempDir
	private Path folder;

	@Test
	void directive_is_received_extended_reported_returned_and_verified() throws IOException {
		Person clerk = person("thads");
		clerk.follow("Nhiệm vụ").fill("Tìm kiếm", "xay dung ke hoach so hoa").press("Lọc").follow(TITLE).isOn(TITLE);
		workAsClerk(clerk);

		Person head = person("truong.thads");
		open(head, "Ký xin gia hạn nhiệm vụ");
		head.sees("Chờ thủ trưởng ký").press("Ký xin gia hạn").sees("Đã gửi yêu cầu gia hạn.");

		Person office = person("vanphong");
		open(office, "Quyết định xin gia hạn nhiệm vụ");
		office.sees("Chờ ba tỉnh gửi số liệu.").press("Duyệt gia hạn").sees("Đã duyệt gia hạn");
		office.sees("Hạn gốc").sees("Hạn hiện nay").sees(Person.day(this.today.plusDays(60)));

		String address = office.address();
		reportWithEvidence(head, address);
		office.open(address);
		office.follow("Trả lại")
			.fill("Lý do", "Thiếu dự toán kinh phí.")
			.press("Trả lại báo cáo")
			.sees("Đã trả lại báo cáo cho đơn vị.");

		reportAgain(head, address);
		open(office, "Nghiệm thu nhiệm vụ");
		office.sees("215/BC-CQLTHADS").press("Nghiệm thu").sees("Đã nghiệm thu.").sees("Hoàn thành đúng hạn");
		office.in("Diễn biến").sees("Thiếu dự toán kinh phí.").sees("Nghiệm thu");
		look(office, "directive");
		picture(office, "directive");
		clauseShowsIt(office);
	}

	@Test
	void numbers_of_the_board_open_exactly_what_they_count() {
		Person office = person("vanphong");
		office.follow("Nhiệm vụ").follow("Bảng tổng hợp nhiệm vụ");
		look(office, "board");
		office.choose("Loại đơn vị", "Sở Tư pháp").press("Lọc");
		picture(office, "board");
		office.follow("Nhiệm vụ").follow("Bảng tổng hợp nhiệm vụ");
		countsAgree(office, ENFORCEMENT);
		countsAgree(office, "Tổng cộng");
	}

	/** The item of the desk that begins with these words and names the directive. */
	private static void open(Person person, String act) {
		person.open("/desk?all");
		person.element("a")
			.filter(new Locator.FilterOptions().setHasText(act))
			.filter(new Locator.FilterOptions().setHasText(TITLE))
			.click();
		person.isOn(TITLE);
	}

	private void workAsClerk(Person clerk) {
		clerk.press("Nhận nhiệm vụ").sees("Đã nhận nhiệm vụ.");
		clerk.follow("Báo cáo tiến độ")
			.fill("Đã làm được (%)", "130")
			.fill("Nội dung", "Đã có dự thảo kế hoạch.")
			.press("Báo cáo tiến độ")
			.sees("Tỷ lệ đã làm được phải từ 0 đến 100.");
		look(clerk, "progress-refused");
		clerk.fill("Đã làm được (%)", "60").press("Báo cáo tiến độ").sees("Đã ghi nhận tiến độ.").sees("60%");
		clerk.isNotOffered("Nghiệm thu");
		clerk.follow("Xin gia hạn")
			.fill("Hạn mới đề nghị", this.today.plusDays(60))
			.fill("Lý do", "Chờ ba tỉnh gửi số liệu.")
			.press("Xin gia hạn")
			.sees("đang chờ thủ trưởng ký");
		look(clerk, "directive-clerk");
	}

	private void reportWithEvidence(Person head, String address) throws IOException {
		Path evidence = Files.writeString(this.folder.resolve("Kế hoạch số hóa.txt"), "Kế hoạch số hóa hồ sơ",
				StandardCharsets.UTF_8);
		head.open(address);
		head.follow("Báo cáo hoàn thành")
			.fill("Kết quả thực hiện", "Kế hoạch đã trình Lãnh đạo Bộ.")
			.press("Báo cáo hoàn thành")
			.sees("Cần minh chứng: nhập số, ngày và trích yếu văn bản, hoặc đính kèm ít nhất một tệp.");
		look(head, "report-refused");
		assertThat(head.element("textarea").first().inputValue()).isEqualTo("Kế hoạch đã trình Lãnh đạo Bộ.");
		head.attach("Tệp minh chứng", evidence)
			.press("Báo cáo hoàn thành")
			.sees("Đã gửi báo cáo hoàn thành; đang chờ nghiệm thu.")
			.in("Tài liệu minh chứng")
			.sees("Kế hoạch số hóa.txt");
	}

	private void reportAgain(Person head, String address) {
		head.open(address);
		head.sees("Báo cáo đã bị trả lại 1 lần").sees("Thiếu dự toán kinh phí.");
		look(head, "directive-returned");
		head.follow("Báo cáo hoàn thành")
			.fill("Kết quả thực hiện", "Đã bổ sung dự toán kinh phí.")
			.fill("Số, ký hiệu văn bản", "215/BC-CQLTHADS")
			.fill("Trích yếu", "Báo cáo kết quả thực hiện")
			.fill("Ngày văn bản", this.today)
			.press("Báo cáo hoàn thành")
			.sees("Đã gửi báo cáo hoàn thành; đang chờ nghiệm thu.");
	}

	private void clauseShowsIt(Person office) {
		office.in("Yêu cầu").element("a:has-text('Trích Thông báo')").click();
		office.line(TITLE).sees(ENFORCEMENT).sees("Đã nghiệm thu");
	}

	private static void countsAgree(Person office, String line) {
		String board = office.address();
		Locator row = office.page().locator("tr").filter(new Locator.FilterOptions().setHasText(line));
		List<String> addresses = row.locator("a")
			.all()
			.stream()
			.map((link) -> link.textContent().strip() + " " + link.getAttribute("href"))
			.toList();
		assertThat(addresses).as("numbers of " + line).hasSizeGreaterThan(2);
		for (String each : addresses) {
			int number = Integer.parseInt(each.substring(0, each.indexOf(' ')));
			office.open(each.substring(each.indexOf(' ') + 1));
			assertThat(listed(office)).as(each).isEqualTo(number);
		}
		office.open(board);
	}

	/**
	 * How many the list says it has; it shows that many lines, if they fit on one page.
	 */
	private static int listed(Person office) {
		String count = office.element(".table-foot").first().textContent().replaceAll("\\s+", " ");
		int total = Integer.parseInt(count.replaceFirst("^.*?\\d+–\\d+ trong (\\d+).*$", "$1"));
		if (total <= 20) {
			assertThat(office.element("tbody tr").count()).isEqualTo(total);
		}
		return total;
	}

}
