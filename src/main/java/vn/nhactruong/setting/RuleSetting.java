package vn.nhactruong.setting;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * A rule's value during one period. Periods of one key never overlap; the database
 * guarantees it.
 */
@Entity
@Table(name = "rule_setting")
class RuleSetting {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Version
	private int version;

	@Enumerated(EnumType.STRING)
	@Column(updatable = false)
	private RuleKey key;

	@Column(name = "value", updatable = false)
	private int number;

	@Column(updatable = false)
	private LocalDate effectiveFrom;

	private @Nullable LocalDate effectiveTo;

	private String source;

	private @Nullable String note;

	protected RuleSetting() {
	}

	RuleSetting(RuleKey key, int number, LocalDate from, @Nullable LocalDate to, String source, @Nullable String note) {
		if (number < 0) {
			throw new IllegalArgumentException("A rule's number is never negative: " + number);
		}
		if (source.isBlank()) {
			throw new IllegalArgumentException("A rule's number needs its source");
		}
		this.key = key;
		this.number = number;
		this.effectiveFrom = from;
		this.effectiveTo = to;
		this.source = source.strip();
		this.note = (note == null || note.isBlank()) ? null : note.strip();
	}

	/**
	 * Ends the period on the eve of its successor.
	 */
	void giveWayOn(LocalDate successorFrom) {
		this.effectiveTo = successorFrom.minusDays(1);
	}

	/** Goes on as long as the value that was to follow would have. */
	void takeOverUntil(@Nullable LocalDate to) {
		this.effectiveTo = to;
	}

	Long getId() {
		return this.id;
	}

	DatedNumber toDatedNumber() {
		return new DatedNumber(this.key, this.number, this.effectiveFrom, this.effectiveTo, this.source, this.note);
	}

}
