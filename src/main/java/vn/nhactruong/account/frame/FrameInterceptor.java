package vn.nhactruong.account.frame;

import java.util.Comparator;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import vn.nhactruong.account.CurrentViewer;
import vn.nhactruong.account.NavEntry;
import vn.nhactruong.database.DatabasePurpose;

/**
 * Who is signed in and what the menu offers them, on every page: as attributes of the
 * request, so that the pages that explain an error have them too.
 */
@Component
class FrameInterceptor implements HandlerInterceptor, WebMvcConfigurer {

	/** Before the access rules: who is refused keeps the menu. */
	private static final int FIRST = -10;

	private final List<NavEntry> entries;

	private final DatabasePurpose purpose;

	FrameInterceptor(List<NavEntry> entries, DatabasePurpose purpose) {
		this.entries = entries.stream().sorted(Comparator.comparingInt(NavEntry::order)).toList();
		this.purpose = purpose;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).order(FIRST);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		request.setAttribute("demo", this.purpose.isDemo());
		CurrentViewer.get().ifPresent((viewer) -> {
			request.setAttribute("viewer", viewer);
			request.setAttribute("nav",
					this.entries.stream().filter((entry) -> entry.roles().contains(viewer.role())).toList());
		});
		return true;
	}

}
