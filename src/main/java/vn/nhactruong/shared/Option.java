package vn.nhactruong.shared;

/**
 * One choice of a select, radio or checkbox field.
 *
 * @param value what the form sends
 * @param label what the person reads, already in their language
 */
public record Option(String value, String label) {
}
