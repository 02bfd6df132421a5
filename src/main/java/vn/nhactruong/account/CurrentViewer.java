package vn.nhactruong.account;

import java.util.Optional;

import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Where the request's viewer is found by what is no controller. */
public final class CurrentViewer {

	private CurrentViewer() {
	}

	public static Optional<Viewer> get() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getDetails() instanceof Viewer viewer) ? Optional.of(viewer)
				: Optional.empty();
	}

	/** Lets the person act in another of the grants they hold, from the next page on. */
	public static void actIn(Grant held, HttpSession session) {
		session.setAttribute(ViewerFilter.ACTING, held.id());
	}

}
