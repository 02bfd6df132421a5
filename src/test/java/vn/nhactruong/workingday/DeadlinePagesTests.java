package vn.nhactruong.workingday;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.nhactruong.PortalTest;
import vn.nhactruong.account.TestPeople;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import vn.nhactruong.shared.Role;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@PortalTest
class DeadlinePagesTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					from=2026-04-24&rule=WORKING_DAY&count=5               | 06/05/2026 | 5 ngày làm việc, không tính 27/04, 30/04 và 01/05
					from=24/04/2026&rule=WORKING_DAY&count=5               | 06/05/2026 | Nghỉ bù Giỗ Tổ Hùng Vương
					from=2026-07-20&rule=DAY_OF_MONTH&count=1&dayOfMonth=15 | 17/08/2026 | ngày 15/08 là thứ bảy nên lùi sang ngày làm việc kế tiếp
					from=2026-07-20&rule=DAY_OF_MONTH&count=1&dayOfMonth=15&before=true | 14/08/2026 | lấy ngày làm việc liền trước
					from=2026-03-01&rule=DAY&count=60                      | 04/05/2026 | 60 ngày; ngày 30/04 là ngày lễ, tết
					from=2026-03-31&rule=MONTH&count=1&dayOfMonth=3        | 04/05/2026 | 1 tháng
					from=2030-01-30&rule=WORKING_DAY&count=2               | 08/02/2030 | ngày nghỉ năm 2030 mới là dự kiến
					""")
	void deadline_is_computed_and_explained(String query, String date, String because) throws Exception {
		ask(query).andExpect(status().isOk())
			.andExpect(content().string(containsString("<b>" + date)))
			.andExpect(content().string(containsString(because)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			from=&count=5                                   | Mục “Từ ngày” còn trống
			from=32/01/2026&count=5                         | không phải một ngày
			from=2026-01-05&count=                          | còn trống
			from=2026-01-05&count=-1                        | phải từ 0 trở lên
			from=2026-01-05&count=1001                      | không được quá 1.000
			from=2026-01-05&count=ba                        | phải là số nguyên
			from=2026-01-05&count=5&rule=WEEK               | hãy chọn lại
			from=2026-01-05&count=1&rule=DAY_OF_MONTH       | Nhập ngày của tháng
			from=2026-01-05&count=1&rule=DAY_OF_MONTH&dayOfMonth=32 | không được quá 31
			""")
	void bad_question_is_named_at_its_field(String query, String sentence) throws Exception {
		ask(query).andExpect(status().is(422)).andExpect(content().string(containsString(sentence)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "from=2026-04-24", "from=nonsense" })
	void page_opens_without_a_question(String query) throws Exception {
		ask(query).andExpect(status().isOk())
			.andExpect(content().string(containsString("Từ ngày")))
			.andExpect(content().string(not(containsString("error-summary"))));
	}

	@Test
	void calculator_is_for_people_who_are_signed_in() throws Exception {
		this.mvc.perform(get("/working-days")).andExpect(redirectedUrl("/sign-in"));
	}

	@ParameterizedTest
	@CsvSource({ "rule=DAY_OF_MONTH&dayOfMonth=15&count=0&from=22/11/2026, Ngày 15/11/2026 đã qua",
			"rule=WORKING_DAY&count=0&from=22/11/2026, từ 1 trở lên",
			"rule=WORKING_DAY&count=300&from=22/11/2100, đến năm 2100",
			"rule=DAY&count=5&from=22/11/1999, Chỉ tính được từ năm" })
	void result_that_nobody_could_use_is_refused_at_its_field(String query, String sentence) throws Exception {
		ask(query).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString(sentence)));
	}

	@Test
	void fixed_day_still_to_come_in_this_month_is_that_day() throws Exception {
		ask("rule=DAY_OF_MONTH&dayOfMonth=25&count=0&from=22/11/2026").andExpect(status().isOk())
			.andExpect(content().string(containsString("25/11/2026")));
	}

	private ResultActions ask(String query) throws Exception {
		return this.mvc.perform(get("/working-days?" + query).with(this.people.as(Role.CLERK, "STP-48")));
	}

}
