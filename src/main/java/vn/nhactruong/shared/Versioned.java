package vn.nhactruong.shared;

/** A form that edits a stored thing and says which version of it was opened. */
public interface Versioned {

	int getVersion();

	void setVersion(int version);

	/**
	 * Guards an edit.
	 * @param stored the version the database holds now
	 * @param current the form as filled from what is stored now, shown beside what was
	 * typed
	 * @throws StaleVersionException when somebody saved since the form was opened
	 */
	default void requireVersion(int stored, java.util.function.Supplier<?> current) {
		if (getVersion() != stored) {
			throw new StaleVersionException(current.get());
		}
	}

}
