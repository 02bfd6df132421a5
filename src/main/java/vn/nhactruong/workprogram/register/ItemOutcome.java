package vn.nhactruong.workprogram.register;

/**
 * What became of an item of a published program: each has exactly one, so that the report
 * adds up, and the list filtered by one shows what the report counts.
 */
public enum ItemOutcome {

	/** Done by its deadline. */
	IN_TIME,

	/** Done after it. */
	LATE,

	/**
	 * Moved to a later day by a published version or, before its deadline, by its unit.
	 */
	SLIPPED,

	/** Not done here; a later program took it over before the period was closed. */
	CARRIED,

	/** Taken out by a decision. */
	DROPPED,

	/** Not done by its deadline, or until the period was closed. */
	OVERDUE,

	/** There is time left. */
	OPEN;

	/**
	 * That of an item {@code i} of a program {@code p} as SQL, parameter {@code today}.
	 * What only its unit says takes no deadline away that has gone by.
	 */
	static final String SQL = """
			(case when i.status = 'DONE' then case when i.done_on > i.due_on then 'LATE' else 'IN_TIME' end
			    when i.status = 'DROPPED' then 'DROPPED'
			    when exists (select from work_item later where later.carried_from_id = i.id
			        and later.proposal <> 'RETURNED' and not later.carried_after_close) then 'CARRIED'
			    when i.status = 'SLIPPED' and i.moved then 'SLIPPED'
			    when i.due_on < :today or p.status = 'CLOSED' then 'OVERDUE'
			    when i.status = 'SLIPPED' then 'SLIPPED'
			    else 'OPEN' end)""";

}
