package vn.nhactruong.calendar.resource;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is there only once at a time. */
public enum ResourceKind {

	/** A position that leads the ministry; never a person's name. */
	LEADER,

	ROOM,

	CAR;

	/** As it stands in a URL. */
	public String path() {
		return name().toLowerCase(Locale.ROOT) + "s";
	}

	/** Message key of why a name can't be given twice. */
	String nameTaken() {
		return "calendar.error.nameTaken." + this;
	}

	static Optional<ResourceKind> ofPath(String path) {
		return Arrays.stream(values()).filter((kind) -> kind.path().equals(path)).findFirst();
	}

}
