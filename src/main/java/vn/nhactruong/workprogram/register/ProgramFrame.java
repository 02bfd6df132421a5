package vn.nhactruong.workprogram.register;

import java.util.List;

import vn.nhactruong.workprogram.Period;
import vn.nhactruong.workprogram.ProgramStatus;

/** The head that every page of a program shares: what it is, how it stands, its tabs. */
public record ProgramFrame(long id, Period period, String scope, ProgramStatus status, int lastVersion, boolean example,
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
