package vn.nhactruong.workprogram;

/** A version of a work program is in force. */
public record WorkProgramPublished(long programId, int number) {
}
