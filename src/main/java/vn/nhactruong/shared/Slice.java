package vn.nhactruong.shared;

import java.util.List;

/**
 * One page of a list and how many rows there are in all.
 *
 * @param page counted from 1
 */
public record Slice<T>(List<T> rows, long total, int page, int size) {

	/** A page behind the last one, asked for by an old link, counts as the last. */
	public Slice {
		page = (int) Math.min(page, Math.max(1, (total + size - 1) / size));
	}

	public int pages() {
		return (int) Math.max(1, (this.total + this.size - 1) / this.size);
	}

	public long from() {
		return this.rows.isEmpty() ? 0 : (long) (this.page - 1) * this.size + 1;
	}

	public long to() {
		return from() + this.rows.size() - (this.rows.isEmpty() ? 0 : 1);
	}

	public boolean hasPrevious() {
		return this.page > 1;
	}

	public boolean hasNext() {
		return this.page < pages();
	}

}
