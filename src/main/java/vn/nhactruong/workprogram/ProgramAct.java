package vn.nhactruong.workprogram;

/**
 * Something this viewer may do now.
 *
 * @param name last part of the label's message key
 * @param post acts at once; otherwise a form of its own is opened
 * @param confirmKey what is asked before, or {@code null}
 */
record ProgramAct(String name, String url, boolean post, String confirmKey) {

	static ProgramAct form(String name, String url) {
		return new ProgramAct(name, url, false, null);
	}

	static ProgramAct post(String name, String url, String confirmKey) {
		return new ProgramAct(name, url, true, confirmKey);
	}

	public String getLabelKey() {
		return "workprogram.do." + this.name;
	}

}
