package vn.nhactruong.workprogram.register;

/**
 * Something this viewer may do now.
 *
 * @param name last part of the label's message key
 * @param post acts at once; otherwise a form of its own is opened
 * @param confirmKey what is asked before, with {@code confirmArgs}; or {@code null}
 * @param version what is decided on, so that nothing else is; {@code null} where nothing
 * is decided
 */
public record ProgramAct(String name, String url, boolean post, String confirmKey, Object[] confirmArgs,
		Integer version) {

	public static ProgramAct form(String name, String url) {
		return new ProgramAct(name, url, false, null, new Object[0], null);
	}

	public static ProgramAct post(String name, String url, String confirmKey, Object... confirmArgs) {
		return new ProgramAct(name, url, true, confirmKey, confirmArgs, null);
	}

	public static ProgramAct post(String name, String url, int version) {
		return new ProgramAct(name, url, true, null, new Object[0], version);
	}

	public String getLabelKey() {
		return "workprogram.do." + this.name;
	}

}
