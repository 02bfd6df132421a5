package vn.nhactruong.organization;

/** What sort of unit this is; decides what its people see and how it is invited. */
public enum OrganizationKind {

	MINISTRY,

	/** Vụ, cục, văn phòng of the ministry. */
	DEPARTMENT,

	/** Viện, học viện, báo, tạp chí of the ministry. */
	PUBLIC_UNIT,

	/** Sở Tư pháp. */
	PROVINCIAL_JUSTICE,

	/** Thi hành án dân sự tỉnh, thành phố. */
	PROVINCIAL_ENFORCEMENT,

	/** Guests from outside the sector; invited, but without accounts. */
	EXTERNAL;

	boolean isProvincial() {
		return this == PROVINCIAL_JUSTICE || this == PROVINCIAL_ENFORCEMENT;
	}

}
