package vn.nhactruong.directive.report;

import java.time.Instant;
import java.util.List;

import vn.nhactruong.directive.CompletionReport;
import vn.nhactruong.directive.ReportStatus;
import vn.nhactruong.file.FileRow;
import vn.nhactruong.shared.Option;

/**
 * The report that came back to a unit, from which its next one is written.
 *
 * @param form filled with it
 * @param status {@link ReportStatus#SENT_BACK}, {@link ReportStatus#RETURNED} or
 * {@link ReportStatus#WITHDRAWN}
 * @param comment what is to be different
 */
record EarlierReport(ReportForm form, ReportStatus status, String comment, Instant cameBackAt, List<Option> files) {

	static EarlierReport of(CompletionReport report, List<FileRow> files) {
		return new EarlierReport(ReportForm.of(report, files), report.getStatus(), report.getComment(),
				report.getDecidedAt(),
				files.stream().map((file) -> new Option(Long.toString(file.id()), file.name())).toList());
	}

}
