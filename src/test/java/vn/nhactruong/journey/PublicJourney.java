package vn.nhactruong.journey;

import java.util.List;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What somebody sees who hasn't signed in, in both languages. */
class PublicJourney extends JourneyTest {

	@Test
	void visitors_read_what_is_public_in_both_languages() {
		Person visitor = visitor();
		visitor.open("/");
		visitor.isOn("Cổng điều hành công tác văn phòng ngành Tư pháp")
			.in("Hội nghị sắp tới")
			.sees("Hội nghị tập huấn nghiệp vụ công tác văn phòng, khu vực miền Trung");
		look(visitor, "home");
		picture(visitor, "home");
		visitor.in("Hội nghị sắp tới").element("summary").first().click();
		visitor.in("Hội nghị sắp tới").sees("Lãnh đạo Bộ");

		visitor.follow("English").isOn("Office management portal of the justice sector").doesNotSee("Đăng nhập");
		look(visitor, "home-english");
		visitor.follow("Accessibility");
		assertThat(visitor.page().locator("html").getAttribute("lang")).isEqualTo("en");
		look(visitor, "accessibility-english");
		visitor.follow("Tiếng Việt").isOn("Hỗ trợ tiếp cận").sees("WCAG 2.1");
		look(visitor, "accessibility");

		visitor.follow("Đăng nhập")
			.fill("Tên đăng nhập", "vanphong")
			.fill("Mật khẩu", "khong-phai-mat-khau")
			.press("Đăng nhập")
			.sees("Tên đăng nhập hoặc mật khẩu không đúng");
		look(visitor, "sign-in-refused");
		visitor.fill("Mật khẩu", PASSWORD).press("Đăng nhập").isOn("Bàn làm việc");
	}

	@Test
	void an_address_that_cannot_be_read_is_answered_in_plain_words() {
		Person visitor = visitor();
		for (String broken : List.of("/conferences/%00", "/conferences/6%2f", "/?q=%ZZ", "/?q=%FF")) {
			APIResponse answer = visitor.page()
				.request()
				.get(broken, RequestOptions.create().setHeader("Accept", "text/html"));
			assertThat(answer.status()).as(broken).isEqualTo(400);
			assertThat(answer.text()).as(broken)
				.contains("Đường dẫn hoặc nội dung vừa gửi có chỗ hệ thống không đọc được.")
				.doesNotContain("HTTP Status", "Exception", "Tomcat");
		}
	}

	@Test
	void the_language_stays_chosen_on_every_page() {
		Person office = person("vanphong");
		office.follow("Hội nghị");
		office.unfold("Chuyên viên Tổng hợp").follow("English");
		look(office, "conferences-english");
		office.isOn("Conferences").follow("Directives").isOn("Directives");
		look(office, "directives-english");
		office.follow("Units");
		look(office, "organizations-english");
		office.unfold("Chuyên viên Tổng hợp").follow("Tiếng Việt").isOn("Đơn vị");
	}

	@Test
	void pages_of_the_office_send_visitors_to_sign_in_and_back() {
		Person visitor = visitor();
		visitor.open("/directives?year=2026");
		visitor.isOn("Đăng nhập")
			.fill("Tên đăng nhập", "vanphong")
			.fill("Mật khẩu", PASSWORD)
			.press("Đăng nhập")
			.isOn("Nhiệm vụ");
	}

	@Test
	void front_page_reads_well_on_a_phone() {
		Person visitor = new Person(page(PHONE));
		visitor.open("/");
		look(visitor, "home-phone");
		visitor.follow("Đăng nhập");
		look(visitor, "sign-in-phone");
	}

}
