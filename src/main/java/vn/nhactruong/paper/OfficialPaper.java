package vn.nhactruong.paper;

import java.util.List;

/**
 * Everything that stands on a paper of Decree 30/2020/NĐ-CP, appendix I, ready to show. A
 * page lays it out with {@code paper/_paper.html} and {@code paper.css}, a Word file with
 * {@link WordPaper}.
 *
 * @param draft a mark above a paper that isn't issued yet, or {@code null}
 * @param superior the superior body, or {@code null}
 * @param issuer the issuing body
 * @param country the name of the state, and below it the motto
 * @param number number and notation, such as "Số: 12/CTr-BTP"
 * @param kind kind of document, such as "Chương trình"
 * @param about the abstract
 * @param blocks the body
 * @param landscape whether it lies on its side, for wide tables
 * @param signerTitle one line each, TM., KT., TL., TUQ. in front of them; may be empty
 * @param signerName {@code null} where a name is still to be written
 */
public record OfficialPaper(String draft, String superior, String issuer, String country, String motto, String number,
		String placeAndDate, String kind, String about, List<Block> blocks, boolean landscape, String recipientsHead,
		List<String> recipients, List<String> signerTitle, String signerName) {

	/** A part of the body: exactly one of its texts and its table is there. */
	public record Block(String heading, String paragraph, Table table) {

		public static Block heading(String text) {
			return new Block(text, null, null);
		}

		public static Block paragraph(String text) {
			return new Block(null, text, null);
		}

		public static Block table(Table table) {
			return new Block(null, null, table);
		}

	}

	/**
	 * A table; its heads are repeated on each page.
	 *
	 * @param widths the columns' shares of the width, in percents
	 */
	public record Table(List<String> heads, List<Integer> widths, List<List<String>> rows) {
	}

}
