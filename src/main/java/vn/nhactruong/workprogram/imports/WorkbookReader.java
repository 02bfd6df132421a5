package vn.nhactruong.workprogram.imports;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.RuleViolation;

/**
 * Reads the lines of a workbook (.xlsx) that somebody sends: the first sheet, below the
 * row of heads, wherever that stands. Whatever the file is, the answer is lines or a
 * sentence.
 */
@Component
public class WorkbookReader {

	/** More lines nobody checks in a preview. */
	public static final int MOST_ROWS = 2000;

	private static final long LARGEST_FILE = 5L << 20;

	/** What one part of the workbook may unpack to: some ten times 2,000 full lines. */
	private static final long LARGEST_PART = 40L << 20;

	/** The heads stand somewhere in the first lines, below a title and a date. */
	private static final int HEAD_WITHIN = 20;

	private static final int LONGEST_CELL = 2000;

	private static final Logger log = LoggerFactory.getLogger(WorkbookReader.class);

	static {
		ZipSecureFile.setMaxEntrySize(LARGEST_PART);
		// Two thousand lines that read alike pack very well; the size above is the guard.
		ZipSecureFile.setMinInflateRatio(0.0005);
	}

	private final WorkbookColumns columns;

	WorkbookReader(WorkbookColumns columns) {
		this.columns = columns;
	}

	/**
	 * The lines below the heads, empty ones left out, and which columns are no use.
	 * @throws RuleViolation at the field {@code file} when it is no such workbook
	 */
	WorkbookContent read(MultipartFile file) {
		if (file == null || file.isEmpty()) {
			throw RuleViolation.at("file", "workprogram.import.error.noFile");
		}
		if (file.getSize() > LARGEST_FILE) {
			throw RuleViolation.at("file", "workprogram.import.error.tooLarge", LARGEST_FILE >> 20);
		}
		try (InputStream content = file.getInputStream();
				OPCPackage zip = OPCPackage.open(content);
				XSSFWorkbook workbook = new XSSFWorkbook(zip)) {
			return content(workbook.getSheetAt(0));
		}
		catch (RuleViolation violation) {
			throw violation;
		}
		catch (IOException | OpenXML4JException | RuntimeException ex) {
			log.info("Not a workbook that can be read: {}", ex.toString());
			throw RuleViolation.at("file", "workprogram.import.error.kind");
		}
	}

	private WorkbookContent content(Sheet sheet) {
		Map<Integer, WorkbookColumn> heads = null;
		List<String> leftOut = List.of();
		List<WorkbookRow> rows = new ArrayList<>();
		for (Row row : sheet) {
			Map<Integer, String> texts = texts(row);
			if (heads == null) {
				heads = heads(texts);
				if (heads != null) {
					leftOut = leftOut(texts, heads);
				}
				else if (row.getRowNum() >= HEAD_WITHIN) {
					break;
				}
				continue;
			}
			Map<WorkbookColumn, String> cells = new LinkedHashMap<>();
			Set<WorkbookColumn> formulas = EnumSet.noneOf(WorkbookColumn.class);
			heads.forEach((place, column) -> {
				if (column != WorkbookColumn.NUMBER && texts.containsKey(place)) {
					cells.put(column, texts.get(place));
					if (isWithoutResult(row.getCell(place))) {
						formulas.add(column);
					}
				}
			});
			if (cells.keySet().stream().anyMatch(WorkbookColumn::isRead)) {
				rows.add(new WorkbookRow(row.getRowNum() + 1, cells, formulas));
			}
			if (rows.size() > MOST_ROWS) {
				throw RuleViolation.at("file", "workprogram.import.error.tooManyRows", MOST_ROWS);
			}
		}
		if (heads == null) {
			throw RuleViolation.at("file", "workprogram.import.error.noHeads");
		}
		if (rows.isEmpty()) {
			throw RuleViolation.at("file", "workprogram.import.error.noRows");
		}
		return new WorkbookContent(rows, leftOut);
	}

	/** What somebody wrote and nobody will read is told, not dropped. */
	private static List<String> leftOut(Map<Integer, String> texts, Map<Integer, WorkbookColumn> heads) {
		return texts.entrySet()
			.stream()
			.filter((head) -> !heads.containsKey(head.getKey()))
			.map((head) -> CellReference.convertNumToColString(head.getKey()) + " – "
					+ WorkbookRow.shown(head.getValue()))
			.toList();
	}

	private Map<Integer, WorkbookColumn> heads(Map<Integer, String> texts) {
		Map<Integer, WorkbookColumn> matched = this.columns.match(texts);
		return (matched.containsValue(WorkbookColumn.TITLE) && matched.containsValue(WorkbookColumn.LEAD)
				&& matched.containsValue(WorkbookColumn.DUE_ON)) ? matched : null;
	}

	private static Map<Integer, String> texts(Row row) {
		Map<Integer, String> texts = new LinkedHashMap<>();
		for (Cell cell : row) {
			String text = text(cell).strip();
			if (!text.isEmpty()) {
				texts.put(cell.getColumnIndex(),
						text.substring(0, Math.min(LONGEST_CELL, text.length())).replace("\u0000", ""));
			}
		}
		return texts;
	}

	/**
	 * Whether it is a formula that no spreadsheet has worked out, as other programs write
	 * them, or one that failed.
	 */
	private static boolean isWithoutResult(Cell cell) {
		if (cell.getCellType() != CellType.FORMULA) {
			return cell.getCellType() == CellType.ERROR;
		}
		String result = ((XSSFCell) cell).getRawValue();
		return switch (cell.getCachedFormulaResultType()) {
			case NUMERIC, BOOLEAN -> result == null || result.isBlank();
			case ERROR -> true;
			default -> false;
		};
	}

	/**
	 * What the person sees in the cell; of a formula its last result, or itself where it
	 * has none.
	 */
	private static String text(Cell cell) {
		if (cell.getCellType() == CellType.FORMULA && isWithoutResult(cell)) {
			return "=" + cell.getCellFormula();
		}
		CellType type = (cell.getCellType() == CellType.FORMULA) ? cell.getCachedFormulaResultType()
				: cell.getCellType();
		return switch (type) {
			case STRING -> cell.getStringCellValue();
			case NUMERIC -> number(cell);
			case BOOLEAN -> String.valueOf(cell.getBooleanCellValue());
			case ERROR -> "#";
			default -> "";
		};
	}

	private static String number(Cell cell) {
		if (DateUtil.isCellDateFormatted(cell) && DateUtil.isValidExcelDate(cell.getNumericCellValue())) {
			LocalDate day = cell.getLocalDateTimeCellValue().toLocalDate();
			return DateFormats.day(day);
		}
		return BigDecimal.valueOf(cell.getNumericCellValue()).stripTrailingZeros().toPlainString();
	}

}
