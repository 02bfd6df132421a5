package vn.nhactruong.journey;

import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A conference day and what comes of it: check-in, record, a conclusion that goes to the
 * leader's phone and back, the numbered notice and the directives from its clauses.
 */
class ConclusionJourney extends JourneyTest {

	private static final String TITLE = "Hội nghị giao ban công tác văn phòng tháng này";

	private static final String ENFORCEMENT = "Cục Quản lý thi hành án dân sự";

	private static final String IT = "Cục Công nghệ thông tin";

	private static final String FIRST_CLAUSE = "Cục Quản lý thi hành án dân sự nghiên cứu giải pháp số hóa hồ sơ.";

	private static final String BETTER_CLAUSE = "Cục Quản lý thi hành án dân sự có giải pháp số hóa hồ sơ ngay trong quý.";

	private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

	@Test
	void conference_is_held_concluded_and_turned_into_directives() {
		Person office = person("vanphong");
		String address = callConferenceOfToday(office);
		checkIn(office);
		writeRecord(office);
		writeClauses(office);
		office.press("Trình Lãnh đạo").sees("Đã trình kết luận.").sees("Đang trình Lãnh đạo");

		Person leader = person("lanhdao", PHONE);
		commentAndReturn(leader);
		answerAndSubmitAgain(office, address);
		readTheChangesAndApprove(leader);

		Person chief = person("chanhvanphong");
		String number = issue(chief);
		frozen(office, address, number);
		giveToOneUnit(office);
		giveToManyUnits(office, address);

		Person clerk = person("stp.tuyenquang");
		clerk.follow("Nhiệm vụ").sees("Rà soát quy chế làm việc của Văn phòng Sở");
	}

	private String callConferenceOfToday(Person office) {
		office.follow("Hội nghị")
			.follow("Tạo hội nghị")
			.fill("Tên hội nghị", TITLE)
			.choose("Loại hội nghị", "Giao ban")
			.fill("Ngày bắt đầu", this.today)
			.fill("Ngày kết thúc", this.today)
			.choose("Từ buổi", "Sáng")
			.choose("Đến hết buổi", "Chiều")
			.fill("Địa điểm", "Trụ sở Bộ Tư pháp, Hà Nội")
			.fill("Khóa danh sách đại biểu lúc", this.today.minusDays(1) + "T17:00")
			.tick("Họp đột xuất");
		office.in("Chủ trì").element("input").first().fill("Lãnh đạo Bộ");
		office.press("Tạo và mời đơn vị")
			.in("Mời từng đơn vị")
			.unfold("Đơn vị thuộc Bộ")
			.tick(ENFORCEMENT)
			.tick(IT)
			.fill("Số đại biểu mỗi đơn vị", "2")
			.press("Mời");
		String address = office.sees("Đã mời thêm 2 đơn vị.").address().replaceFirst("/invitations.*", "");
		office.follow("Xem lại và công bố").press("Công bố và gửi giấy mời").sees("Đã công bố hội nghị");
		office.follow("Đại biểu");
		register(office, ENFORCEMENT, "Phạm Thị Dung", "0912 345 670");
		register(office, IT, "Hoàng Văn Em", "0912 345 671");
		office.line(ENFORCEMENT).sees("chưa được thủ trưởng xác nhận");
		look(office, "answers");
		office.follow("Tổng quan").press("Khai mạc hội nghị").sees("Hội nghị đã khai mạc.");
		return address;
	}

	private static void register(Person office, String unit, String name, String phone) {
		office.follow("Đăng ký đại biểu")
			.choose("Đơn vị", unit)
			.fill("Họ và tên", name)
			.fill("Chức vụ", "Trưởng phòng")
			.fill("Điện thoại", phone)
			.tick("Trưởng đoàn của đơn vị")
			.tick("Tự túc đi lại")
			.press("Đăng ký")
			.sees("Đã đăng ký " + name + ".");
		office.follow("Đại biểu");
	}

