package vn.nhactruong.notification;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.nhactruong.PortalTest;
import vn.nhactruong.StatementCounter;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.account.Viewer;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;

import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@PortalTest
class NotificationPagesTests {

	/** Any sentence with arguments will do. */
	private static final String KEY = "account.revoke.of";

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private Inbox inbox;

	@Autowired
	private JdbcClient jdbc;

	private String username;

	private Viewer viewer;

	@BeforeEach
	void addPerson() {
		this.username = this.people.add(Role.CLERK, "CQLTHADS");
		this.viewer = this.people.viewer(this.username);
	}

	@Test
	void empty_inbox_says_so() throws Exception {
		inboxPage().andExpect(content().string(containsString("Chưa có thông báo nào")));
	}

	@Test
	void message_waits_at_the_bell_until_it_is_opened() throws Exception {
		tell("Số <một>");
		inboxPage().andExpect(content().string(containsString("Thu hồi vai trò Số &lt;một&gt;, hai")))
			.andExpect(content().string(containsString("1 thông báo chưa đọc")));
		this.mvc.perform(get("/organizations").with(this.people.as(this.username)))
			.andExpect(content().string(containsString("1 thông báo chưa đọc")));
		act("/notifications/" + newest() + "/reading").andExpect(redirectedUrl("/organizations/VPB"));
		inboxPage().andExpect(content().string(not(containsString("thông báo chưa đọc"))))
			.andExpect(content().string(containsString("Thu hồi vai trò Số")));
		act("/notifications/" + newest() + "/reading").andExpect(redirectedUrl("/organizations/VPB"));
	}

	@Test
	void all_messages_can_be_marked_read_at_once() throws Exception {
		tell("một");
		tell("hai");
		act("/notifications/reading").andExpect(redirectedUrl("/notifications"));
		assertThat(this.inbox.unread(this.viewer)).isZero();
	}

	@Test
	void nobody_reads_or_opens_the_messages_of_another() throws Exception {
		tell("riêng tư");
		String other = this.people.add(Role.CLERK, "CQLTHADS");
		this.mvc.perform(get("/notifications").with(this.people.as(other)))
			.andExpect(content().string(not(containsString("riêng tư"))));
		this.mvc.perform(post("/notifications/" + newest() + "/reading").with(this.people.as(other)).with(csrf()))
			.andExpect(status().isNotFound());
		this.mvc.perform(post("/notifications/reading").with(this.people.as(other)).with(csrf()));
		assertThat(this.inbox.unread(this.viewer)).isOne();
		this.mvc.perform(get("/notifications")).andExpect(redirectedUrl("/sign-in"));
	}

	@Test
	void link_of_a_forwarded_mail_leads_on_and_reads_the_message_for_its_owner_only() throws Exception {
		tell("chuyển tiếp");
		long id = newest();
		String colleague = this.people.add(Role.CLERK, "CQLTHADS");
		this.mvc.perform(get("/notifications/" + id).with(this.people.as(colleague)))
			.andExpect(redirectedUrl("/organizations/VPB"));
		assertThat(this.inbox.unread(this.viewer)).isOne();
		this.mvc.perform(get("/notifications/999999999").with(this.people.as(colleague)))
			.andExpect(status().isNotFound());
		this.mvc.perform(get("/notifications/" + id)).andExpect(redirectedUrl("/sign-in"));
		this.mvc.perform(get("/notifications/" + id).with(this.people.as(this.username)))
			.andExpect(redirectedUrl("/organizations/VPB"));
		assertThat(this.inbox.unread(this.viewer)).isZero();
	}

