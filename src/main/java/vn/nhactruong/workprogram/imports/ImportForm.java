package vn.nhactruong.workprogram.imports;

import org.springframework.web.multipart.MultipartFile;

/** The workbook that somebody sends. */
class ImportForm {

	private MultipartFile file;

	public MultipartFile getFile() {
		return this.file;
	}

	public void setFile(MultipartFile file) {
		this.file = file;
	}

}
