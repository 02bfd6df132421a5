package vn.nhactruong.directive.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.nhactruong.PortalTest;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.DirectiveAccess;
import vn.nhactruong.directive.DirectiveStatus;
import vn.nhactruong.directive.TestDirectives;
import vn.nhactruong.directive.origin.IssueOrder;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.Slice;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A unit's list page by page, beside the rule looked up in the directives and their
 * coordinating units themselves.
 */
@PortalTest
@Import(TestDirectives.class)
class ReaderOrderTests {

	private static final String RULE = """
			select d.id from directive d where not d.family and d.status <> 'DRAFT'
			and (:state = '' or d.status = :state)
			and (:mine <> 'coordinating' and (d.holder_organization_id = any(:units)
			        or :mine = '' and (d.lead_kind = :kind or d.former_lead_ids && :units))
			    or :mine <> 'lead' and exists (select from directive_coordination c where c.directive_id = d.id
			        and (c.organization_id = any(:units) or c.kind = :kind)))
			order by %s""";

	private static final Map<String, String> ORDERS = Map.of("", "d.finished, d.due_on, d.id", "due", "d.due_on, d.id",
			"-due", "d.due_on desc, d.id desc", "code", "d.code", "-code", "d.code desc");

	@Autowired
	private TestDirectives tests;

	@Autowired
	private DirectiveQueries queries;

	@Autowired
	private DirectiveAccess access;

	@Autowired
	private JdbcClient jdbc;

	@AfterEach
	void rows_are_what_the_directives_say() {
		String kept = "select reader, directive_id, leads, coordinates, status, due_on, code from directive_reader";
		String said = "select r.* from directive d cross join lateral directive_readers(d) r";
		for (String difference : List.of(kept + " except " + said, said + " except " + kept)) {
			assertThat(this.jdbc.sql(difference).query().listOfRows()).as(difference).isEmpty();
		}
	}

	@Test
	void unit_reads_page_by_page_what_it_leads_led_and_coordinates_and_each_once() {
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		this.tests.received(this.tests.today().plusDays(9));
		this.tests.reported(this.tests.today().plusDays(4));
		long led = this.tests.received(this.tests.today().plusDays(12));
		this.tests.directives.reassign(led, this.tests.unit("CPLQT"), "Điều chỉnh phân công", office);
		this.tests.directives.cancel(this.tests.issued(null), "Trùng", office);
		this.tests.directives.reassign(led, this.tests.unit("CCNTT"), "Giao lại", office);
		long lost = this.tests.received(this.tests.today().plusDays(12));
		this.tests.directives.reassign(lost, this.tests.unit("CPLQT"), "Điều chỉnh phân công", office);
		// By itself and as one of its kind.
		this.tests.directives.issue(new IssueOrder(this.tests.clause(), "Rà soát", "Rà soát",
				List.of(this.tests.unit("VTCCB")), List.of(this.tests.unit("CCNTT")),
				List.of(OrganizationKind.DEPARTMENT), this.tests.today().plusDays(20), null), office);
		long many = this.tests.issued(this.tests.today().plusDays(30));
		this.jdbc.sql("""
				insert into directive (code, year, title, text, source, clause_id, conference_id, lead_organization_id,
				    holder_organization_id, original_due_on, due_on, status, issued_on, issued_at)
				select '1999-' || n, year, title, text, source, clause_id, conference_id, lead_organization_id,
				    holder_organization_id, due_on + n % 7, due_on + n % 7, status, issued_on, issued_at
				from directive, generate_series(1001, 1120) n where id = ?""").param(many).update();
		for (String unit : List.of("CCNTT", "CQLTHADS", "VTCCB", "CKHTC")) {
			Viewer clerk = this.tests.viewer(Role.CLERK, unit);
			for (String mine : List.of("", "lead", "coordinating")) {
				for (String state : Stream
					.concat(Stream.of(""), Arrays.stream(DirectiveStatus.values()).map(Enum::name))
					.toList()) {
					ORDERS.forEach((sort, order) -> assertThat(pages(mine, state, sort, clerk))
						.as("%s, %s, %s, %s", unit, mine, state, sort)
						.isEqualTo(rule(mine, state, order, clerk)));
				}
			}
		}
		for (String state : Stream.concat(Stream.of(""), Arrays.stream(DirectiveStatus.values()).map(Enum::name))
			.toList()) {
			ORDERS.forEach((sort,
					order) -> assertThat(
							pages(Map.of("unit", String.valueOf(this.tests.unit("CCNTT"))), state, sort, office))
						.as("of a unit, for the office: %s, %s", state, sort)
						.isEqualTo(this.jdbc
							.sql("select d.id from directive d where d.holder_organization_id = ? and "
									+ "(d.status = ? or ? = '' and d.status <> 'DRAFT') order by " + order)
							.params(this.tests.unit("CCNTT"), state, state)
							.query(Long.class)
							.list()));
		}
		Viewer clerk = this.tests.viewer(Role.CLERK, "CCNTT");
		assertThat(rule("", "", "d.id", clerk)).contains(led, lost).hasSizeGreaterThan(120);
		assertThat(pages("lead", "", "due", clerk)).contains(led).doesNotContain(lost);
		this.jdbc.sql("delete from directive where code like '1999-%'").update();
	}

