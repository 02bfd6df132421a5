package vn.nhactruong.workprogram;

import java.util.List;

/** The head that every page of a program shares: what it is, how it stands, its tabs. */
record ProgramFrame(long id, Period period, String scope, ProgramStatus status, int lastVersion, boolean example,
		List<Tab> tabs) {

	public String getTone() {
		return this.status.tone();
	}

	public String getIcon() {
		return this.status.icon();
	}

	/** One tab as the template shows it. */
	record Tab(String url, String labelKey, boolean current) {
	}

}