	@Test
	void people_of_a_unit_are_told_once_each_and_locked_ones_are_not() {
		String locked = this.people.add(Role.CLERK, "CCNTT");
		String head = this.people.add(Role.UNIT_HEAD, "CCNTT");
		this.jdbc.sql("update account set locked_at = now() where username = ?").param(locked).update();
		Viewer told = this.people.viewer(head);
		this.inbox.tellUnits(List.of(told.unitId()), List.of(Role.CLERK, Role.UNIT_HEAD), KEY, List.of("a", "b"),
				"/desk");
		assertThat(this.inbox.unread(told)).isOne();
		assertThat(this.jdbc.sql("select count(*) from notification where account_id = ?")
			.param(this.people.id(locked))
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void what_came_to_another_role_says_so_and_is_opened_in_that_role() throws Exception {
		Viewer head = this.people.viewer(this.people.add(Role.UNIT_HEAD, "CCNTT"));
		long other = this.jdbc
			.sql("insert into role_grant (account_id, role, organization_id) values (?, 'CLERK', ?) returning id")
			.params(head.accountId(), this.viewer.unitId())
			.query(Long.class)
			.single();
		this.inbox.tellUnits(List.of(this.viewer.unitId()), List.of(Role.CLERK), KEY, List.of("a", "b"),
				"/organizations/VPB");
		this.inbox.tellUnits(List.of(head.unitId()), List.of(Role.UNIT_HEAD), KEY, List.of("c", "d"), "/desk");
		MvcResult page = this.mvc.perform(get("/notifications").with(this.people.as(head.username())))
			.andExpect(content().string(containsString("Gửi cho bạn với vai trò Văn thư, chuyên viên đơn vị")))
			.andReturn();
		assertThat(page.getResponse().getContentAsString().split("Chuyển vai trò và mở", -1)).hasSize(2);
		MvcResult opened = this.mvc
			.perform(post("/notifications/" + newest("/organizations/VPB", head) + "/reading")
				.with(this.people.as(head.username()))
				.with(csrf()))
			.andExpect(redirectedUrl("/organizations/VPB"))
			.andExpect(flash().attribute("flash", "notification.switched"))
			.andReturn();
		this.mvc
			.perform(get("/notifications").cookie(opened.getResponse().getCookie("SESSION"))
				.with(this.people.as(head.username())))
			.andExpect(content().string(containsString("value=\"" + other + "\" selected")))
			.andExpect(content().string(containsString("Gửi cho bạn với vai trò Thủ trưởng đơn vị")));
	}

	@Test
	void what_came_to_a_role_since_withdrawn_is_opened_as_it_is() throws Exception {
		this.inbox.tellUnits(List.of(this.viewer.unitId()), List.of(Role.CLERK), KEY, List.of("a", "b"), "/desk");
		this.jdbc.sql("update notification set grant_ids = '{999999999}' where id = ?").param(newest()).update();
		inboxPage().andExpect(content().string(not(containsString("Chuyển vai trò và mở"))));
		act("/notifications/" + newest() + "/reading").andExpect(redirectedUrl("/desk"));
	}

	@Test
	void a_person_is_shown_with_their_position() throws Exception {
		this.jdbc.sql("update account set position = 'Chánh Văn phòng' where username = ?")
			.param(this.username)
			.update();
		inboxPage().andExpect(content().string(containsString("Chánh Văn phòng")));
	}

	@Test
	void what_does_not_exist_is_not_found() throws Exception {
		act("/notifications/999999999/reading").andExpect(status().isNotFound());
		act("/notifications/x/reading").andExpect(status().isNotFound());
	}

	@Test
	void inbox_takes_the_same_statements_for_one_row_and_for_three() throws Exception {
		tell("một");
		int one = StatementCounter.during(this::inboxPage).size();
		tell("hai");
		tell("ba");
		assertThat(StatementCounter.during(this::inboxPage).size()).isEqualTo(one).isEqualTo(4);
	}

	private void tell(String argument) {
		this.inbox.tell(Map.of(this.viewer.accountId(), List.of(this.viewer.acting().id())), KEY,
				List.of(argument, "hai"), "/organizations/VPB");
	}

	private long newest(String url, Viewer reader) {
		return this.jdbc.sql("select max(id) from notification where account_id = ? and url = ?")
			.params(reader.accountId(), url)
			.query(Long.class)
			.single();
	}

	private long newest() {
		return this.jdbc.sql("select max(id) from notification where account_id = ?")
			.param(this.viewer.accountId())
			.query(Long.class)
			.single();
	}

	private ResultActions inboxPage() throws Exception {
		return this.mvc.perform(get("/notifications").with(this.people.as(this.username))).andExpect(status().isOk());
	}

	private ResultActions act(String path) throws Exception {
		return this.mvc.perform(post(path).with(this.people.as(this.username)).with(csrf()));
	}

}
