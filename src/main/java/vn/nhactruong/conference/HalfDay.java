package vn.nhactruong.conference;

/** Half a working day, the unit in which meetings are planned and attendance is taken. */
public enum HalfDay {

	MORNING, AFTERNOON

}
