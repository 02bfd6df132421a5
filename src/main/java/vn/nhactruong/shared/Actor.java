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

	/** The portal itself, such as when it starts. */
	static Actor system() {
		return new Unknown("");
	}

	/** Somebody of whom only a typed name is known, such as at a failed sign-in. */
	static Actor unknown(String name) {
		return new Unknown(name);
	}

	/** Nobody who has an account. */
	record Unknown(String displayName) implements Actor {

		@Override
		public Long accountId() {
			return null;
		}

		@Override
		public String roleName() {
			return null;
		}

		@Override
		public Long unitId() {
			return null;
		}

	}

}
