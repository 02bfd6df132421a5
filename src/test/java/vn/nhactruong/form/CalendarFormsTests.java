package vn.nhactruong.form;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.setting.RuleKey;
import vn.nhactruong.setting.TestRules;
import vn.nhactruong.shared.Role;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** The forms of the leaders' week, in weeks that no other test looks at. */
class CalendarFormsTests extends FormTests {

	private static final LocalDate FIRST = LocalDate.of(2061, 1, 3);

	private static final Pattern CLASH = Pattern.compile("overrides/new\\?clash=([^\"&]+)");

	@Autowired
	private ApplicationContext context;

	private RequestPostProcessor office;

	private RequestPostProcessor leader;

	private RequestPostProcessor clerk;

	private int weeks;

	private long minister;

	private long room;

	private long car;

	@Override
	Map<String, Supplier<FilledForm>> forms() {
		TestRules.set(this.context, RuleKey.CALENDAR_HORIZON, 800);
		this.office = as(Role.OFFICE, "VPB");
		this.leader = as(Role.LEADER, "BTP");
		this.clerk = as(Role.CLERK, "CCNTT");
		Map<String, Supplier<FilledForm>> forms = new LinkedHashMap<>();
		forms.put("/calendar/{kind:leaders|rooms|cars} of a leader", () -> leader("/calendar/leaders", "Thứ trưởng"));
		forms.put("/calendar/{kind:leaders|rooms|cars} of a room", () -> room("/calendar/rooms", "Phòng họp"));
		forms.put("/calendar/{kind:leaders|rooms|cars}/{id} of a leader",
				() -> leader("/calendar/leaders/" + resource("leaders", "Thứ trưởng cũ"), "Thứ trưởng mới")
					.with("version", 0));
		forms.put("/calendar/{kind:leaders|rooms|cars}/{id} of a room",
				() -> room("/calendar/rooms/" + resource("rooms", "Phòng cũ"), "Phòng mới").with("version", 0));
		forms.put("/calendar/entries", () -> entry("/calendar/entries", monday()).refuses("a week that is over", "day",
				"day", today().minusWeeks(2)));
		forms.put("/calendar/entries/{id}", () -> {
			LocalDate monday = monday();
			return entry("/calendar/entries/" + arranged(monday, "Họp cũ"), monday).with("version", 0)
				.refuses("a day of another week", "day", "day", monday.plusWeeks(1));
		});
		forms.put("/calendar/entries/clashes", () -> entry("/calendar/entries/clashes", monday())
			.preview("asks for clashes before anything is saved"));
		forms.put("/calendar/entries/{id}/papers",
				() -> FilledForm.at("/calendar/entries/" + arranged(monday(), "Họp") + "/papers", this.office)
					.file("files", pdf("files"))
					.requires("files"));
		forms.put("/calendar/entries/{id}/return",
				() -> reason("/calendar/entries/" + registered(monday()) + "/return", this.office));
		forms.put("/calendar/entries/{id}/cancellation",
				() -> reason("/calendar/entries/" + arranged(monday(), "Họp") + "/cancellation", this.office));
		forms.put("/calendar/trips", () -> trip("/calendar/trips", monday()).refuses("a week that is over", "startsOn",
				"startsOn", today().minusWeeks(2)));
		forms.put("/calendar/trips/{id}", () -> {
			LocalDate monday = monday();
			return trip("/calendar/trips/" + addTrip(this.office, monday), monday).with("version", 0);
		});
		forms.put("/calendar/trips/clashes",
				() -> trip("/calendar/trips/clashes", monday()).preview("asks for clashes before anything is saved"));
		forms.put("/calendar/trips/{id}/return",
				() -> reason("/calendar/trips/" + addTrip(this.clerk, monday()) + "/return", this.office));
		forms.put("/calendar/trips/{id}/cancellation",
				() -> reason("/calendar/trips/" + addTrip(this.office, monday()) + "/cancellation", this.office));
		forms.put("/calendar/trips/{id}/papers",
				() -> FilledForm.at("/calendar/trips/" + addTrip(this.office, monday()) + "/papers", this.office)
					.file("files", pdf("files"))
					.requires("files"));
		forms.put("/calendar/weeks/{week}/return", this::weekReturn);
		forms.put("/calendar/weeks/{week}/overrides", this::override);
		forms.put("/calendar/feed", () -> FilledForm.at("/calendar/feed", this.clerk).with("scope", "MINE"));
		return forms;
	}

	/** The first day of a week of its own. */
	private LocalDate monday() {
		return FIRST.plusWeeks(this.weeks++);
	}

	private long resource(String kind, String name) {
		done(this.office, "/calendar/" + kind, "name", name, "positionNo", 900);
		return id("select max(id) from calendar_resource");
	}

	private FilledForm thing(String url, String name) {
		String taken = name + " đã có";
		resource(url.split("/")[2], taken);
		return FilledForm.at(url, this.office)
			.with("name", name)
			.with("positionNo", 901)
			.with("retired", true)
			.refuses("a name that is taken", "name", "name", taken, "retired", null)
			.refuses("before the first", "positionNo", "positionNo", 0);
	}

	private FilledForm leader(String url, String name) {
		long account = this.people.id(this.people.add(Role.LEADER, "BTP"));
		return thing(url, name).with("accountId", account)
			.refusesUnoffered("somebody who is no leader", "accountId", "accountId",
					this.people.id(this.people.add(Role.CLERK, "STP-48")));
	}

	private FilledForm room(String url, String name) {
		return thing(url, name).with("place", "Tầng 2, nhà A")
			.with("seats", 40)
			.refuses("no seat", "seats", "seats", 0);
	}

