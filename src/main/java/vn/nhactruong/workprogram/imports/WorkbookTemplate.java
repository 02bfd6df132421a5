package vn.nhactruong.workprogram.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.Option;
import vn.nhactruong.workprogram.SubmittingLevel;

/**
 * The workbook that units fill in: the heads on the first sheet, which is read, and what
 * each column wants on the second, which is not.
 */
@Component
class WorkbookTemplate {

	private final WorkbookColumns columns;

	private final MessageSource messages;

	WorkbookTemplate(WorkbookColumns columns, MessageSource messages) {
		this.columns = columns;
		this.messages = messages;
	}

	/**
	 * Writes it.
	 * @param due a day to give as an example of a deadline
	 * @param source the same of a paper's day
	 */
	void write(OutputStream out, LocalDate due, LocalDate source, Locale locale) throws IOException {
		try (Workbook workbook = new Workbook(out, "NhacTruong", "1.0")) {
			Worksheet sheet = workbook.newWorksheet(text("workprogram.sheet", locale));
			List<String> heads = this.columns.blankHeads(locale);
			heads(sheet, heads);
			sheet.freezePane(0, 1);
			Worksheet guide = workbook.newWorksheet(text("workprogram.template.guide", locale));
			int first = guide(guide, Map.of(WorkbookColumn.DUE_ON, DateFormats.day(due), WorkbookColumn.SOURCE_DATE,
					DateFormats.day(source)), locale);
			int level = WorkbookColumn.LEVEL.ordinal();
			sheet.range(1, level, WorkbookReader.MOST_ROWS, level)
				.validateWithList(guide.range(first, 0, first + SubmittingLevel.values().length - 1, 0))
				.showErrorMessage(false);
		}
	}

	/**
	 * Says of each column whether it has to be filled in, how, and with what for example.
	 * @return the row in which the levels begin
	 */
	private int guide(Worksheet sheet, Map<WorkbookColumn, String> days, Locale locale) {
		heads(sheet, List.of(text("workprogram.template.column", locale), text("workprogram.template.required", locale),
				text("workprogram.template.how", locale), text("workprogram.template.example", locale)));
		sheet.width(2, 60);
		sheet.width(3, 45);
		int row = 1;
		for (WorkbookColumn column : WorkbookColumn.values()) {
			if (!column.isOutcome()) {
				String key = "workprogram.template." + column;
				String example = days.containsKey(column) ? days.get(column) : text(key + ".example", locale);
				line(sheet, row++, text(column.getKey(), locale),
						column.isRequired() ? text("workprogram.template.yes", locale) : "", text(key, locale),
						example);
			}
		}
		sheet.value(++row, 0, text("workprogram.template.levels", locale));
		sheet.style(row, 0).bold().set();
		int first = row + 1;
		for (SubmittingLevel level : SubmittingLevel.values()) {
			sheet.value(++row, 0, Option.label(this.messages, locale, level));
		}
		return first;
	}

	private static void heads(Worksheet sheet, List<String> heads) {
		for (int column = 0; column < heads.size(); column++) {
			sheet.value(0, column, heads.get(column));
			sheet.style(0, column).bold().wrapText(true).set();
			sheet.width(column, 24);
		}
	}

	private static void line(Worksheet sheet, int row, String... cells) {
		List<String> texts = Arrays.asList(cells);
		for (int column = 0; column < texts.size(); column++) {
			sheet.value(row, column, texts.get(column));
			sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
		}
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
