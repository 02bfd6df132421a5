package vn.nhactruong.agenda;

import java.util.ArrayList;
import java.util.List;

import org.springframework.web.multipart.MultipartFile;

/** Files to add to an agenda item. */
class MaterialsForm {

	private List<MultipartFile> files = new ArrayList<>();

	public List<MultipartFile> getFiles() {
		return this.files;
	}

	public void setFiles(List<MultipartFile> files) {
		this.files = files;
	}

}
