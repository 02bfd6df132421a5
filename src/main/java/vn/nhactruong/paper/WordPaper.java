package vn.nhactruong.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Writes a paper as a Word file that an office can go on working with. Sizes and margins
 * are those of Decree 30/2020/NĐ-CP, appendix I: A4, 20 mm above and below, 30 left, 15
 * right; Times New Roman; the page number in the upper margin from the second page on.
 */
public final class WordPaper {

	private static final String FONT = "Times New Roman";

	/** Twentieths of a point. */
	private static final int MILLIMETRE = 57;

	private static final int SHORT_SIDE = 11906;

	private static final int LONG_SIDE = 16838;

	private static final int BODY = 14;

	private static final MediaType WORD = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

	private WordPaper() {
	}

	/**
	 * The paper as a file to be kept.
	 * @param name of the file, without its ending
	 */
	public static ResponseEntity<byte[]> download(OfficialPaper paper, String name) {
		return ResponseEntity.ok()
			.contentType(WORD)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name + ".docx", StandardCharsets.UTF_8).build().toString())
			.header(HttpHeaders.CACHE_CONTROL, "private, no-store")
			.body(write(paper));
	}

	private static byte[] write(OfficialPaper paper) {
		try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
			page(document, paper.landscape());
			if (paper.draft() != null) {
				text(document.createParagraph(), paper.draft(), BODY).setBold(true);
			}
			head(document, paper);
			XWPFParagraph kind = centred(document.createParagraph());
			kind.setSpacingBefore(240);
			text(kind, upper(paper.kind()), BODY).setBold(true);
			XWPFParagraph about = centred(document.createParagraph());
			text(about, paper.about(), BODY).setBold(true);
			text(centred(document.createParagraph()), "_____________", 8);
			for (OfficialPaper.Block block : paper.blocks()) {
				block(document, block, paper.landscape());
			}
			foot(document, paper);
			document.write(bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void page(XWPFDocument document, boolean landscape) {
		CTSectPr section = document.getDocument().getBody().addNewSectPr();
		CTPageSz size = section.addNewPgSz();
		size.setW(BigInteger.valueOf(landscape ? LONG_SIDE : SHORT_SIDE));
		size.setH(BigInteger.valueOf(landscape ? SHORT_SIDE : LONG_SIDE));
		size.setOrient(landscape ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
		CTPageMar margins = section.addNewPgMar();
		margins.setTop(BigInteger.valueOf(20L * MILLIMETRE));
		margins.setBottom(BigInteger.valueOf(20L * MILLIMETRE));
		margins.setLeft(BigInteger.valueOf(30L * MILLIMETRE));
		margins.setRight(BigInteger.valueOf(15L * MILLIMETRE));
		margins.setHeader(BigInteger.valueOf(10L * MILLIMETRE));
		margins.setFooter(BigInteger.valueOf(10L * MILLIMETRE));
		section.addNewTitlePg();
		document.createHeader(HeaderFooterType.FIRST).createParagraph();
		XWPFParagraph number = centred(document.createHeader(HeaderFooterType.DEFAULT).createParagraph());
		number.getCTP().addNewFldSimple().setInstr("PAGE");
	}

	private static void head(XWPFDocument document, OfficialPaper paper) {
		XWPFTable table = columns(document, paper.landscape(), 40, 60);
		XWPFTableCell left = table.getRow(0).getCell(0);
		XWPFParagraph first = centred(left.getParagraphArray(0));
		if (paper.superior() != null) {
			text(first, upper(paper.superior()), 13);
			first = centred(left.addParagraph());
		}
		text(first, upper(paper.issuer()), 13).setBold(true);
		text(centred(left.addParagraph()), "________", 8);
		text(centred(left.addParagraph()), paper.number(), 13);
		XWPFTableCell right = table.getRow(0).getCell(1);
		text(centred(right.getParagraphArray(0)), upper(paper.country()), 13).setBold(true);
		text(centred(right.addParagraph()), paper.motto(), BODY).setBold(true);
		text(centred(right.addParagraph()), "______________________", 8);
		text(centred(right.addParagraph()), paper.placeAndDate(), BODY).setItalic(true);
	}

	private static void block(XWPFDocument document, OfficialPaper.Block block, boolean landscape) {
		if (block.table() != null) {
			table(document, block.table(), landscape);
			return;
		}
		XWPFParagraph paragraph = document.createParagraph();
		paragraph.setAlignment(ParagraphAlignment.BOTH);
		paragraph.setIndentationFirstLine(720);
		paragraph.setSpacingAfter(120);
		if (block.heading() != null) {
			paragraph.setKeepNext(true);
			text(paragraph, block.heading(), BODY).setBold(true);
		}
		else {
			text(paragraph, block.paragraph(), BODY);
		}
	}

	private static void table(XWPFDocument document, OfficialPaper.Table content, boolean landscape) {
		XWPFTable table = document.createTable(content.rows().size() + 1, content.heads().size());
		table.setWidth(width(landscape));
		table.setTableAlignment(TableRowAlign.CENTER);
		row(table.getRow(0), content.heads(), content.widths(), landscape, true);
		table.getRow(0).setRepeatHeader(true);
		for (int i = 0; i < content.rows().size(); i++) {
			table.getRow(i + 1).setCantSplitRow(true);
			row(table.getRow(i + 1), content.rows().get(i), content.widths(), landscape, false);
		}
	}

	private static void row(XWPFTableRow row, List<String> texts, List<Integer> widths, boolean landscape,
			boolean head) {
		for (int column = 0; column < texts.size(); column++) {
			XWPFTableCell cell = row.getCell(column);
			cell.setWidth(String.valueOf(width(landscape) * widths.get(column) / 100));
			XWPFParagraph paragraph = cell.getParagraphArray(0);
			if (head) {
				centred(paragraph);
			}
			text(paragraph, texts.get(column), 12).setBold(head);
		}
	}

	private static void foot(XWPFDocument document, OfficialPaper paper) {
		document.createParagraph();
		XWPFTable table = columns(document, paper.landscape(), 50, 50);
		XWPFTableCell left = table.getRow(0).getCell(0);
		XWPFRun head = text(left.getParagraphArray(0), paper.recipientsHead(), 12);
		head.setBold(true);
		head.setItalic(true);
		paper.recipients().forEach((recipient) -> text(left.addParagraph(), recipient, 11));
		XWPFTableCell right = table.getRow(0).getCell(1);
		XWPFParagraph line = centred(right.getParagraphArray(0));
		for (String title : paper.signerTitle()) {
			text(line, upper(title), BODY).setBold(true);
			line = centred(right.addParagraph());
		}
		for (int i = 0; i < 4; i++) {
			line = centred(right.addParagraph());
		}
		if (paper.signerName() != null) {
			text(line, paper.signerName(), BODY).setBold(true);
		}
	}

	/** Two columns side by side without lines. */
	private static XWPFTable columns(XWPFDocument document, boolean landscape, int left, int right) {
		XWPFTable table = document.createTable(1, 2);
		table.setWidth(width(landscape));
		table.setTopBorder(XWPFBorderType.NONE, 0, 0, null);
		table.setBottomBorder(XWPFBorderType.NONE, 0, 0, null);
		table.setLeftBorder(XWPFBorderType.NONE, 0, 0, null);
		table.setRightBorder(XWPFBorderType.NONE, 0, 0, null);
		table.setInsideHBorder(XWPFBorderType.NONE, 0, 0, null);
		table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, null);
		table.getRow(0).getCell(0).setWidth(String.valueOf(width(landscape) * left / 100));
		table.getRow(0).getCell(1).setWidth(String.valueOf(width(landscape) * right / 100));
		return table;
	}

	private static int width(boolean landscape) {
		return (landscape ? LONG_SIDE : SHORT_SIDE) - 45 * MILLIMETRE;
	}

	private static XWPFParagraph centred(XWPFParagraph paragraph) {
		paragraph.setAlignment(ParagraphAlignment.CENTER);
		return paragraph;
	}

	private static XWPFRun text(XWPFParagraph paragraph, String text, int size) {
		XWPFRun run = paragraph.createRun();
		run.setFontFamily(FONT);
		run.setFontSize(size);
		run.setText((text != null) ? text : "");
		return run;
	}

	private static String upper(String text) {
		return (text != null) ? text.toUpperCase(Locale.ROOT) : "";
	}

}
