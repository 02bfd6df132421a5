package vn.nhactruong.workingday;

import java.time.LocalDate;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** What somebody asks the calculator: from when, by which rule. */
class DeadlineQuery {

	@NotNull
	private LocalDate from;

	@NotNull
	private DeadlineUnit rule = DeadlineUnit.WORKING_DAY;

	@NotNull
	@Min(0)
	@Max(1000)
	private Integer count;

	/** Only for {@link DeadlineUnit#DAY_OF_MONTH}. */
	@Min(1)
	@Max(31)
	private Integer dayOfMonth;

	private boolean before;

	static DeadlineQuery startingOn(LocalDate day) {
		DeadlineQuery query = new DeadlineQuery();
		query.from = day;
		query.count = 5;
		return query;
	}

	DeadlineRule toRule() {
		return new DeadlineRule(this.rule, this.count, (this.rule == DeadlineUnit.DAY_OF_MONTH) ? this.dayOfMonth : 0,
				this.before && this.rule != DeadlineUnit.WORKING_DAY);
	}

	public LocalDate getFrom() {
		return this.from;
	}

	public void setFrom(LocalDate from) {
		this.from = from;
	}

	public DeadlineUnit getRule() {
		return this.rule;
	}

	public void setRule(DeadlineUnit rule) {
		this.rule = rule;
	}

	public Integer getCount() {
		return this.count;
	}

	public void setCount(Integer count) {
		this.count = count;
	}

	public Integer getDayOfMonth() {
		return this.dayOfMonth;
	}

	public void setDayOfMonth(Integer dayOfMonth) {
		this.dayOfMonth = dayOfMonth;
	}

	public boolean isBefore() {
		return this.before;
	}

	public void setBefore(boolean before) {
		this.before = before;
	}

}
