package vn.nhactruong.account.signin;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the character U+0000 out of every parameter: nobody types it, and PostgreSQL
 * refuses any text that has it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UnprintableTextFilter extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!isReadable(request)) {
			response.sendError(HttpServletResponse.SC_BAD_REQUEST);
			return;
		}
		chain.doFilter(new PrintableRequest(request), response);
	}

	/** An address such as {@code ?q=%ZZ}; a form's body is left to whoever reads it. */
	private static boolean isReadable(HttpServletRequest request) {
		try {
			if (request.getQueryString() != null && !request.getMethod().equals("POST")) {
				request.getParameterMap();
			}
			return true;
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

	private static final class PrintableRequest extends HttpServletRequestWrapper {

		PrintableRequest(HttpServletRequest request) {
			super(request);
		}

		@Override
		public String getParameter(String name) {
			return printable(super.getParameter(name));
		}

		@Override
		public String[] getParameterValues(String name) {
			return printable(super.getParameterValues(name));
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			Map<String, String[]> parameters = new LinkedHashMap<>();
			super.getParameterMap().forEach((name, values) -> parameters.put(name, printable(values)));
			return parameters;
		}

		private static String[] printable(String[] values) {
			if (values == null) {
				return null;
			}
			String[] printable = new String[values.length];
			for (int i = 0; i < values.length; i++) {
				printable[i] = printable(values[i]);
			}
			return printable;
		}

		private static String printable(String value) {
			return (value != null) ? value.replace("\0", "") : null;
		}

	}

}
