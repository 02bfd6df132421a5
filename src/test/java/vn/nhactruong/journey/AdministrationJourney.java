package vn.nhactruong.journey;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Accounts from creation to lock, the catalogue of units, and ten years of archives. */
class AdministrationJourney extends JourneyTest {

	private static final String OWN_PASSWORD = "Mot cau dai de nho 2026";

	@Test
	void account_is_created_granted_used_and_locked() {
		Person administrator = person("quantri");
		look(administrator, "desk-administrator");
		administrator.follow("Tài khoản");
		look(administrator, "accounts");
		administrator.follow("Thêm tài khoản")
			.fill("Tên đăng nhập", "vanphong")
			.fill("Họ và tên", "Vũ Thị Giang")
			.press("Thêm tài khoản")
			.sees("Tên đăng nhập này đã có người dùng.");
		look(administrator, "account-form-refused");
		administrator.fill("Tên đăng nhập", "vu.giang").press("Thêm tài khoản").sees("Đã thêm tài khoản.");
		String temporary = administrator.element("dd b.code").textContent();
		administrator.sees("Tài khoản chưa có vai trò nào nên chưa đăng nhập được.")
			.choose("Vai trò", "Văn thư, chuyên viên đơn vị")
			.choose("Đơn vị", "Sở Tư pháp thành phố Huế")
			.press("Giao vai trò")
			.sees("Đã giao vai trò.")
			.doesNotSee(temporary);
		look(administrator, "account");

		Person newcomer = visitor();
		newcomer.open("/sign-in");
		newcomer.fill("Tên đăng nhập", "vu.giang")
			.fill("Mật khẩu", temporary)
			.press("Đăng nhập")
			.sees("Bạn đang dùng mật khẩu tạm.");
		newcomer.open("/conferences");
		newcomer.isOn("Đổi mật khẩu")
			.fill("Mật khẩu hiện tại", temporary)
			.fill("Mật khẩu mới", OWN_PASSWORD)
			.fill("Nhập lại mật khẩu mới", "khac")
			.press("Đổi mật khẩu")
			.sees("Hai lần nhập mật khẩu mới không giống nhau.");
		look(newcomer, "password-refused");
		newcomer.fill("Mật khẩu hiện tại", temporary)
			.fill("Mật khẩu mới", OWN_PASSWORD)
			.fill("Nhập lại mật khẩu mới", OWN_PASSWORD)
			.press("Đổi mật khẩu")
			.sees("Đã đổi mật khẩu.");
		newcomer.open("/desk");
		newcomer.isOn("Bàn làm việc").sees("Sở Tư pháp thành phố Huế");

		administrator.fill("Lý do khóa", "Chuyển công tác.").press("Khóa tài khoản").sees("Đã khóa tài khoản.");
		newcomer.open("/desk");
		newcomer.isOn("Đăng nhập")
			.fill("Tên đăng nhập", "vu.giang")
			.fill("Mật khẩu", OWN_PASSWORD)
			.press("Đăng nhập")
			.sees("hoặc tài khoản chưa được dùng");

		administrator.follow("Nhật ký").sees("Chuyển công tác.").sees("vu.giang");
		look(administrator, "audit");
	}

	@Test
	void units_of_ten_years_are_listed_with_their_validity() {
		Person administrator = person("quantri");
		administrator.follow("Đơn vị").tick("Cả đơn vị đã kết thúc").press("Lọc").sees("trong 214");
		look(administrator, "organizations");
		administrator.fill("Tìm kiếm", "thi dua khen thuong").press("Lọc").follow("Vụ Thi đua - Khen thưởng");
		administrator.isOn("Vụ Thi đua - Khen thưởng")
			.sees("Không còn hoạt động")
			.in("Kế thừa bởi")
			.follow("Vụ Tổ chức cán bộ");
		administrator.isOn("Vụ Tổ chức cán bộ").in("Kế thừa từ").sees("Vụ Thi đua - Khen thưởng");
		look(administrator, "organization");
	}

	@Test
	void archives_show_the_units_of_their_time() {
		Person office = person("vanphong");
		office.follow("Hội nghị")
			.fill("Năm", "2015")
			.press("Lọc")
			.sees("trong 2")
			.follow("Hội nghị toàn quốc tập huấn công tác văn phòng cho Chánh Văn phòng các Cục Thi hành án dân sự")
			.sees("Tổng cục Thi hành án dân sự")
			.sees("Tư liệu");
		look(office, "archive-conference");
		int archived = 0;
		for (int year : new int[] { 2014, 2015, 2018, 2020 }) {
			office.open("/directives?year=" + year);
			archived += office.element("tbody tr").count();
		}
		assertThat(archived).as("directives of the archives").isEqualTo(20);
		office.line("Vụ Thi đua - Khen thưởng").sees("Vụ Tổ chức cán bộ");
	}

	@Test
	void administrator_reads_that_there_is_no_mail_server_and_sets_what_would_be_mailed() {
		Person administrator = person("quantri");
		administrator.sees("Chưa cấu hình máy chủ thư").follow("Xem thư điện tử");
		administrator.isOn("Thư điện tử").sees("Chưa cấu hình máy chủ thư");
		look(administrator, "mail");
		administrator.follow("Thông báo nào gửi qua thư")
			.choose("Ý kiến phối hợp, Thủ trưởng đơn vị", "Không gửi")
			.press("Lưu")
			.sees("Đã lưu cách gửi thư.");
		look(administrator, "mail-policy");
		look(phoneOf("quantri", "/settings/notifications"), "mail-policy-phone");
		look(phoneOf("quantri", "/settings/mail"), "mail-phone");

		Person head = person("truong.thads");
		head.open("/notifications");
		head.choose("Loại thông báo", "Giao, phối hợp, rút, hủy nhiệm vụ")
			.press("Lọc")
			.sees("Đơn vị được giao nhiệm vụ");
		look(head, "notifications-of-a-kind");
		head.follow("Nhận qua thư").sees("Theo thiết lập chung: Không gửi");
		look(head, "mail-choices");
		head.choose("Ý kiến phối hợp", "Gửi ngay").press("Lưu").sees("Đã lưu cách nhận thư.");
	}

	private Person phoneOf(String username, String path) {
		Person person = person(username, PHONE);
		person.open(path);
		return person;
	}

}
