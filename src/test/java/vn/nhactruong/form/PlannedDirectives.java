package vn.nhactruong.form;

import java.time.LocalDate;
import java.util.Arrays;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

import vn.nhactruong.shared.Role;

/** Directives for the forms that work on one, given out and carried out as people do. */
final class PlannedDirectives {

	private final FormTests tests;

	final RequestPostProcessor office;

	final RequestPostProcessor leader;

	final RequestPostProcessor head;

	final RequestPostProcessor clerk;

	PlannedDirectives(FormTests tests) {
		this.tests = tests;
		this.office = tests.as(Role.OFFICE, "VPB");
		this.leader = tests.as(Role.LEADER, "BTP");
		this.head = tests.as(Role.UNIT_HEAD, "CCNTT");
		this.clerk = tests.as(Role.CLERK, "CCNTT");
	}

	static String url(long directive) {
		return "/directives/" + directive;
	}

	LocalDate due() {
		return this.tests.today().plusDays(20);
	}

	/** Led by the IT department, coordinated by the enforcement department. */
	long issued() {
		return issued("CCNTT");
	}

	long issued(String... leads) {
		return FormTests.number(this.tests.done(this.office, "/directives", "source", "LEADER_DOCUMENT", "sourceNumber",
				"12/TB-BTP", "sourceDate", this.tests.today().minusDays(2), "sourceAuthor", "Bộ trưởng", "title",
				"Rà soát quy trình", "text", "Rà soát quy trình nội bộ", "leadIds",
				Arrays.stream(leads).map(this.tests::unit).toList(), "coordinatingIds", this.tests.unit("CQLTHADS"),
				"dueOn", due()));
	}

	long received() {
		long id = issued();
		this.tests.done(this.clerk, url(id) + "/receipt");
		return id;
	}

	/** By the unit's head, so that it is signed. */
	long reported() {
		long id = received();
		// Nobody waits for the coordinating unit any more.
		this.tests.done(this.office, url(id) + "/coordinations/" + awaited(id) + "/waiver", "reason", "Đã họp");
		report(id, this.head);
		return id;
	}

	void report(long id, RequestPostProcessor person) {
		this.tests.done(person, url(id) + "/reports", "content", "Đã xong", "documentNumber", "215/BC-CNTT",
				"documentDate", this.tests.today(), "documentAbstract", "Kết quả rà soát");
	}

	long verified() {
		long id = reported();
		this.tests.done(this.office, url(id) + "/verification", "version", version(id));
		return id;
	}

	long awaited(long id) {
		return this.tests.id("select id from directive_awaited where directive_id = ?", id);
	}

	/** As who decides has it before them. */
	long version(long id) {
		return this.tests.id("select version from directive where id = ?", id);
	}

}
