package vn.nhactruong.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * An attachment as a page lists it.
 *
 * @param size in bytes
 * @param uploadedBy the person's name
 */
public record FileRow(long id, String name, long size, String mediaType, Instant uploadedAt, String uploadedBy) {

	private static final long KILO = 1024;

	/** Whether a browser may show it instead of saving it. */
	public boolean isViewable() {
		return FileType.mayShow(this.mediaType);
	}

	/** Message key of the unit in which the size is read. */
	public String getSizeKey() {
		return inMegabytes() ? "file.size.mb" : "file.size.kb";
	}

	/** The size in that unit; nothing is smaller than one tenth. */
	public BigDecimal getSizeAmount() {
		BigDecimal unit = BigDecimal.valueOf(inMegabytes() ? KILO * KILO : KILO);
		BigDecimal amount = BigDecimal.valueOf(this.size).divide(unit, 1, RoundingMode.HALF_UP);
		return amount.max(new BigDecimal("0.1"));
	}

	private boolean inMegabytes() {
		return this.size >= KILO * KILO;
	}

}
