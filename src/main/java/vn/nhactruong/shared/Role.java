package vn.nhactruong.shared;

/** What a person may do for the unit for which the role is held. */
public enum Role {

	/** Accounts, units, catalogues and settings; no business content by right. */
	ADMIN,

	/** Leader of the ministry: sees all, comments on and approves conclusions. */
	LEADER,

	/** Staff of the ministry's office: organises, drafts, registers and verifies. */
	OFFICE,

	/** Head of a unit: confirms lists, signs reports and requests. */
	UNIT_HEAD,

	/** Clerk of a unit: registers attendees, reports progress, drafts for the head. */
	CLERK,

	/** Reads what the unit sees. */
	OBSERVER

}
