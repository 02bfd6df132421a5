package vn.nhactruong.form;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Conclusions for the forms that need one, written as the office does. */
final class PlannedConclusions {

	private PlannedConclusions() {
	}

	static String url(long conference) {
		return "/conferences/" + conference + "/conclusion";
	}

	/** One that ended three days ago. */
	static long conference(FormTests tests, RequestPostProcessor office) {
		return PlannedConferences.announced(tests, office, tests.today().minusDays(4), "STP-48");
	}

	/** A clause that gives a task. */
	static long clause(FormTests tests, RequestPostProcessor office, long conference) {
		tests.done(office, url(conference) + "/clauses", "level", 1, "content", "Rà soát quy trình nội bộ", "leadIds",
				tests.unit("CCNTT"), "noDeadline", true);
		return tests.id("select max(id) from clause");
	}

	/** Leads the conclusion of a conference to its notice. */
	static void issued(FormTests tests, RequestPostProcessor office, RequestPostProcessor leader, long conference,
			int number) {
		clause(tests, office, conference);
		tests.done(office, url(conference) + "/submission");
		tests.done(leader, url(conference) + "/approval", "round", 1);
		tests.done(office, url(conference) + "/issue", "number", number, "issuedOn", tests.today(), "signerTitle",
				"CHÁNH VĂN PHÒNG", "signerName", "Trần Văn Bình");
	}

}