	private void checkIn(Person office) {
		office.follow("Điểm danh");
		// The page opens on the half-day that is running, whichever that is now.
		office.element("a:has-text('Sáng " + Person.day(this.today) + "')").click();
		office.sees("Điểm danh: Sáng " + Person.day(this.today))
			.press("Có mặt cả đơn vị " + ENFORCEMENT)
			.press("Đến muộn Hoàng Văn Em")
			.line("Hoàng Văn Em")
			.sees("Đến muộn");
		office.in(ENFORCEMENT).sees("1/1 có mặt");
		look(office, "check-in");
		office.element("a:has-text('Chiều " + Person.day(this.today) + "')").click();
		office.sees("Điểm danh: Chiều " + Person.day(this.today)).line("Phạm Thị Dung").sees("Chưa điểm danh");
		office.press("Vắng có lý do Phạm Thị Dung").line("Phạm Thị Dung").sees("Vắng có lý do");
	}

	private void writeRecord(Person office) {
		office.follow("Kết luận")
			.follow("Thêm kết quả")
			.fill("Nội dung", "Báo cáo của các đơn vị gửi đúng hạn.")
			.press("Lưu")
			.follow("Thêm hạn chế")
			.fill("Nội dung", "Danh sách đại biểu gửi chậm.")
			.press("Lưu")
			.follow("Thêm ý kiến")
			.fill("Người phát biểu", "Phạm Thị Dung")
			.fill("Đơn vị", ENFORCEMENT)
			.fill("Nội dung phát biểu", "Đề nghị thống nhất một mẫu báo cáo.")
			.press("Lưu")
			.sees("Đề nghị thống nhất một mẫu báo cáo.");
	}

	private void writeClauses(Person office) {
		Person clause = office.follow("Thêm đoạn kết luận").fill("Nội dung", FIRST_CLAUSE);
		clause.in("Đơn vị chủ trì").unfold("Đơn vị thuộc Bộ").tick(ENFORCEMENT);
		clause.press("Lưu").sees("Nhập thời hạn, hoặc đánh dấu không hạn.");
		look(office, "clause-form-refused");
		clause.fill("Thời hạn", this.today.plusDays(40)).fill("Sản phẩm", "Báo cáo").press("Lưu");
		office.follow("Thêm đoạn kết luận")
			.fill("Nội dung", "Các Sở Tư pháp rà soát quy chế làm việc của Văn phòng Sở.")
			.in("Đơn vị chủ trì")
			.tick("Tất cả: Sở Tư pháp");
		office.fill("Thời hạn", this.today.plusDays(60)).press("Lưu");
		office.follow("Thêm đoạn kết luận")
			.fill("Nội dung", "Hội nghị đánh giá cao nỗ lực của các đơn vị.")
			.tick("Không phát sinh nhiệm vụ")
			.press("Lưu")
			.sees("Đã thêm đoạn kết luận.");
		look(office, "conclusion-draft");
	}

	private void commentAndReturn(Person leader) {
		look(leader, "desk-leader-phone");
		leader.follow("Xem xét dự thảo kết luận: " + TITLE).isOn(TITLE);
		look(leader, "review-phone-list");
		leader.follow("Đọc từ đoạn 1").sees(FIRST_CLAUSE).sees("Sẽ thành nhiệm vụ").sees(ENFORCEMENT);
		leader.follow("Góp ý").fill("Góp ý", "Nghiên cứu đến bao giờ? Nêu rõ thời gian.").press("Gửi góp ý");
		leader.sees("Đã ghi góp ý.")
			.follow("Tất cả các đoạn")
			.sees("Đồng ý 0/3 đoạn, góp ý 1 đoạn")
			.follow("Trả lại để sửa");
		look(leader, "return-phone");
		leader.press("Trả lại để sửa").sees("Nêu lý do trả lại.");
		leader.fill("Lý do trả lại", "Sửa đoạn 1 theo góp ý.")
			.press("Trả lại để sửa")
			.sees("Đã trả lại Văn phòng để sửa.");
	}

	private void answerAndSubmitAgain(Person office, String address) {
		office.open(address + "/conclusion");
		office.sees("trả lại lúc").sees("Sửa đoạn 1 theo góp ý.").sees("Nghiên cứu đến bao giờ?");
		office.follow("Sửa đoạn 1").fill("Nội dung", BETTER_CLAUSE).press("Lưu").sees("Đã lưu đoạn kết luận.");
		office.follow("Trả lời góp ý")
			.fill("Trả lời của Văn phòng", "Đã nêu rõ: ngay trong quý.")
			.press("Lưu")
			.sees("Đã lưu trả lời.");
		look(office, "conclusion-returned");
		office.press("Trình Lãnh đạo lần 2").sees("Đã trình kết luận.");
	}

