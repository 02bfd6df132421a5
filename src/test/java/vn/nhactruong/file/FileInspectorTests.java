package vn.nhactruong.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class FileInspectorTests {

	private final FileInspector inspector = new FileInspector();

	@TempDir
	private Path directory;

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource
	void content_says_what_a_file_is(FileType expected, String what, String extension, byte[] content)
			throws IOException {
		Path file = Files.write(this.directory.resolve("x"), content);
		assertThat(this.inspector.inspect(file, extension)).isEqualTo(expected);
	}

	static Stream<Arguments> content_says_what_a_file_is() {
		String vietnamese = "Kính gửi: Sở Tư pháp tỉnh Lào Cai\nNgày 22/11/2026";
		return Stream.of(arguments(FileType.PDF, "a PDF", "pdf", SampleFiles.pdf()),
				arguments(FileType.DOCX, "Word", "docx", SampleFiles.docx("word/document.xml")),
				arguments(FileType.XLSX, "Excel", "xlsx", SampleFiles.xlsx("xl/workbook.xml")),
				arguments(FileType.PPTX, "PowerPoint", "pptx", SampleFiles.pptx()),
				arguments(FileType.DOC, "old Word", "doc", SampleFiles.compound("WordDocument", "1Table", "Data", "x")),
				arguments(FileType.XLS, "old Excel", "xls", SampleFiles.compound("Workbook")),
				arguments(FileType.XLS, "Excel 95", "xls", SampleFiles.compound("Book")),
				arguments(FileType.PPT, "old PowerPoint", "ppt", SampleFiles.compound("PowerPoint Document")),
				arguments(FileType.DOC, "old Word with a sheet in it", "doc",
						SampleFiles.compound("ObjectPool", "WordDocument", null, "Workbook")),
				arguments(FileType.ODT, "OpenDocument text", "odt", SampleFiles.openDocument("text")),
				arguments(FileType.ODS, "OpenDocument sheet", "ods", SampleFiles.openDocument("spreadsheet")),
				arguments(FileType.ODP, "OpenDocument slides", "odp", SampleFiles.openDocument("presentation")),
				arguments(FileType.ODT, "OpenDocument with an empty library", "odt",
						SampleFiles.openDocument("text", "Basic/Standard/script-lb.xml", "")),
				arguments(FileType.RTF, "RTF", "rtf", SampleFiles.text("{\\rtf1\\ansi Xin ch\\'e0o}")),
				arguments(FileType.TXT, "Vietnamese text", "txt", SampleFiles.text(vietnamese)),
				arguments(FileType.TXT, "UTF-16 text", "txt",
						("\uFEFF" + vietnamese).getBytes(StandardCharsets.UTF_16LE)),
				arguments(FileType.TXT, "text named as a PDF", "pdf", SampleFiles.text(vietnamese)),
				arguments(FileType.CSV, "a table", "csv", SampleFiles.text("STT;Đơn vị\n1;Cục Bổ trợ tư pháp\n")),
				arguments(FileType.CSV, "a table with a byte order mark", "csv",
						SampleFiles.text("\uFEFFSTT;Đơn vị\n1;Cục Bổ trợ tư pháp\n")),
				arguments(FileType.JPG, "a photograph", "jpg", SampleFiles.image("jpg")),
				arguments(FileType.PNG, "a picture", "png", SampleFiles.image("png")),
				arguments(FileType.WEBP, "a WebP picture", "webp", SampleFiles.webp()),
				arguments(FileType.PROGRAM, "a program named as Word", "docx", SampleFiles.program()),
				arguments(FileType.PROGRAM, "a Linux program", "pdf",
						Arrays.copyOf(new byte[] { 0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0 },
								64)),
				arguments(FileType.WEB_PAGE, "a web page named as a PDF", "pdf",
						SampleFiles.text("<!DOCTYPE html><html><body>x</body></html>")),
				arguments(FileType.WEB_PAGE, "a web page named as text", "txt",
						SampleFiles.text("\n <html><script>alert(1)</script></html>")),
				arguments(FileType.SVG, "SVG", "png",
						SampleFiles.text("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>")),
				arguments(FileType.SVG, "SVG with a declaration", "svg",
						SampleFiles.text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
				arguments(FileType.XML, "XML", "xml", SampleFiles.text("<?xml version=\"1.0\"?><hoadon/>")),
				arguments(FileType.SCRIPT, "a shell script", "txt", SampleFiles.text("#!/bin/sh\nrm -rf ~\n")),
				arguments(FileType.MACRO, "docm named docx", "docx", SampleFiles.docm()),
				arguments(FileType.MACRO, "docx with macros inside", "docx", SampleFiles.docx("word/vbaProject.bin")),
				arguments(FileType.MACRO, "xlsx with macros hidden by letters", "xlsx",
						SampleFiles.xlsx("xl/VBAPROJECT.BIN")),
				arguments(FileType.MACRO, "old Word with macros", "doc",
						SampleFiles.compound("Macros", "WordDocument", null, "VBA", "_VBA_PROJECT")),
				arguments(FileType.MACRO, "OpenDocument with Basic", "ods",
						SampleFiles.openDocument("spreadsheet", "Basic/Standard/Module1.xml", "Sub Main")),
				arguments(FileType.MACRO, "OpenDocument with Python", "odt",
						SampleFiles.openDocument("text", "Scripts/python/a.py", "x")),
				arguments(FileType.ENCRYPTED, "docx with a password", "docx",
						SampleFiles.compound("EncryptionInfo", "EncryptedPackage")),
				arguments(FileType.ENCRYPTED, "odt with a password", "odt",
						SampleFiles.openDocument("text", "META-INF/manifest.xml", "<manifest:encryption-data/>")),
				arguments(FileType.DAMAGED, "docx cut short", "docx",
						Arrays.copyOf(SampleFiles.docx("word/document.xml"), 60)),
				arguments(FileType.DAMAGED, "doc cut short", "doc",
						Arrays.copyOf(SampleFiles.compound("WordDocument"), 600)),
				arguments(FileType.ARCHIVE, "zip", "zip", SampleFiles.zip(Map.of("a.txt", "x"))),
				arguments(FileType.ARCHIVE, "a Java program named as Word", "docx",
						SampleFiles.zip(Map.of("META-INF/MANIFEST.MF", "Main-Class: A"))),
				arguments(FileType.OTHER, "an installer", "doc", SampleFiles.compound("\u4840\u3f7f")),
				arguments(FileType.OTHER, "noise", "pdf", new byte[] { 1, 2, 3, 4, 0, 9, 0, 7 }));
	}

	@ParameterizedTest
	@MethodSource
	void a_compound_file_that_leads_in_circles_ends(int position, int value) throws IOException {
		byte[] content = SampleFiles.compound("WordDocument", "a", "b", "c", "d");
		java.nio.ByteBuffer.wrap(content).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(position, value);
		Path file = Files.write(this.directory.resolve("x"), content);
		assertThat(this.inspector.inspect(file, "doc")).isIn(FileType.DAMAGED, FileType.DOC);
	}

	/** The directory's own chain, the count of allocating sectors, a neighbour. */
	static Stream<Arguments> a_compound_file_that_leads_in_circles_ends() {
		return Stream.of(arguments(512 + 8, 1), arguments(44, Integer.MAX_VALUE), arguments(44, 200),
				arguments(1024 + 128 + 72, 1), arguments(48, 0x7FFFFFFF));
	}

}
