package vn.nhactruong.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Permission.SignedIn;

/** Hands files out and takes them off their thing. */
@Controller
@SignedIn
class FileController {

	private static final Logger logger = LoggerFactory.getLogger(FileController.class);

	/** Even opened by itself, a file can do nothing. */
	private static final String NOTHING = "sandbox; default-src 'none'";

	/**
	 * Chromium refuses to show a PDF in a sandbox, and its viewer brings inline styles;
	 * scripts of a PDF never reach the page's origin.
	 */
	private static final String PDF_VIEWER = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; "
			+ "frame-ancestors 'none'";

	private final vn.nhactruong.file.Files files;

	private final FileContents contents;

	FileController(vn.nhactruong.file.Files files, FileContents contents) {
		this.files = files;
		this.contents = contents;
	}

	@GetMapping("/files/{id}")
	ResponseEntity<Resource> save(@PathVariable long id, Viewer viewer) {
		return answer(id, viewer, false);
	}

	/** To look at, where the kind of file allows it; otherwise to save as well. */
	@GetMapping(path = "/files/{id}", params = "view")
	ResponseEntity<Resource> show(@PathVariable long id, Viewer viewer) {
		return answer(id, viewer, true);
	}

	@PostMapping("/files/{id}/removal")
	String remove(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
		String url = this.files.remove(id, viewer);
		flash.addFlashAttribute("flash", "file.removed");
		return "redirect:" + url;
	}

	private ResponseEntity<Resource> answer(long id, Viewer viewer, boolean toLookAt) {
		vn.nhactruong.file.Files.StoredFile file = this.files.visible(id, viewer);
		Path path = this.contents.path(file.content());
		if (!Files.isReadable(path)) {
			logger.error("The content of file {} is missing: {}", id, path);
			throw new NotVisibleException("content of file", id);
		}
		boolean shown = toLookAt && FileType.mayShow(file.mediaType());
		boolean pdf = shown && FileType.PDF.mediaType().equals(file.mediaType());
		ContentDisposition.Builder disposition = shown ? ContentDisposition.inline() : ContentDisposition.attachment();
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(file.mediaType()))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					disposition.filename(file.name(), StandardCharsets.UTF_8).build().toString())
			.header(HttpHeaders.CACHE_CONTROL, "private, no-store")
			.header("X-Content-Type-Options", "nosniff")
			.header("Content-Security-Policy", pdf ? PDF_VIEWER : NOTHING)
			.body(new FileSystemResource(path));
	}

}
