package vn.nhactruong.journey;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Behind old or locked-down browsers: the same work without JavaScript. */
class WithoutScriptJourney extends JourneyTest {

	private static final String TRAINING = "Hội nghị tập huấn nghiệp vụ công tác văn phòng, khu vực miền Trung";

	@Test
	void attendee_is_registered_without_javascript() {
		Person clerk = personWithoutScript("thads.danang");
		clerk.follow("Hội nghị").follow(TRAINING).follow("Đăng ký đại biểu");
		clerk.follow("Đăng ký đại biểu")
			.fill("Họ và tên", "Ngô Văn Hải")
			.press("Đăng ký")
			.sees("Nhập chức vụ của đại biểu.");
		assertThat(clerk.element("#fullName").inputValue()).isEqualTo("Ngô Văn Hải");
		clerk.fill("Chức vụ", "Chuyên viên")
			.fill("Điện thoại", "0912345675")
			.tick("Tự túc đi lại")
			.press("Đăng ký")
			.sees("Đã đăng ký Ngô Văn Hải.");
		screenshot(clerk.page(), "without-script-attendees");
	}

	@Test
	void directives_are_filtered_and_menus_open_without_javascript() {
		Person office = personWithoutScript("vanphong");
		office.follow("Nhiệm vụ")
			.choose("Tình hình thời hạn", "Quá hạn")
			.press("Lọc")
			.sees("Báo cáo kết quả thực hiện quy chế phối hợp")
			.doesNotSee("Kiểm kê, lập danh mục hồ sơ đến hạn nộp lưu");
		screenshot(office.page(), "without-script-directives");
		office.unfold("Chuyên viên Tổng hợp").press("Đăng xuất").sees("Bạn đã đăng xuất.");
	}

}
