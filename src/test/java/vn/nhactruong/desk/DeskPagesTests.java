package vn.nhactruong.desk;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.TestPeople;
import vn.nhactruong.directive.TestDirectives;
import vn.nhactruong.notification.Obligation;
import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The counts above the desk, and what each leads to. */
@PortalTest
@Import(TestDirectives.class)
class DeskPagesTests {

	private static final Pattern TILE = Pattern
		.compile("<a class=\"tile[^\"]*\" href=\"(/desk\\?show=[^\"]+)\"><b>([\\d.]+)</b>");

	@Autowired
	private MockMvc mvc;

	@Autowired
	private TestPeople people;

	@Autowired
	private TestDirectives tests;

	@Autowired
	private Desk desk;

	@Test
	void every_count_leads_to_the_rows_it_counts() throws Exception {
		overdue("CHCTP");
		this.tests.issued(this.tests.today().plusDays(1), "CHCTP");
		this.tests.issued(null, "CHCTP");
		String head = this.people.add(Role.UNIT_HEAD, "CHCTP");
		List<MatchResult> tiles = TILE.matcher(page(head, "/desk")).results().toList();
		assertThat(tiles).extracting((tile) -> tile.group(1))
			.contains("/desk?show=overdue#todo", "/desk?show=soon#todo", "/desk?show=TASK#todo");
		for (MatchResult tile : tiles) {
			String shown = page(head, tile.group(1).replace("#todo", ""));
			assertThat(rows(shown)).as(tile.group(1)).isEqualTo(Integer.parseInt(tile.group(2)));
		}
	}

	@Test
	void desk_of_an_administrator_leads_to_each_of_their_pages() throws Exception {
		String desk = this.mvc.perform(get("/desk").with(this.people.as(Role.ADMIN, "VPB")))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
		String card = desk.substring(desk.indexOf("<ul class=\"list\">"));
		for (String url : List.of("/accounts", "/organizations", "/calendar/leaders", "/settings/holidays", "/settings",
				"/settings/mail", "/settings/notifications", "/audit")) {
			assertThat(card).contains("<a href=\"" + url + "\"");
		}
		assertThat(card).doesNotContain("??desk");
	}

	@Test
	void what_nobody_counts_is_no_choice() throws Exception {
		String head = this.people.add(Role.UNIT_HEAD, "CHCTP");
		assertThat(rows(page(head, "/desk?show=nothing&all"))).isEqualTo(rows(page(head, "/desk?all")));
		assertThat(rows(page(head, "/desk?show=OF_OTHERS&all"))).isEqualTo(rows(page(head, "/desk?all")));
	}

	@Test
	void what_the_units_are_late_with_is_not_counted_as_the_leaders_own() throws Exception {
		overdue("CHCTP");
		String leader = this.people.add(Role.LEADER, "BTP");
		Desk.Due due = this.desk.dueFor(this.people.viewer(leader));
		List<Desk.DueItem> late = due.items().stream().filter((item) -> item.tone().equals("late")).toList();
		assertThat(late).filteredOn((item) -> item.kind() == Obligation.Kind.OF_OTHERS).hasSize(1);
		assertThat(due.counts().overdue()).isEqualTo(late.size() - 1);
		assertThat(due.items().stream().filter((item) -> item.isOf(DeskController.OVERDUE))).hasSize(late.size() - 1);
		assertThat(page(leader, "/desk")).contains("nhiệm vụ quá hạn của các đơn vị</a>");
	}

	/** Given a while ago, and due since. */
	private void overdue(String unit) {
		long id = this.tests.issued(this.tests.today().plusDays(5), unit);
		this.tests.directives.markExample(id);
		this.tests.directives.letDaysPass(id, 20);
	}

	private static int rows(String page) {
		String todo = page.substring(page.indexOf("id=\"todo\""));
		String body = todo.substring(0, todo.indexOf("</section>"));
		return body.split("<tr>", -1).length - 2;
	}

	private String page(String username, String path) throws Exception {
		return HtmlUtils.htmlUnescape(this.mvc.perform(get(path).with(this.people.as(username)))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

}
