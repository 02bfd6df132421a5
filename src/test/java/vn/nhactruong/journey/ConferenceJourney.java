package vn.nhactruong.journey;

import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From the idea of a conference to confirmed lists of attendees: the office calls it, an
 * invited unit answers, one that isn't invited never learns of it.
 */
class ConferenceJourney extends JourneyTest {

	private static final String TITLE = "Hội nghị sơ kết công tác cải cách hành chính";

	private static final String DA_NANG = "Sở Tư pháp thành phố Đà Nẵng";

	private final LocalDate first = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).plusDays(30);

	@Test
	void conference_is_called_announced_and_answered() {
		Person office = person("vanphong");
		look(office, "desk-office");
		picture(office, "desk");
		String address = callConference(office);
		inviteUnits(office);
		writeAgenda(office);
		announce(office);

		Person clerk = person("stp.danang");
		learnOfIt(clerk);
		registerAttendees(clerk);

		Person head = person("gd.danang");
		head.sees("Xác nhận danh sách đại biểu dự " + TITLE)
			.follow("Xác nhận danh sách đại biểu dự " + TITLE)
			.press("Xác nhận danh sách")
			.sees("Đã xác nhận danh sách 1 đại biểu");
		look(head, "attendees-confirmed");

		office.open(address + "/attendees?show=ALL");
		office.line(DA_NANG).sees("Đã xác nhận").sees("Đủ");
		office.follow("Tổng quan");
		picture(office, "conference");

		strangersLearnNothing(address);
	}

	private String callConference(Person office) {
		office.follow("Tạo hội nghị");
		look(office, "conference-form");
		office.fill("Tên hội nghị", TITLE)
			.choose("Loại hội nghị", "Sơ kết, tổng kết")
			.fill("Ngày bắt đầu", this.first)
			.choose("Từ buổi", "Sáng")
			.fill("Ngày kết thúc", this.first.minusDays(1))
			.choose("Đến hết buổi", "Chiều")
			.fill("Địa điểm", "Trụ sở Bộ Tư pháp, 60 Trần Phú, Hà Nội")
			.fill("Nội dung và yêu cầu đối với đại biểu", "Đánh giá kết quả sáu tháng; đại biểu chuẩn bị ý kiến.")
			.fill("Khóa danh sách đại biểu lúc", this.first.minusDays(5) + "T17:00");
		office.in("Chủ trì").element("input").first().fill("Lãnh đạo Bộ");
		office.press("Tạo và mời đơn vị").sees("Ngày kết thúc phải từ ngày bắt đầu trở đi.");
		look(office, "conference-form-refused");
		assertThat(office.element("#title").inputValue()).as("what was typed").isEqualTo(TITLE);
		office.fill("Ngày kết thúc", this.first).press("Tạo và mời đơn vị").sees("Đã tạo hội nghị.");
		return office.address().replaceFirst("/invitations.*", "");
	}

	private void inviteUnits(Person office) {
		office.in("Mời theo nhóm")
			.choose("Nhóm đơn vị", "Sở Tư pháp (34)")
			.choose("Khu vực", "Miền Trung")
			.fill("Số đại biểu mỗi đơn vị", "2")
			.press("Mời");
		office.sees("Đã mời thêm 11 đơn vị.");
		office.in("Mời từng đơn vị")
			.unfold("Đơn vị thuộc Bộ")
			.tick("Cục Công nghệ thông tin")
			.fill("Số đại biểu mỗi đơn vị", "1")
			.press("Mời");
		office.sees("Đã mời thêm 1 đơn vị.").in("Đơn vị được mời").sees("12 đơn vị, tối đa 23 đại biểu");
		look(office, "invitations");
	}

	private void writeAgenda(Person office) {
		office.follow("Chương trình").sees("Chưa có mục nào.");
		item(office, "Khai mạc", "Khai mạc, nêu yêu cầu của hội nghị", "08:00", "08:15", "Chánh Văn phòng Bộ");
		item(office, "Báo cáo", "Báo cáo kết quả sáu tháng", "08:10", "09:00", "Chuyên viên Tổng hợp");
		office.sees("Hai mục trùng giờ");
		look(office, "agenda-draft");
		office.follow("Sửa mục “Báo cáo kết quả sáu tháng”")
			.fill("Bắt đầu", "08:15")
			.press("Lưu")
			.doesNotSee("Hai mục trùng giờ")
			.press("Ban hành bản số 1")
			.sees("Đã ban hành chương trình bản số 1.")
			.sees("08:15–09:00");
	}

	private static void item(Person office, String kind, String title, String from, String to, String speaker) {
		office.follow("Thêm mục")
			.choose("Loại", kind)
			.fill("Nội dung", title)
			.fill("Bắt đầu", from)
			.fill("Kết thúc", to)
			.fill("Người trình bày", speaker)
			.press("Lưu")
			.sees("Đã thêm mục vào bản đang soạn.");
	}

	private void announce(Person office) {
		office.follow("Tổng quan").sees("Đã mời 12 đơn vị.");
		look(office, "conference-draft");
		office.press("Công bố và gửi giấy mời").sees("Đã công bố hội nghị; giấy mời đã gửi tới các đơn vị.");
		look(office, "conference-overview");
	}

	private void learnOfIt(Person clerk) {
		clerk.sees("Đăng ký đại biểu dự " + TITLE);
		look(clerk, "desk-unit");
		clerk.page().locator("a.bell").click();
		clerk.sees("Giấy mời: " + TITLE + ", bắt đầu sáng");
		look(clerk, "notifications");
		clerk.line("Giấy mời: " + TITLE).element("button").click();
		clerk.isOn(TITLE).sees("Giấy mời gửi " + DA_NANG).sees("Đơn vị cử tối đa 2 đại biểu");
		clerk.follow("Chương trình").sees("08:15–09:00").sees("Báo cáo kết quả sáu tháng");
		look(clerk, "agenda-unit");
		clerk.follow("Hội nghị").follow(TITLE).follow("Đại biểu");
	}

	private void registerAttendees(Person clerk) {
		register(clerk, "Trần Thị Bình", "0912 345 678").tick("Trưởng đoàn của đơn vị")
			.press("Đăng ký")
			.sees("Đã đăng ký Trần Thị Bình.");
		register(clerk, "Lê Văn Cường", "12").press("Đăng ký").sees("Số điện thoại chưa đúng");
		look(clerk, "attendee-form-refused");
		clerk.fill("Điện thoại", "0912 345 679").press("Đăng ký").sees("Đã đăng ký Lê Văn Cường.");
		clerk.sees("Đơn vị đã đăng ký đủ chỉ tiêu.").isNotOffered("Đăng ký đại biểu");
		look(clerk, "attendees-unit");

		clerk.follow("Sửa Lê Văn Cường")
			.fill("Chức vụ", "Phó Trưởng phòng")
			.press("Lưu")
			.sees("Đã lưu thông tin đại biểu.")
			.line("Lê Văn Cường")
			.sees("Phó Trưởng phòng");
		clerk.press("Rút Lê Văn Cường").sees("Đã rút Lê Văn Cường khỏi danh sách.").line("Lê Văn Cường").sees("Đã rút");
		clerk.isNotOffered("Xác nhận danh sách");
	}

	private static Person register(Person clerk, String name, String phone) {
		return clerk.follow("Đăng ký đại biểu")
			.fill("Họ và tên", name)
			.fill("Chức vụ", "Chuyên viên")
			.fill("Điện thoại", phone)
			.tick("Tự túc đi lại");
	}

	private void strangersLearnNothing(String address) {
		Person stranger = person("stp.tuyenquang");
		stranger.doesNotSee(TITLE).follow("Hội nghị").doesNotSee(TITLE);
		for (String part : new String[] { "", "/agenda", "/attendees", "/conclusion", "/implementation" }) {
			assertThat(stranger.open(address + part)).as(part).isEqualTo(404);
			stranger.sees("Không tìm thấy trang").doesNotSee(TITLE);
		}
		look(stranger, "not-found");
	}

}
