package vn.nhactruong.shared;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the list that is on the screen as a workbook: one sheet, one head row. */
public final class Xlsx {

	private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
		response.setContentType(TYPE);
		response.setHeader("Content-Disposition",
				"attachment; filename=\"" + TextFolding.fold(name).replace(' ', '-') + ".xlsx\"; filename*=UTF-8''"
						+ URLEncoder.encode(name + ".xlsx", StandardCharsets.UTF_8).replace("+", "%20"));
		try (Workbook workbook = new Workbook(response.getOutputStream(), "NhacTruong", "1.0")) {
			Worksheet sheet = workbook.newWorksheet(name.substring(0, Math.min(31, name.length())));
			for (int column = 0; column < heads.size(); column++) {
				sheet.value(0, column, heads.get(column));
				sheet.style(0, column).bold().wrapText(true).set();
			}
			int row = 1;
			for (List<?> cells : rows) {
				for (int column = 0; column < cells.size(); column++) {
					write(sheet, row, column, cells.get(column));
				}
				row++;
			}
			sheet.freezePane(0, 1);
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
			sheet.value(row, column, Objects.toString(cell));
		}
	}

}
