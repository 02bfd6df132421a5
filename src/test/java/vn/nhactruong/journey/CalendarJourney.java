package vn.nhactruong.journey;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A leaders' week from a unit's registration to a changed version that the leader sees on
 * the phone. It lies far enough ahead for nobody else to have written in it.
 */
class CalendarJourney extends JourneyTest {

	private static final String TITLE = "Nghe báo cáo đề án sắp xếp tổ chức";

	private static final String TRIP = "Kiểm tra công tác tư pháp tại Đà Nẵng";

	private static final String ROOM = "Phòng họp tầng 3 (40 chỗ)";

	private final LocalDate monday = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"))
		.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
		.plusWeeks(9);

	private final int week = this.monday.get(java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR);

	private final String address = "/calendar?from=" + this.monday;

	@Test
	void week_goes_from_a_registration_to_a_changed_version_on_the_phone() {
		assertThat(this.monday.get(ChronoField.DAY_OF_WEEK)).isEqualTo(1);
		Person clerk = person("thads");
		register(clerk);

		Person office = person("vanphong");
		arrange(office);
		addTrip(office);
		Person leader = person("lanhdao", PHONE);
		approve(leader);
		publish(office);
		seesPublished(clerk);
		change(office);
		learnsOfTheChange(leader);
		feed(leader);
		paper(office);

		Person stranger = person("stp.tuyenquang");
		stranger.open(this.address);
		stranger.doesNotSee(TITLE);
	}

	private void register(Person clerk) {
		clerk.follow("Lịch công tác");
		clerk.open(this.address);
		clerk.sees("Lịch tuần này chưa ban hành.").follow("Đăng ký lịch");
		look(clerk, "calendar-form");
		clerk.fill("Nội dung", TITLE)
			.fill("Bắt đầu", "09:30")
			.fill("Kết thúc", "08:00")
			.tick("Bộ trưởng")
			.choose("Phòng họp", ROOM)
			.press("Đăng ký lịch")
			.sees("Giờ kết thúc phải sau giờ bắt đầu.");
		look(clerk, "calendar-form-refused");
		assertThat(clerk.element("#title").inputValue()).as("what was typed").isEqualTo(TITLE);
		clerk.fill("Kết thúc", "11:00")
			.press("Đăng ký lịch")
			.sees("Đã đăng ký. Văn phòng Bộ sẽ xem và xếp lịch.")
			.sees("Đề xuất");
		look(clerk, "calendar-entry-proposed");
	}

	private void arrange(Person office) {
		office.sees("vào lịch công tác tuần " + this.week);
		office.open(this.address);
		office.sees(TITLE).sees("Đề xuất").follow("Thêm vào lịch");
		office.fill("Nội dung", "Giao ban mở rộng")
			.fill("Ngày", this.monday)
			.fill("Bắt đầu", "10:00")
			.tick("Bộ trưởng")
			.fill("Địa điểm khác", "Hội trường")
			.sees("Bộ trưởng đã có “" + TITLE + "”");
		look(office, "calendar-form-clash");
		office.press("Lưu").sees("Đã thêm vào lịch, nhưng đang trùng với việc khác");
		office.open(this.address);
		open(office, TITLE).press("Xếp vào lịch").sees("Đã xếp vào lịch, nhưng đang trùng");
		office.open(this.address);
		office.sees("Trùng lịch").press("Trình lãnh đạo duyệt").sees("Đã trình lãnh đạo duyệt.");
		look(office, "calendar-week-submitted");
	}

	/** Over the weekend, typed once. */
	private void addTrip(Person office) {
		office.open(this.address);
		office.follow("Chuyến công tác").follow("Thêm chuyến công tác");
		look(office, "trip-form");
		office.fill("Mục đích, nội dung", TRIP)
			.fill("Ngày đi", this.monday.plusDays(4))
			.fill("Ngày về", this.monday.plusDays(3))
			.tick("Bộ trưởng")
			.choose("Tỉnh, thành phố đến", "Đà Nẵng")
			.press("Lưu")
			.sees("Ngày về phải từ ngày đi trở đi.");
		look(office, "trip-form-refused");
		office.fill("Ngày về", this.monday.plusDays(7)).press("Lưu").sees("Đã thêm vào lịch.");
		look(office, "trip");
		office.open("/calendar/trips");
		office.sees(TRIP);
		look(office, "trips");
		office.open(this.address);
		office.sees(TRIP).sees("Chủ nhật");
		office.open("/calendar?week=" + this.monday.plusWeeks(1));
		office.sees(TRIP);
	}

