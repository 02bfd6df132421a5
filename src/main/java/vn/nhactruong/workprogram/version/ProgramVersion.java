package vn.nhactruong.workprogram.version;

import java.time.Instant;

/**
 * One publication of a program.
 *
 * @param approvedBy who approved the program, in the first version
 */
public record ProgramVersion(long id, long programId, int number, Instant publishedAt, String publishedBy,
		String approvedBy) {
}
