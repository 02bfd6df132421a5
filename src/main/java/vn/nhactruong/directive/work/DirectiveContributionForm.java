package vn.nhactruong.directive.work;

import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.web.multipart.MultipartFile;

/** What a coordinating unit has to say. */
class DirectiveContributionForm {

	@NotBlank
	@Size(max = 4000)
	private String text;

	/** Says the same to all units that were given the task together. */
	private boolean everyUnit;

	private List<MultipartFile> files = new ArrayList<>();

	public String getText() {
		return this.text;
	}

	public void setText(String text) {
		this.text = text;
	}

	public boolean isEveryUnit() {
		return this.everyUnit;
	}

	public void setEveryUnit(boolean everyUnit) {
		this.everyUnit = everyUnit;
	}

	public List<MultipartFile> getFiles() {
		return this.files;
	}

	public void setFiles(List<MultipartFile> files) {
		this.files = files;
	}

}
