package vn.nhactruong.file;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lets every form say before the upload that a file is too large. */
@ControllerAdvice
class FileViewAdvice {

	private final FileSettings settings;

	FileViewAdvice(FileSettings settings) {
		this.settings = settings;
	}

	@ModelAttribute("maxUploadBytes")
	long maxUploadBytes() {
		return this.settings.maxSize().toBytes();
	}

}
