package vn.nhactruong.account;

import java.util.Comparator;
import java.util.List;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import vn.nhactruong.database.DatabasePurpose;

/** Who is signed in and what the menu offers them, on every page. */
@ControllerAdvice
class AccountViewAdvice {

	private final List<NavEntry> entries;

	private final DatabasePurpose purpose;

	AccountViewAdvice(List<NavEntry> entries, DatabasePurpose purpose) {
		this.entries = entries.stream().sorted(Comparator.comparingInt(NavEntry::order)).toList();
		this.purpose = purpose;
	}

	@ModelAttribute("viewer")
	Viewer viewer() {
		return CurrentViewer.get().orElse(null);
	}

	@ModelAttribute("nav")
	List<NavEntry> nav() {
		return CurrentViewer.get()
			.map((viewer) -> this.entries.stream().filter((entry) -> entry.roles().contains(viewer.role())).toList())
			.orElse(List.of());
	}

	@ModelAttribute("demo")
	boolean demo() {
		return this.purpose.isDemo();
	}

}