	private void readTheChangesAndApprove(Person leader) {
		leader.open("/desk");
		leader.follow("Xem xét dự thảo kết luận: " + TITLE).line("Đoạn 1").sees("Đã sửa");
		leader.follow("Đọc từ đoạn 1").sees("Đã nêu rõ: ngay trong quý.");
		assertThat(leader.element("del").allTextContents()).anyMatch((words) -> words.contains("nghiên cứu"));
		assertThat(leader.element("ins").allTextContents()).anyMatch((words) -> words.contains("ngay trong quý"));
		look(leader, "review-phone");
		picture(leader, "review-phone");
		leader.press("Đồng ý, đoạn sau")
			.sees("Đoạn 2 / 3")
			.press("Đồng ý, đoạn sau")
			.sees("Đoạn 3 / 3")
			.press("Đồng ý, xem lại tất cả")
			.sees("Đồng ý 3/3 đoạn");
		look(leader, "review-phone-agreed");
		leader.press("Duyệt kết luận").sees("Đã duyệt kết luận.");
	}

	private String issue(Person chief) {
		chief.follow("Ban hành thông báo kết luận: " + TITLE).isOn("Ban hành thông báo kết luận");
		look(chief, "issue");
		chief.fill("Ngày ban hành", this.today)
			.fill("Chức vụ người ký", "TL. BỘ TRƯỞNG, CHÁNH VĂN PHÒNG")
			.fill("Họ tên người ký", "Chánh Văn phòng Bộ")
			.press("Ban hành thông báo kết luận")
			.sees("Đã ban hành thông báo kết luận.");
		String number = chief.element("h2:has-text('/TB-BTP')")
			.textContent()
			.replaceFirst("^.*?(\\d+/TB-BTP).*$", "$1");
		chief.follow("Xem và in thông báo").sees("Số: " + number).sees("Kết luận tại " + TITLE).sees(BETTER_CLAUSE);
		look(chief, "notice");
		return number;
	}

	private void frozen(Person office, String address, String number) {
		office.open(address + "/conclusion");
		office.sees("Thông báo " + number)
			.sees("Còn 2 đoạn chưa giao nhiệm vụ")
			.isNotOffered("Sửa đoạn 1")
			.isNotOffered("Thêm đoạn kết luận")
			.isNotOffered("Trình Lãnh đạo lần 3");
		look(office, "conclusion-issued");
	}

	private void giveToOneUnit(Person office) {
		office.follow("Giao nhiệm vụ từ đoạn 1").sees(BETTER_CLAUSE);
		look(office, "directive-form");
		office.fill("Tên nhiệm vụ", "Giải pháp số hóa hồ sơ ngay trong quý")
			.press("Giao nhiệm vụ")
			.sees("Đã giao nhiệm vụ")
			.isOn("Giải pháp số hóa hồ sơ ngay trong quý")
			.sees(ENFORCEMENT)
			.sees(Person.day(this.today.plusDays(40)));
	}

	private void giveToManyUnits(Person office, String address) {
		office.open(address + "/conclusion");
		office.sees("Còn 1 đoạn chưa giao nhiệm vụ").follow("Giao nhiệm vụ từ đoạn 2");
		office.fill("Tên nhiệm vụ", "Rà soát quy chế làm việc của Văn phòng Sở")
			.press("Giao nhiệm vụ")
			.sees("Đã giao nhiệm vụ")
			.in("Tình hình từng đơn vị")
			.sees("Sở Tư pháp tỉnh Tuyên Quang");
		assertThat(office.in("Tình hình từng đơn vị").element("tbody tr").count()).isEqualTo(34);
		look(office, "directive-family");
		office.follow("Sở Tư pháp tỉnh Tuyên Quang").sees("Thuộc nhiệm vụ giao nhiều đơn vị");

		office.open(address + "/conclusion");
		office.doesNotSee("chưa giao nhiệm vụ").line(BETTER_CLAUSE).sees(ENFORCEMENT).sees("Đã giao");
		office.follow("Thực hiện kết luận").sees("Các Sở Tư pháp rà soát quy chế làm việc của Văn phòng Sở");
		look(office, "implementation");
	}

}
