package vn.nhactruong.workprogram;

/** A work program was opened: units may propose to it. */
public record WorkProgramOpened(long programId) {
}
