package vn.nhactruong.form;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import vn.nhactruong.shared.Permission.ForBusiness;
import vn.nhactruong.shared.Permission.ForRoles;

/** Every address of the product that takes a form. */
final class FormHandlers {

	private final Map<String, HandlerMethod> byPattern = new LinkedHashMap<>();

	FormHandlers(RequestMappingHandlerMapping mapping) {
		mapping.getHandlerMethods().forEach((info, handler) -> {
			if (handler.getBeanType().getPackageName().startsWith("vn.nhactruong")
					&& !info.getMethodsCondition().getMethods().equals(Set.of(RequestMethod.GET))
					&& bean(handler).isPresent()) {
				info.getPatternValues().forEach((pattern) -> this.byPattern.put(pattern, handler));
			}
		});
	}

	Set<String> patterns() {
		return new TreeSet<>(this.byPattern.keySet());
	}

	/** The class of the form that is sent to this address. */
	Class<?> form(String pattern) {
		return Optional.ofNullable(this.byPattern.get(pattern))
			.flatMap(FormHandlers::bean)
			.orElseThrow(() -> new IllegalArgumentException("No form is sent to " + pattern))
			.getType();
	}

	/** Whether not everybody who is signed in may send it. */
	boolean isRestricted(String pattern) {
		HandlerMethod handler = this.byPattern.get(pattern);
		return pattern.contains("{") || AnnotatedElementUtils.hasAnnotation(handler.getMethod(), ForRoles.class)
				|| AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), ForRoles.class);
	}

	/** Whether everybody but an administrator may send it. */
	boolean isForBusiness(String pattern) {
		HandlerMethod handler = this.byPattern.get(pattern);
		return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), ForBusiness.class)
				|| AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), ForBusiness.class);
	}

	/**
	 * What is bound: marked as such, followed by its mistakes, or simply named a form.
	 */
	private static Optional<Parameter> bean(HandlerMethod handler) {
		Parameter[] parameters = handler.getMethod().getParameters();
		for (int i = 1; i < parameters.length; i++) {
			if (Errors.class.isAssignableFrom(parameters[i].getType())) {
				return Optional.of(parameters[i - 1]);
			}
		}
		return Arrays.stream(parameters)
			.filter((parameter) -> parameter.isAnnotationPresent(ModelAttribute.class)
					|| parameter.getType().getSimpleName().endsWith("Form"))
			.findFirst();
	}

}
