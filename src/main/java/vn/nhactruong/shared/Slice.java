package vn.nhactruong.shared;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list and how many rows there are in all.
 *
 * @param total exact, or {@link #CAP} when there are {@code more}
 * @param page counted from 1
 * @param more whether there are more rows than were counted: what grows for ever is
 * counted to {@link #CAP} only, and leafed through by next and previous
 * @param last the page up to which the list is leafed through, whatever lies behind it
 */
public record Slice<T>(List<T> rows, long total, int page, int size, boolean more, int last) {

	/** Up to here a growing list counts its rows: nobody leafs through 200 pages. */
	public static final int CAP = 10_000;

	/** A page behind the last one, asked for by an old link, counts as the last. */
	public Slice {
		page = more ? page : (int) Math.min(page, Math.max(1, (total + size - 1) / size));
	}

	/** A page of a list whose rows have all been counted. */
	public Slice(List<T> rows, long total, int page, int size) {
		this(rows, total, page, size, false, ListRequest.LAST_PAGE);
	}

	/**
	 * A page of a list that grows for ever.
	 * @param counted the rows found by a count that stops behind {@link #CAP}, so that
	 * one more than that means any number
	 */
	public static <T> Slice<T> ofMany(List<T> rows, long counted, ListRequest list) {
		return new Slice<>(rows, Math.min(counted, CAP), list.page(), list.size(), counted > CAP,
				ListRequest.LAST_PAGE);
	}

	/** SQL that counts what a query finds, and stops when there are more than said. */
	public static String countOf(String query) {
		return "select count(*) from (" + query + " limit " + (CAP + 1) + ") counted";
	}

	/** The same page with its rows as somebody else needs them. */
	public <R> Slice<R> map(Function<? super T, ? extends R> change) {
		return new Slice<>(this.rows.stream().<R>map(change).toList(), this.total, this.page, this.size, this.more,
				this.last);
	}

	/**
	 * The same page of a list that ends at a page: those behind it would cost the
	 * database ever more, and a filter finds what is looked for sooner.
	 * @param page the one whose rows these are
	 */
	public Slice<T> upTo(int last, int page) {
		return new Slice<>(this.rows, this.total, page, this.size, this.more, last);
	}

	/** The pages that can be leafed through. */
	public int pages() {
		return (int) Math.min(this.last, Math.max(1, (this.total + this.size - 1) / this.size));
	}

	/** Whether this is the last page that is shown, though there are more rows. */
	public boolean isCut() {
		return this.page >= this.last && (this.more || to() < this.total);
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
		return this.page < pages() || this.more && this.rows.size() == this.size && this.page < this.last;
	}

	/** Whether this page lies behind the last row. */
	boolean isBehind() {
		return this.rows.isEmpty() && this.total > 0;
	}

}
