package vn.nhactruong.attendance;

/** Ranks of civil servants, which decide about seats, rooms and allowances. */
public enum CivilRank {

	SENIOR_EXPERT, PRINCIPAL_EXPERT, EXPERT, OFFICER, OTHER

}
