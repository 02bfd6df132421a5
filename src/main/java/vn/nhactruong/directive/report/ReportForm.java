package vn.nhactruong.directive.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.web.multipart.MultipartFile;

import vn.nhactruong.directive.CompletionReport;
import vn.nhactruong.directive.CompletionText;
import vn.nhactruong.file.FileRow;

/** A unit's word that it is done, with the evidence. */
class ReportForm {

	@NotBlank
	@Size(max = 4000)
	private String content;

	@Size(max = 50)
	private String documentNumber;

	private LocalDate documentDate;

	@Size(max = 500)
	private String documentAbstract;

	/** Files of the report that came back, to come with this one, too. */
	private List<Long> keptFiles = new ArrayList<>();

	private List<MultipartFile> files = new ArrayList<>();

	/** Filled with what came back: it is to be written differently, not anew. */
	static ReportForm of(CompletionReport report, List<FileRow> files) {
		ReportForm form = new ReportForm();
		form.content = report.getContent();
		form.documentNumber = report.getDocumentNumber();
		form.documentDate = report.getDocumentDate();
		form.documentAbstract = report.getDocumentAbstract();
		form.keptFiles = files.stream().map(FileRow::id).toList();
		return form;
	}

	CompletionText completion() {
		return new CompletionText(this.content, this.documentNumber, this.documentDate, this.documentAbstract);
	}

	public String getContent() {
		return this.content;
	}

	public void setContent(String content) {
		this.content = content;
	}

	public String getDocumentNumber() {
		return this.documentNumber;
	}

	public void setDocumentNumber(String documentNumber) {
		this.documentNumber = documentNumber;
	}

	public LocalDate getDocumentDate() {
		return this.documentDate;
	}

	public void setDocumentDate(LocalDate documentDate) {
		this.documentDate = documentDate;
	}

	public String getDocumentAbstract() {
		return this.documentAbstract;
	}

	public void setDocumentAbstract(String documentAbstract) {
		this.documentAbstract = documentAbstract;
	}

	public List<Long> getKeptFiles() {
		return this.keptFiles;
	}

	public void setKeptFiles(List<Long> keptFiles) {
		this.keptFiles = (keptFiles != null) ? keptFiles : new ArrayList<>();
	}

	public List<MultipartFile> getFiles() {
		return this.files;
	}

	public void setFiles(List<MultipartFile> files) {
		this.files = files;
	}

}
