package vn.nhactruong.account;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns the session's person into the request's {@link Viewer}, read anew each time: a
 * lock, a withdrawn role or a reset password holds from the next click on.
 */
public class ViewerFilter extends OncePerRequestFilter {

	/** Session attribute: the id of the grant the person chose to act in. */
	static final String ACTING = "actingGrant";

	private static final Set<String> WITHOUT_NEW_PASSWORD = Set.of("/password", "/sign-out", "/sign-out-everywhere");

	private final Viewers viewers;

	public ViewerFilter(Viewers viewers) {
		this.viewers = viewers;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String path = request.getRequestURI();
		return path.startsWith("/css/") || path.startsWith("/js/") || path.startsWith("/fonts/")
				|| path.startsWith("/webjars/") || path.startsWith("/actuator/");
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication session = SecurityContextHolder.getContext().getAuthentication();
		if (session == null || !(session.getPrincipal() instanceof SignedInUser user)) {
			chain.doFilter(request, response);
			return;
		}
		HttpSession httpSession = request.getSession(false);
		Long acting = (httpSession != null && httpSession.getAttribute(ACTING) instanceof Long grant) ? grant : null;
		Viewers.Found found = this.viewers.find(user.accountId(), acting).orElse(null);
		if (found == null) {
			SecurityContextHolder.clearContext();
			if (httpSession != null) {
				httpSession.invalidate();
			}
			response.sendRedirect("/sign-in?ended");
			return;
		}
		UsernamePasswordAuthenticationToken current = UsernamePasswordAuthenticationToken.authenticated(user, null,
				session.getAuthorities());
		current.setDetails(found.viewer());
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(current);
		SecurityContextHolder.setContext(context);
		if (found.passwordChangeRequired() && !WITHOUT_NEW_PASSWORD.contains(request.getRequestURI())
				&& request.getDispatcherType() == jakarta.servlet.DispatcherType.REQUEST) {
			response.sendRedirect("/password");
			return;
		}
		chain.doFilter(request, response);
	}

}
