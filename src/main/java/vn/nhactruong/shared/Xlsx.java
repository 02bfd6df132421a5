package vn.nhactruong.shared;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import jakarta.servlet.http.HttpServletResponse;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes the list that is on the screen as a workbook, with one head row. However many
 * rows there are, all of them go out, and few are in memory at a time; what one sheet
 * can't hold goes on on the next.
 */
public final class Xlsx {

	private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	/** The format's own bound, head included. */
	private static final int ROWS_OF_A_SHEET = 1_048_576;

	private static final int ROWS_IN_MEMORY = 1000;

	private Xlsx() {
	}

	/**
	 * Sends the workbook.
	 * @param name file and sheet name without ending, in the reader's language
	 * @param heads texts of the head row
	 * @param rows cells: text, number, day, instant or {@code null}
	 */
	public static void send(HttpServletResponse response, String name, List<String> heads,
			Iterable<? extends List<?>> rows) throws IOException {
		send(response, name, List.of(), heads, rows);
	}

	/**
	 * The same.
	 * @param above what the figures are about: lines above the head row
	 */
	public static void send(HttpServletResponse response, String name, List<String> above, List<String> heads,
			Iterable<? extends List<?>> rows) throws IOException {
		send(response, name, above, heads, (sheet) -> rows.forEach(sheet));
	}

	/**
	 * Sends the workbook of a list that grows for ever. It is written down before it is
	 * sent, so that nobody's slow line holds the database, and what fails halfway is told
	 * instead of sent.
	 * @param rows hands row after row to who is given to it
	 */
	public static void send(HttpServletResponse response, String name, List<String> heads,
			Consumer<Consumer<List<?>>> rows) throws IOException {
		send(response, name, List.of(), heads, rows);
	}

	private static void send(HttpServletResponse response, String name, List<String> above, List<String> heads,
			Consumer<Consumer<List<?>>> rows) throws IOException {
		Path file = Files.createTempFile("workbook", ".xlsx");
		try {
			try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
				write(out, name, above, heads, rows, ROWS_OF_A_SHEET);
			}
			response.setContentType(TYPE);
			response.setHeader("Content-Disposition",
					"attachment; filename=\"" + TextFolding.fold(name).replace(' ', '-') + ".xlsx\"; filename*=UTF-8''"
							+ URLEncoder.encode(name + ".xlsx", StandardCharsets.UTF_8).replace("+", "%20"));
			response.setContentLengthLong(Files.size(file));
			Files.copy(file, response.getOutputStream());
		}
		finally {
			Files.delete(file);
		}
	}

	static void write(OutputStream out, String name, List<String> above, List<String> heads,
			Consumer<Consumer<List<?>>> rows, int rowsOfASheet) throws IOException {
		try (Workbook workbook = new Workbook(out, "NhacTruong", "1.0")) {
			Sheets sheets = new Sheets(workbook, name, above, heads, rowsOfASheet);
			rows.accept(sheets::add);
			sheets.end();
		}
		catch (UncheckedIOException failed) {
			throw failed.getCause();
		}
	}

	/** The sheet that is being written, and those before it. */
	private static final class Sheets {

		private final Workbook workbook;

		private final String name;

		private final List<String> above;

		private final List<String> heads;

		private final int most;

		private Worksheet sheet;

		private int number;

		private int row;

		private Sheets(Workbook workbook, String name, List<String> above, List<String> heads, int most)
				throws IOException {
			this.workbook = workbook;
			this.name = name;
			this.above = above;
			this.heads = heads;
			this.most = most;
			begin();
		}

		private void begin() throws IOException {
			this.number++;
			String suffix = (this.number == 1) ? "" : " (" + this.number + ")";
			this.sheet = this.workbook
				.newWorksheet(this.name.substring(0, Math.min(31 - suffix.length(), this.name.length())) + suffix);
			int head = this.above.size();
			this.sheet.freezePane(0, head + 1);
			this.sheet.paperSize(PaperSize.A4_PAPER);
			this.sheet.pageOrientation("landscape");
			this.sheet.setFitToPage(true);
			this.sheet.fitToWidth((short) 1);
			this.sheet.fitToHeight((short) 0);
			this.sheet.repeatRows(head);
			for (int line = 0; line < head; line++) {
				this.sheet.inlineString(line, 0, this.above.get(line));
			}
			for (int column = 0; column < this.heads.size(); column++) {
				this.sheet.value(head, column, this.heads.get(column));
				this.sheet.style(head, column).bold().wrapText(true).set();
			}
			this.row = head + 1;
		}

		private void add(List<?> cells) {
			try {
				if (this.row == this.most) {
					end();
					begin();
				}
				for (int column = 0; column < cells.size(); column++) {
					Xlsx.write(this.sheet, this.row, column, cells.get(column));
				}
				this.row++;
				if (this.row % ROWS_IN_MEMORY == 0) {
					this.sheet.flush();
				}
			}
			catch (IOException failed) {
				throw new UncheckedIOException(failed);
			}
		}

		private void end() throws IOException {
			this.sheet.finish();
		}

	}

	private static void write(Worksheet sheet, int row, int column, Object cell) {
		if (cell instanceof Number number) {
			sheet.value(row, column, (number instanceof BigDecimal exact) ? exact : number);
		}
		else if (cell instanceof LocalDate day) {
			sheet.value(row, column, day);
			sheet.style(row, column).format("dd/mm/yyyy").set();
		}
		else if (cell instanceof Instant instant) {
			sheet.value(row, column, instant.atZone(ClockConfiguration.ZONE).toLocalDateTime());
			sheet.style(row, column).format("hh:mm dd/mm/yyyy").set();
		}
		else if (cell != null) {
			// A table of all texts would have to be kept until the end.
			sheet.inlineString(row, column, Objects.toString(cell));
		}
	}

}
