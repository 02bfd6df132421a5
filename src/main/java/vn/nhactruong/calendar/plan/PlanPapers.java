package vn.nhactruong.calendar.plan;

import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.calendar.CalendarAccess;
import vn.nhactruong.calendar.Registration;
import vn.nhactruong.file.Files;
import vn.nhactruong.shared.RuleViolation;

/** Adds papers to what stands in the weeks; whoever sees it sees them at once. */
@Component
public class PlanPapers {

	private final Files files;

	private final CalendarAccess access;

	PlanPapers(Files files, CalendarAccess access) {
		this.files = files;
		this.access = access;
	}

	/**
	 * Adds what was sent.
	 * @param ownerType as the files' owner is called
	 * @param asked what they belong to, as its caller may see it
	 */
	public void attach(String ownerType, long id, Registration asked, List<MultipartFile> sent, Viewer viewer) {
		this.access.requireEdit(viewer, asked);
		if (sent.stream().allMatch((file) -> Objects.toString(file.getOriginalFilename(), "").isEmpty())) {
			throw RuleViolation.at("files", "calendar.error.noFile");
		}
		this.files.attach(ownerType, id, sent, "files", viewer);
	}

}