	@Test
	void list_that_nobody_sorted_begins_with_what_is_still_to_be_done() {
		Viewer office = this.tests.viewer(Role.OFFICE, "VPB");
		long done = this.tests.reported(this.tests.today().plusDays(2));
		this.tests.directives.verify(done, office);
		long cancelled = this.tests.issued(null);
		this.tests.directives.cancel(cancelled, "Trùng", office);
		long later = this.tests.received(this.tests.today().plusDays(9));
		long sooner = this.tests.received(this.tests.today().plusDays(8));
		ListRequest unsorted = new ListRequest("/directives", Map.of());
		for (Viewer viewer : List.of(office, this.tests.viewer(Role.CLERK, "CCNTT"))) {
			List<Long> ids = new ArrayList<>();
			this.queries.each(unsorted, viewer, (row) -> ids.add(row.id()));
			assertThat(ids).containsSubsequence(sooner, later, done).containsSubsequence(sooner, later, cancelled);
			assertThat(this.queries.list(unsorted, viewer).rows()).extracting(DirectiveRow::id)
				.isEqualTo(ids.subList(0, Math.min(ids.size(), unsorted.size())));
		}
	}

	private List<Long> rule(String mine, String state, String order, Viewer viewer) {
		List<String> readers = Arrays.asList(this.access.readers(viewer));
		return this.jdbc.sql(RULE.formatted(order))
			.param("mine", mine)
			.param("state", DirectiveStatus.DRAFT.name().equals(state) ? "none" : state)
			.param("units", this.access.units(viewer))
			.param("kind", readers.get(readers.size() - 1))
			.query(Long.class)
			.list();
	}

	private List<Long> pages(String mine, String state, String sort, Viewer viewer) {
		return pages(Map.of("mine", mine), state, sort, viewer);
	}

	private List<Long> pages(Map<String, String> filter, String state, String sort, Viewer viewer) {
		List<Long> ids = new ArrayList<>();
		for (int page = 1;; page++) {
			Map<String, String[]> asked = new HashMap<>();
			filter.forEach((name, value) -> asked.put(name, new String[] { value }));
			asked.put("state", new String[] { state });
			asked.put("sort", new String[] { sort });
			asked.put("page", new String[] { String.valueOf(page) });
			ListRequest list = new ListRequest("/directives", asked);
			assertThat(ReaderOrder.suits(list, viewer, this.queries.filter(list, viewer, false)))
				.isEqualTo(!viewer.wholeSector() || !DirectiveStatus.DRAFT.name().equals(state));
			Slice<DirectiveRow> slice = this.queries.list(list, viewer);
			slice.rows().forEach((row) -> ids.add(row.id()));
			if (slice.rows().size() < list.size()) {
				assertThat(ids).as("%s, %s, %s", filter, state, sort).doesNotHaveDuplicates();
				assertThat(slice.total()).as("%s, %s, %s", filter, state, sort).isEqualTo(ids.size());
				return ids;
			}
		}
	}

}
