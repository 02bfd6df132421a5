package vn.nhactruong.workprogram;

/** A work program waits for its approval. */
public record WorkProgramSubmitted(long programId) {
}
