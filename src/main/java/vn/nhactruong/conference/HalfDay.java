package vn.nhactruong.conference;

/** Half a working day, the unit in which meetings are planned and attendance is taken. */
public enum HalfDay {

	MORNING, AFTERNOON;

	/** Message key of a sentence that says in words which half it is. */
	public String worded(String messageKey) {
		return messageKey + "." + name();
	}

	/** All wordings of a sentence, and the plain one that older messages have. */
	public static String[] wordings(String messageKey) {
		return new String[] { messageKey, MORNING.worded(messageKey), AFTERNOON.worded(messageKey) };
	}

}
