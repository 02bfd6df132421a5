package vn.nhactruong.file;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What the content of a file turned out to be. Kinds without an extension are known only
 * so that the person who sent one can be told what it is.
 */
enum FileType {

	PDF("application/pdf", "pdf"),

	DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),

	XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),

	PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),

	DOC("application/msword", "doc"),

	XLS("application/vnd.ms-excel", "xls"),

	PPT("application/vnd.ms-powerpoint", "ppt"),

	ODT("application/vnd.oasis.opendocument.text", "odt"),

	ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),

	ODP("application/vnd.oasis.opendocument.presentation", "odp"),

	RTF("application/rtf", "rtf"),

	TXT("text/plain", "txt"),

	CSV("text/csv", "csv"),

	JPG("image/jpeg", "jpg", "jpeg"),

	PNG("image/png", "png"),

	WEBP("image/webp", "webp"),

	/** A document that carries program code. */
	MACRO(null),

	/** Locked with a password: nobody could check it, and most could not read it. */
	ENCRYPTED(null),

	/** Says to be a document, but can't be read as one. */
	DAMAGED(null),

	PROGRAM(null),

	SCRIPT(null),

	WEB_PAGE(null),

	SVG(null),

	XML(null),

	ARCHIVE(null),

	OTHER(null);

	/** What a browser shows without running anything. */
	private static final Set<FileType> SHOWN = Set.of(PDF, JPG, PNG, WEBP);

	private final String mediaType;

	private final List<String> extensions;

	FileType(String mediaType, String... extensions) {
		this.mediaType = mediaType;
		this.extensions = List.of(extensions);
	}

	String mediaType() {
		return this.mediaType;
	}

	boolean isAccepted() {
		return !this.extensions.isEmpty();
	}

	boolean hasExtension(String extension) {
		return this.extensions.contains(extension);
	}

	String extension() {
		return this.extensions.get(0);
	}

	static boolean acceptsExtension(String extension) {
		return Arrays.stream(values()).anyMatch((type) -> type.hasExtension(extension));
	}

	static boolean mayShow(String mediaType) {
		return SHOWN.stream().anyMatch((type) -> type.mediaType.equals(mediaType));
	}

}
