package vn.nhactruong.calendar.plan;

import java.util.ArrayList;
import java.util.List;

import org.springframework.web.multipart.MultipartFile;

/** Papers to add to an entry or a trip. */
public class PapersForm {

	private List<MultipartFile> files = new ArrayList<>();

	public List<MultipartFile> getFiles() {
		return this.files;
	}

	public void setFiles(List<MultipartFile> files) {
		this.files = files;
	}

}
