package vn.nhactruong;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.springframework.web.util.HtmlUtils;

/** Reads the texts of an exported workbook. */
public final class TestWorkbook {

	private TestWorkbook() {
	}

	/** All texts of the workbook's cells, as they read. */
	public static String texts(byte[] workbook) throws IOException {
		Path file = Files.createTempFile("workbook", ".xlsx");
		Files.write(file, workbook);
		try (ZipFile zip = new ZipFile(file.toFile())) {
			return HtmlUtils
				.htmlUnescape(text(zip, "xl/sharedStrings.xml") + "\n" + text(zip, "xl/worksheets/sheet1.xml"));
		}
		finally {
			Files.delete(file);
		}
	}

	/** The rows of the only sheet, each cell as text; what is empty is left out. */
	public static List<List<String>> rows(byte[] workbook) throws IOException {
		Path file = Files.createTempFile("workbook", ".xlsx");
		Files.write(file, workbook);
		try (ZipFile zip = new ZipFile(file.toFile())) {
			List<String> texts = found("<si><t[^>]*>([^<]*)</t></si>", text(zip, "xl/sharedStrings.xml"));
			return found("<row [^>]*>(.*?)</row>", text(zip, "xl/worksheets/sheet1.xml")).stream()
				.map((row) -> Pattern.compile("<c ([^>]*)>(?:<is><t[^>]*>|<v>)([^<]*)</")
					.matcher(row)
					.results()
					.map((cell) -> cell.group(1).contains("t=\"s\"") ? texts.get(Integer.parseInt(cell.group(2)))
							: cell.group(2))
					.toList())
				.toList();
		}
		finally {
			Files.delete(file);
		}
	}

	private static List<String> found(String pattern, String text) {
		return Pattern.compile(pattern, Pattern.DOTALL)
			.matcher(text)
			.results()
			.map((found) -> HtmlUtils.htmlUnescape(found.group(1)))
			.toList();
	}

	private static String text(ZipFile zip, String entry) throws IOException {
		return new String(zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
	}

}
