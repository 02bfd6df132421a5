package vn.nhactruong.directive.work;

import java.util.ArrayList;
import java.util.List;

import org.springframework.web.multipart.MultipartFile;

/** Working papers of the unit that holds a directive. */
class WorkFilesForm {

	private List<MultipartFile> files = new ArrayList<>();

	public List<MultipartFile> getFiles() {
		return this.files;
	}

	public void setFiles(List<MultipartFile> files) {
		this.files = files;
	}

}
