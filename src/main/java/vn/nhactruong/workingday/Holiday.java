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

	protected Holiday() {
	}

	Holiday(SpecialDay special) {
		if (HolidayCalendar.isWeekday(special.day()) ? special.kind() == HolidayKind.SWAP_WORKING
				: special.kind() == HolidayKind.SUBSTITUTE_DAY_OFF || special.kind() == HolidayKind.SWAP_OFF) {
			throw new IllegalArgumentException(special.kind() + " makes no sense on " + special.day().getDayOfWeek());
		}
		this.day = special.day();
		this.kind = special.kind();
		this.nameVi = special.nameVi().strip();
		this.nameEn = special.nameEn().strip();
		this.source = special.source().strip();
	}

	SpecialDay toSpecialDay() {
		return new SpecialDay(this.day, this.kind, this.nameVi, this.nameEn, this.source);
	}

}
