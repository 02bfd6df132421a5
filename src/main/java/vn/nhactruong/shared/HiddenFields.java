package vn.nhactruong.shared;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/**
 * Adds the {@link SubmissionGuard} token beside the CSRF token in every rendered POST
 * form. Wraps the processor of Spring Security, of which there can be one only.
 */
@Component
class HiddenFields implements BeanPostProcessor {

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
			fields.put(SubmissionGuard.FIELD, UUID.randomUUID().toString());
			return fields;
		}

		@Override
		public String processUrl(HttpServletRequest request, String url) {
			return this.security.processUrl(request, url);
		}

	}

}