	private long minister() {
		if (this.minister == 0) {
			this.minister = resource("leaders", "Lãnh đạo để thử biểu mẫu");
			this.room = resource("rooms", "Phòng để thử biểu mẫu");
			this.car = resource("cars", "Xe để thử biểu mẫu");
		}
		return this.minister;
	}

	private FilledForm entry(String url, LocalDate monday) {
		return FilledForm.at(url, this.office)
			.with("title", "Họp Ban chỉ đạo cải cách tư pháp")
			.with("day", monday.plusDays(1))
			.with("startsAt", "08:00")
			.with("endsAt", "10:00")
			.with("leaderIds", minister())
			.with("roomId", this.room)
			.with("place", "Trụ sở Bộ")
			.with("participants", "Thành viên Ban chỉ đạo")
			.with("unitIds", unit("CCNTT"), unit("CKHTC"))
			.with("preparingUnitId", unit("VPB"))
			.with("carId", this.car)
			.with("note", "Mang theo tài liệu mật")
			.refuses("it ends before it starts", "endsAt", "endsAt", "07:00")
			.refuses("nowhere", "place", "roomId", "", "place", "")
			.refuses("a unit that is gone by then", "unitIds", "unitIds", unit("TCTHADS"))
			.refuses("prepared by a unit that is gone by then", "preparingUnitId", "preparingUnitId", unit("TCTHADS"));
	}

	private FilledForm trip(String url, LocalDate monday) {
		return FilledForm.at(url, this.office)
			.with("title", "Kiểm tra công tác thi hành án dân sự")
			.with("startsOn", monday.plusDays(1))
			.with("startsHalf", "MORNING")
			.with("departsAt", "07:30")
			.with("endsOn", monday.plusDays(3))
			.with("endsHalf", "AFTERNOON")
			.with("returnsAt", "16:30")
			.with("leaderIds", minister())
			.with("provinceId", "P48")
			.with("place", "Sở Tư pháp")
			.with("carId", this.car)
			.with("participants", "Cục trưởng cùng đi")
			.with("unitIds", unit("CCNTT"), unit("CKHTC"))
			.with("preparingUnitId", unit("VPB"))
			.with("decision", "123/QĐ-BTP")
			.with("note", "Mang theo hồ sơ")
			.refuses("back before it begins", "endsOn", "endsOn", monday)
			.refuses("back in an earlier half", "endsHalf", "endsOn", monday.plusDays(1), "endsHalf", "MORNING",
					"startsHalf", "AFTERNOON", "departsAt", "", "returnsAt", "")
			.refuses("a departure in the other half", "departsAt", "departsAt", "13:00")
			.refuses("a return in the other half", "returnsAt", "returnsAt", "09:00")
			.refuses("nowhere", "place", "provinceId", "", "place", "")
			.refuses("a province that is gone by then", "provinceId", "provinceId", "P49-2025")
			.refuses("a unit that is gone by then", "unitIds", "unitIds", unit("TCTHADS"))
			.refuses("prepared by a unit that is gone by then", "preparingUnitId", "preparingUnitId", unit("TCTHADS"));
	}

	private long addTrip(RequestPostProcessor person, LocalDate monday) {
		return number(done(person, "/calendar/trips", "title", "Đi kiểm tra", "startsOn", monday, "startsHalf",
				"MORNING", "endsOn", monday.plusDays(1), "endsHalf", "AFTERNOON", "leaderIds", minister(), "place",
				"Đà Nẵng"));
	}

	private long arranged(LocalDate monday, String title) {
		return add(this.office, monday, title);
	}

	private long registered(LocalDate monday) {
		return add(this.clerk, monday, "Đơn vị đăng ký");
	}

	private long add(RequestPostProcessor person, LocalDate monday, String title) {
		return number(done(person, "/calendar/entries", "title", title, "day", monday, "startsAt", "14:00", "endsAt",
				"15:00", "leaderIds", minister(), "place", "Trụ sở Bộ"));
	}

	private FilledForm reason(String url, RequestPostProcessor person) {
		return FilledForm.at(url, person).with("reason", "Lãnh đạo đi công tác").with("version", 0);
	}

	private FilledForm weekReturn() {
		LocalDate monday = monday();
		arranged(monday, "Họp");
		done(this.office, week(monday) + "/submission");
		return FilledForm.at(week(monday) + "/return", this.leader)
			.with("reason", "Chuyển họp sang thứ năm")
			.with("version", id("select version from calendar_week where monday = ?", monday));
	}

	/** Of two meetings of one leader at the same time. */
	private FilledForm override() {
		LocalDate monday = monday();
		arranged(monday, "Họp giao ban");
		arranged(monday, "Tiếp khách");
		Matcher clash = CLASH.matcher(page("/calendar?week=" + key(monday)));
		if (!clash.find()) {
			throw new IllegalStateException("no clash in the week of " + monday);
		}
		return FilledForm
			.at(week(monday) + "/overrides?clash=" + URLDecoder.decode(clash.group(1), StandardCharsets.UTF_8),
					this.office)
			.with("reason", "Thứ trưởng dự thay");
	}

	private String page(String url) {
		try {
			return this.mvc.perform(get(url).with(this.office)).andReturn().getResponse().getContentAsString();
		}
		catch (Exception ex) {
			throw new IllegalStateException(url, ex);
		}
	}

	private static String week(LocalDate monday) {
		return "/calendar/weeks/" + key(monday);
	}

	private static String key(LocalDate monday) {
		return DateTimeFormatter.ISO_WEEK_DATE.format(monday).substring(0, 8);
	}

}
