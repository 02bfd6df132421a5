package vn.nhactruong.workingday;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.RuleViolation;

/**
 * The stored form of a {@link SpecialDay}.
 */
@Entity
@Table(name = "holiday")
class Holiday {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@Version
	private int version;

	private LocalDate day;

	@Enumerated(EnumType.STRING)
	private HolidayKind kind;

	private String nameVi;

	private String nameEn;

	private String source;

	/** Of a swap the other day: worked for the one off, off for the one worked. */
	private @Nullable LocalDate counterpart;

	/** Came with the portal and was not compared with the announcement yet. */
	private boolean toCompare;

	protected Holiday() {
	}

	/** A day off by law or in lieu. */
	Holiday(SpecialDay special) {
		describe(special);
	}

	/** One half of a swap. */
	Holiday(SpecialDay special, LocalDate counterpart) {
		this.counterpart = counterpart;
		write(special);
	}

	/** Takes over what an administrator typed; a swap is removed and entered anew. */
	void describe(SpecialDay special) {
		if (isSwap() || special.kind() == HolidayKind.SWAP_OFF || special.kind() == HolidayKind.SWAP_WORKING) {
			throw RuleViolation.at("kind", "workingday.error.swapIsAPair");
		}
		if (special.kind() == HolidayKind.SUBSTITUTE_DAY_OFF && !HolidayCalendar.isWeekday(special.day())) {
			throw RuleViolation.at("day", "workingday.error.inLieuOnRestDay", DateFormats.day(special.day()));
		}
		write(special);
	}

	private void write(SpecialDay special) {
		this.day = special.day();
		this.kind = special.kind();
		this.nameVi = special.nameVi().strip();
		this.nameEn = special.nameEn().strip();
		this.source = special.source().strip();
		this.toCompare = false;
	}

	/** Cites the announcement that the day was waiting for. */
	void announce(String announcement) {
		this.source = announcement;
		this.toCompare = false;
	}

	boolean isToCompare() {
		return this.toCompare;
	}

	boolean isSwap() {
		return this.counterpart != null;
	}

	SpecialDay toSpecialDay() {
		return new SpecialDay(this.day, this.kind, this.nameVi, this.nameEn, this.source);
	}

	Long getId() {
		return this.id;
	}

	int getVersion() {
		return this.version;
	}

	LocalDate getDay() {
		return this.day;
	}

	@Nullable LocalDate getCounterpart() {
		return this.counterpart;
	}

	String getSource() {
		return this.source;
	}

}