	private void approve(Person leader) {
		leader.follow("Duyệt lịch công tác tuần " + this.week).sees(TITLE).sees("Lịch còn 1 chỗ trùng chưa xử lý");
		look(leader, "calendar-approve-phone");
		leader.press("Duyệt lịch tuần").sees("Đã duyệt lịch tuần.");
	}

	private void publish(Person office) {
		office.open(this.address);
		office.sees("Chưa ban hành được: còn 1 chỗ trùng lịch.").follow("Xử lý 1 chỗ trùng lịch");
		look(office, "calendar-clashes");
		office.follow("Vẫn ban hành, nêu lý do")
			.sees("Bộ trưởng có hai việc cùng lúc")
			.fill("Lý do", "Bộ trưởng dự phần kết luận")
			.press("Lưu")
			.sees("Đã lưu lý do.")
			.press("Ban hành bản số 1")
			.sees("Đã ban hành lịch tuần " + this.week + ", bản số 1.");
		look(office, "calendar-week-published");
	}

	private void seesPublished(Person clerk) {
		clerk.open(this.address);
		clerk.sees(TITLE).sees("Giao ban mở rộng").sees(TRIP).sees("Bản số 1");
		look(clerk, "calendar-week-unit");
		clerk.page().locator("a.bell").click();
		clerk.sees("Đã ban hành lịch công tác tuần " + this.week);
	}

	private void change(Person office) {
		open(office, TITLE).follow("Sửa")
			.fill("Bắt đầu", "14:00")
			.fill("Kết thúc", "15:30")
			.press("Lưu")
			.sees("Đã lưu.");
		office.open(this.address);
		office.sees("Lịch đang soạn khác bản số 1").press("Ban hành bản số 2").sees("bản số 2");
	}

	private void learnsOfTheChange(Person leader) {
		leader.open("/calendar");
		leader.sees("Lịch tuần " + this.week + " đã thay đổi (bản số 2)")
			.sees("chuyển từ 09:30–11:00, " + Person.day(this.monday) + " sang 14:00–15:30, "
					+ Person.day(this.monday));
		look(leader, "calendar-strip-phone");
		picture(leader, "week-phone");
		leader.page().locator("a.bell").click();
		leader.sees("Lịch công tác tuần " + this.week + " thay đổi (bản số 2)");
		leader.open(this.address);
		leader.sees("14:00–15:30");
		look(leader, "calendar-week-phone");
		leader.in("Lịch tuần " + this.week + " đã thay đổi (bản số 2)").press("Đã nắm");
		leader.sees("Đã ghi nhận");
		leader.doesNotSee("Lịch tuần " + this.week + " đã thay đổi");
	}

	private void feed(Person leader) {
		leader.follow("Nhận trên điện thoại").press("Tạo địa chỉ").sees("Địa chỉ chỉ hiện một lần.");
		look(leader, "calendar-feed-phone");
		String feed = leader.element("#address").textContent();
		String text = leader.page().request().get(feed).text();
		assertThat(text).startsWith("BEGIN:VCALENDAR").contains("T140000");
	}

	/** From the grid; the list of clashes links to it, too. */
	private static Person open(Person person, String title) {
		person.element(".slot-title a").getByText(title).click();
		return person.isOn(title);
	}

	private void paper(Person office) {
		office.open("/calendar/print?from=" + this.monday);
		office.sees("Lịch công tác tuần của Lãnh đạo Bộ").sees(TITLE);
		look(office, "calendar-paper");
		office.open("/calendar/rooms");
		look(office, "calendar-rooms");
	}

}
