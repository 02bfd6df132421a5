package vn.nhactruong.shared;

/** One choice of a select, radio or checkbox field; the label is ready to show. */
public record Option(String value, String label) {
}
