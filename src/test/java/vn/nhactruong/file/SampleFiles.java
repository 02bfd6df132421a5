package vn.nhactruong.file;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

/** Builds small files of each kind. */
final class SampleFiles {

	private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

	private static final int SECTOR = 512;

	private SampleFiles() {
	}

	static byte[] text(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	static byte[] pdf() {
		return text(
				"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj"
						+ " 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
	}

	static byte[] docx(String... more) {
		return office("wordprocessingml.document.main+xml", more);
	}

	static byte[] xlsx(String... more) {
		return office("spreadsheetml.sheet.main+xml", more);
	}

	static byte[] pptx() {
		return office("presentationml.presentation.main+xml");
	}

	static byte[] docm() {
		return zip(Map.of("[Content_Types].xml",
				"<Types><Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"));
	}

	static byte[] openDocument(String kind, String... more) {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("mimetype", "application/vnd.oasis.opendocument." + kind);
		for (int i = 0; i < more.length; i += 2) {
			parts.put(more[i], more[i + 1]);
		}
		return zip(parts);
	}

	static byte[] zip(Map<String, String> parts) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, String> part : parts.entrySet()) {
				ZipEntry entry = new ZipEntry(part.getKey());
				entry.setTime(0); // the same bytes each time
				zip.putNextEntry(entry);
				zip.write(text(part.getValue()));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/**
	 * A compound file: one sector that allocates, the directory in the next ones. The
	 * names hang below the root as a chain of right neighbours, those after a null below
	 * the first name.
	 */
	static byte[] compound(String... names) {
		int sectors = 1 + (names.length + 4) / 4;
		ByteBuffer file = ByteBuffer.allocate(SECTOR * (1 + sectors)).order(ByteOrder.LITTLE_ENDIAN);
		file.put(new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A,
				(byte) 0xE1 });
		file.putShort(24, (short) 0x3E).putShort(26, (short) 3).putShort(28, (short) 0xFFFE);
		file.putShort(30, (short) 9).putShort(32, (short) 6).putInt(44, 1).putInt(48, 1);
		file.putInt(56, 4096).putInt(60, -2).putInt(68, -2).putInt(76, 0);
		for (int i = 1; i < 109; i++) {
			file.putInt(76 + 4 * i, -1);
		}
		for (int sector = 0; sector < SECTOR / 4; sector++) {
			int next = (sector == 0) ? -3 : (sector < sectors - 1) ? sector + 1 : (sector < sectors) ? -2 : -1;
			file.putInt(SECTOR + 4 * sector, next);
		}
		entry(file, 0, "Root Entry", -1, (names.length > 0) ? 1 : -1);
		int split = java.util.Arrays.asList(names).indexOf(null);
		for (int i = 0; i < names.length; i++) {
			boolean last = i == names.length - 1 || names[i + 1] == null;
			int child = (i == 0 && split >= 0) ? split + 2 : -1;
			entry(file, i + 1, (names[i] != null) ? names[i] : "", last ? -1 : i + 2, child);
		}
		return file.array();
	}

	static byte[] image(String format) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), format, bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	static byte[] webp() {
		ByteBuffer file = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
		file.put(text("RIFF")).putInt(56).put(text("WEBPVP8 ")).putInt(44);
		return file.array();
	}

	/** The start of a Windows program. */
	static byte[] program() {
		ByteBuffer file = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
		file.put(text("MZ")).putInt(60, 128).put(128, text("PE")).putShort(132, (short) 0x14c);
		return file.array();
	}

	private static byte[] office(String main, String... more) {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("[Content_Types].xml",
				"<Types><Override PartName=\"/main.xml\" ContentType=\"" + OFFICE + main + "\"/></Types>");
		for (String name : more) {
			parts.put(name, "x");
		}
		return zip(parts);
	}

	private static void entry(ByteBuffer file, int index, String name, int right, int child) {
		int at = 2 * SECTOR + 128 * index;
		byte[] encoded = name.getBytes(StandardCharsets.UTF_16LE);
		file.put(at, encoded).putShort(at + 64, (short) (encoded.length + 2));
		file.put(at + 66, (byte) ((index == 0) ? 5 : 1))
			.putInt(at + 68, -1)
			.putInt(at + 72, right)
			.putInt(at + 76, child);
	}

}
