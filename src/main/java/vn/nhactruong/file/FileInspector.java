package vn.nhactruong.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

import org.springframework.stereotype.Component;

/**
 * Says what a file is by its content alone. Two families are containers and have to be
 * opened: zip (today's Office, OpenDocument) and compound files (Office until 2003).
 */
@Component
class FileInspector {

	private static final byte[] ZIP = { 'P', 'K', 3, 4 };

	private static final byte[] COMPOUND = { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1,
			0x1A, (byte) 0xE1 };

	private static final int MAX_PART = 1 << 20;

	private static final Map<String, FileType> BY_MEDIA_TYPE = Map.ofEntries(Map.entry("application/pdf", FileType.PDF),
			Map.entry("application/rtf", FileType.RTF), Map.entry("text/rtf", FileType.RTF),
			Map.entry("image/jpeg", FileType.JPG), Map.entry("image/png", FileType.PNG),
			Map.entry("image/webp", FileType.WEBP), Map.entry("text/html", FileType.WEB_PAGE),
			Map.entry("application/xhtml+xml", FileType.WEB_PAGE), Map.entry("image/svg+xml", FileType.SVG),
			Map.entry("application/xml", FileType.XML), Map.entry("text/xml", FileType.XML),
			Map.entry("application/x-sh", FileType.SCRIPT), Map.entry("application/javascript", FileType.SCRIPT),
			Map.entry("text/javascript", FileType.SCRIPT), Map.entry("application/x-bat", FileType.SCRIPT),
			Map.entry("text/x-php", FileType.SCRIPT), Map.entry("text/x-python", FileType.SCRIPT),
			Map.entry("text/x-perl", FileType.SCRIPT), Map.entry("application/java-vm", FileType.PROGRAM),
			Map.entry("application/x-executable", FileType.PROGRAM),
			Map.entry("application/x-sharedlib", FileType.PROGRAM), Map.entry("application/x-elf", FileType.PROGRAM),
			Map.entry("application/x-dosexec", FileType.PROGRAM),
			Map.entry("application/x-msdownload", FileType.PROGRAM), Map.entry("application/gzip", FileType.ARCHIVE),
			Map.entry("application/x-tar", FileType.ARCHIVE),
			Map.entry("application/x-7z-compressed", FileType.ARCHIVE),
			Map.entry("application/x-rar-compressed", FileType.ARCHIVE),
			Map.entry("application/vnd.rar", FileType.ARCHIVE));

	/** The content type of the main part names the kind of an Office document. */
	private static final Map<String, FileType> OFFICE_PARTS = Map.of("wordprocessingml.document.main+xml",
			FileType.DOCX, "spreadsheetml.sheet.main+xml", FileType.XLSX, "presentationml.presentation.main+xml",
			FileType.PPTX);

	private final MimeTypes mimeTypes = MimeTypes.getDefaultMimeTypes();

	/**
	 * What the file is.
	 * @param extension tells a table from other text, nothing else
	 */
	FileType inspect(Path file, String extension) {
		try (InputStream input = new BufferedInputStream(Files.newInputStream(file))) {
			input.mark(COMPOUND.length);
			byte[] start = input.readNBytes(COMPOUND.length);
			input.reset();
			if (Arrays.equals(Arrays.copyOf(start, ZIP.length), ZIP)) {
				return inZip(file);
			}
			if (Arrays.equals(start, COMPOUND)) {
				return inCompoundFile(file);
			}
			FileType type = byMagic(this.mimeTypes.detect(input, new Metadata()).getBaseType());
			return (type == FileType.TXT && FileType.CSV.hasExtension(extension)) ? FileType.CSV : type;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private FileType byMagic(MediaType found) {
		FileType type = BY_MEDIA_TYPE.get(found.toString());
		if (type != null) {
			return type;
		}
		if (this.mimeTypes.getMediaTypeRegistry().isInstanceOf(found, MediaType.APPLICATION_XML)) {
			return FileType.XML;
		}
		if (found.getSubtype().startsWith("x-mach-o")) {
			return FileType.PROGRAM;
		}
		// A letter copied into a text file looks like mail, a table like mathematics.
		boolean text = this.mimeTypes.getMediaTypeRegistry().isInstanceOf(found, MediaType.TEXT_PLAIN);
		return text ? FileType.TXT : FileType.OTHER;
	}

	private static FileType inZip(Path file) throws IOException {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			List<String> names = zip.stream().map(ZipEntry::getName).toList();
			FileType type = documentInZip(zip);
			return (type.isAccepted() && names.stream().anyMatch(FileInspector::isProgramCode)) ? FileType.MACRO : type;
		}
		catch (ZipException | IllegalArgumentException ex) {
			return FileType.DAMAGED;
		}
	}

	private static FileType documentInZip(ZipFile zip) throws IOException {
		String openDocument = part(zip, "mimetype").strip();
		for (FileType type : Set.of(FileType.ODT, FileType.ODS, FileType.ODP)) {
			if (openDocument.equals(type.mediaType())) {
				boolean locked = part(zip, "META-INF/manifest.xml").contains("encryption-data");
				return locked ? FileType.ENCRYPTED : type;
			}
		}
		String office = part(zip, "[Content_Types].xml");
		if (office.toLowerCase(Locale.ROOT).contains("macroenabled")) {
			return FileType.MACRO;
		}
		return OFFICE_PARTS.entrySet()
			.stream()
			.filter((part) -> office.contains("application/vnd.openxmlformats-officedocument." + part.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(FileType.ARCHIVE);
	}

	private static boolean isProgramCode(String entry) {
		String name = entry.toLowerCase(Locale.ROOT);
		// LibreOffice lists its empty libraries in files of their own, which hold no
		// code.
		boolean basic = name.startsWith("basic/") && name.endsWith(".xml") && !name.endsWith("/script-lb.xml")
				&& !name.endsWith("/script-lc.xml") && !name.endsWith("/dialog-lb.xml")
				&& !name.endsWith("/dialog-lc.xml");
		return name.endsWith("vbaproject.bin") || basic || (name.startsWith("scripts/") && !name.endsWith("/"));
	}

	private static String part(ZipFile zip, String name) throws IOException {
		ZipEntry entry = zip.getEntry(name);
		if (entry == null) {
			return "";
		}
		try (InputStream input = zip.getInputStream(entry)) {
			return new String(input.readNBytes(MAX_PART), StandardCharsets.UTF_8);
		}
	}

	private static FileType inCompoundFile(Path file) throws IOException {
		CompoundFile compound;
		try {
			compound = CompoundFile.read(file);
		}
		catch (IndexOutOfBoundsException | ArithmeticException | IllegalArgumentException ex) {
			return FileType.DAMAGED;
		}
		if (compound.has("EncryptedPackage")) {
			return FileType.ENCRYPTED;
		}
		FileType type = compound.has("WordDocument") ? FileType.DOC : (compound.has("Workbook") || compound.has("Book"))
				? FileType.XLS : compound.has("PowerPoint Document") ? FileType.PPT : FileType.OTHER;
		return (type.isAccepted() && compound.hasAnywhere("_VBA_PROJECT")) ? FileType.MACRO : type;
	}

}
