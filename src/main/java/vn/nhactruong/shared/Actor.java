package vn.nhactruong.shared;

/** Who acts, as which role and for which unit; what the audit trail keeps of a person. */
public interface Actor {

	/** The account, or {@code null} for the system itself. */
	Long accountId();

	String displayName();

	/** The role's constant name, or {@code null} for the system itself. */
	String roleName();

	/** The acting unit's id, or {@code null} for the system itself. */
	Long unitId();

}
