package vn.nhactruong.calendar.entry;

import java.util.ArrayList;
import java.util.List;

import org.springframework.web.multipart.MultipartFile;

/** Papers to add to an entry. */
class PapersForm {

	private List<MultipartFile> files = new ArrayList<>();

	public List<MultipartFile> getFiles() {
		return this.files;
	}

	public void setFiles(List<MultipartFile> files) {
		this.files = files;
	}

}
