package vn.nhactruong.conclusion.notice;

import java.util.List;

/**
 * The notice laid out by Decree 30/2020/NĐ-CP; always in Vietnamese, whatever language
 * its reader uses.
 *
 * @param draft a mark across the paper, or {@code null} once it is issued
 */
record NoticePaper(String draft, String issuer, String country, String motto, String number, String placeAndDate,
		String kind, String about, String opening, List<Part> parts, String closing, String recipientsHead,
		List<String> recipients, List<String> signerTitle, String signerName) {

	/** A headed part of the body; {@code head} may be {@code null}. */
	record Part(String head, List<Paragraph> paragraphs) {
	}

	/**
	 * One numbered paragraph; {@code task} says who does what until when, or is empty.
	 */
	record Paragraph(String number, String text, String task) {
	}

}
