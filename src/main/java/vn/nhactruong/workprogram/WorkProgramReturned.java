package vn.nhactruong.workprogram;

/** A submitted work program was sent back. */
public record WorkProgramReturned(long programId) {
}
