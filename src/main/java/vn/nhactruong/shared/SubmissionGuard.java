package vn.nhactruong.shared;

import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/**
 * A form sent twice acts once. Every rendered POST form carries a random token; the first
 * POST that comes with it is carried out, a repetition waits for it and is sent to where
 * it led. A POST that did nothing, by showing the form again or being refused, gives its
 * token back, and a repetition that waits takes its place: the browser shows that one's
 * answer.
 */
@Component
class SubmissionGuard implements HandlerInterceptor {

	static final String FIELD = "_once";

	private static final String CLAIMED = SubmissionGuard.class.getName();

	private static final String REFUSED = SubmissionGuard.class.getName() + ".refused";

	private static final int WAITS = 50;

	private static final Duration WAIT = Duration.ofMillis(200);

	private final JdbcClient jdbc;

	SubmissionGuard(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		String token = request.getParameter(FIELD);
		if (!"POST".equals(request.getMethod()) || !isToken(token)) {
			return true;
		}
		String key = owner(request) + ":" + token;
		for (int i = 0; i < WAITS; i++) {
			if (claim(key)) {
				request.setAttribute(CLAIMED, key);
				return true;
			}
			Submission first = find(key);
			if (first != null && first.target() != null) {
				response.sendRedirect(announced(request, response, first.target()));
				return false;
			}
			// A token that was given back meanwhile can be claimed at once.
			if (first != null) {
				LockSupport.parkNanos(WAIT.toNanos());
			}
		}
		response.sendRedirect("/desk");
		return false;
	}

	/**
	 * Notes that nothing was done although the answer leads to another page, so that the
	 * same form may be sent again.
	 */
	static void giveBack(HttpServletRequest request) {
		request.setAttribute(REFUSED, true);
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
			Exception ex) {
		if (!(request.getAttribute(CLAIMED) instanceof String key)) {
			return;
		}
		String target = response.getHeader("Location");
		boolean done = ex == null && request.getAttribute(REFUSED) == null;
		if (done && target != null && response.getStatus() / 100 == 3) {
			this.jdbc.sql("update form_submission set target = ? where token = ?").params(target, key).update();
		}
		else {
			this.jdbc.sql("delete from form_submission where token = ?").param(key).update();
		}
	}

	@Bean
	RecurringTask<Void> submissionsForgotten() {
		return Tasks.recurring("submissions-forgotten", Schedules.fixedDelay(Duration.ofHours(1)))
			.execute((run, context) -> forgetOld());
	}

	/** Nobody sends a form again after two days. */
	private void forgetOld() {
		this.jdbc.sql("delete from form_submission where claimed_at < now() - interval '2 days'").update();
	}

	private boolean claim(String key) {
		return this.jdbc.sql("insert into form_submission (token) values (?) on conflict do nothing")
			.param(key)
			.update() == 1;
	}

	/** The first POST with this token, or {@code null} when it was given back. */
	private Submission find(String key) {
		return this.jdbc.sql("select target from form_submission where token = ?")
			.param(key)
			.query((row, number) -> new Submission(row.getString("target")))
			.optional()
			.orElse(null);
	}

	private static String announced(HttpServletRequest request, HttpServletResponse response, String target) {
		FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
		flash.put("flash", "form.sentTwice");
		RequestContextUtils.saveOutputFlashMap(target, request, response);
		return target;
	}

	private static String owner(HttpServletRequest request) {
		Principal principal = request.getUserPrincipal();
		return (principal != null) ? principal.getName() : "";
	}

	private static boolean isToken(String token) {
		if (token == null || token.length() != 36) {
			return false;
		}
		try {
			UUID.fromString(token);
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/** A POST that came first; without a target while it still runs. */
	private record Submission(String target) {

	}

	/**
	 * Adds the token beside the CSRF token in every rendered POST form. Wraps the
	 * processor of Spring Security, of which there can be one only.
	 */
	@Component
	static class HiddenFields implements BeanPostProcessor {

		@Override
		public Object postProcessAfterInitialization(Object bean, String beanName) {
			return (bean instanceof RequestDataValueProcessor security) ? new WithToken(security) : bean;
		}

		private record WithToken(RequestDataValueProcessor security) implements RequestDataValueProcessor {

			private static final String METHOD = WithToken.class.getName();

			@Override
			public String processAction(HttpServletRequest request, String action, String httpMethod) {
				request.setAttribute(METHOD, httpMethod);
				return this.security.processAction(request, action, httpMethod);
			}

			@Override
			public String processFormFieldValue(HttpServletRequest request, String name, String value, String type) {
				return this.security.processFormFieldValue(request, name, value, type);
			}

			@Override
			public Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
				Map<String, String> security = this.security.getExtraHiddenFields(request);
				if (!"post".equalsIgnoreCase(String.valueOf(request.getAttribute(METHOD)))) {
					return security;
				}
				Map<String, String> fields = new LinkedHashMap<>();
				if (security != null) {
					fields.putAll(security);
				}
				fields.put(FIELD, UUID.randomUUID().toString());
				return fields;
			}

			@Override
			public String processUrl(HttpServletRequest request, String url) {
				return this.security.processUrl(request, url);
			}

		}

	}

}
