package vn.nhactruong.workprogram;

/** A work program was approved and may be published. */
public record WorkProgramApproved(long programId) {
}
