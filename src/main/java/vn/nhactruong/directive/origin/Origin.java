package vn.nhactruong.directive.origin;

import java.time.LocalDate;

/**
 * What a directive rests on: a clause, an item of a work program, or a document.
 *
 * @param clauseId only of a clause
 * @param itemId only of an item of a work program
 * @param number number and notation of the document; {@code null} for a clause, whose
 * notice has them
 * @param subject what the document or the item is about, or {@code null}
 */
public record Origin(DirectiveSource source, Long clauseId, Long itemId, String number, LocalDate date, String author,
		String subject) {

	public static Origin clause(long clauseId) {
		return new Origin(DirectiveSource.CLAUSE, clauseId, null, null, null, null, null);
	}

	/** What the item says is read from it when the directive is given. */
	public static Origin workItem(long itemId) {
		return new Origin(DirectiveSource.WORK_ITEM, null, itemId, null, null, null, null);
	}

	/**
	 * @param source a leader's document or an order from outside
	 */
	public static Origin document(DirectiveSource source, String number, LocalDate date, String author,
			String subject) {
		return new Origin(source, null, null, number, date, author, subject);
	}

}
