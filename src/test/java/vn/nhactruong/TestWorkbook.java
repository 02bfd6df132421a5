package vn.nhactruong;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
			ZipEntry entry = zip.getEntry("xl/sharedStrings.xml");
			return HtmlUtils.htmlUnescape(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
		}
		finally {
			Files.delete(file);
		}
	}

}
