package vn.nhactruong.shared;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/** Turns what a façade refuses into the page or sentence that a person understands. */
@ControllerAdvice
class ErrorAdvice {

	/** What pages send along with what somebody typed: which state they showed. */
	private static final Set<String> HIDDEN = Set.of("version", "seen", "shown");

	private static final Logger log = LoggerFactory.getLogger(ErrorAdvice.class);

	private final MessageSource messages;

	private final ObjectProvider<RequestMappingHandlerMapping> handlers;

	/** Asked for late: the mapping itself asks for the advice. */
	ErrorAdvice(MessageSource messages,
			@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
		this.messages = messages;
		this.handlers = handlers;
	}

	@ExceptionHandler({ NotVisibleException.class, NoResourceFoundException.class,
			MethodArgumentTypeMismatchException.class })
	ModelAndView notFound(HttpServletRequest request) {
		return withSubmitted(page("error/404", HttpStatus.NOT_FOUND), request);
	}

	@ExceptionHandler(NotAllowedException.class)
	ModelAndView forbidden(HttpServletRequest request) {
		return withSubmitted(page("error/403", HttpStatus.FORBIDDEN), request);
	}

	/**
	 * A lost race on a page without a form of its own: what was typed is shown, to copy.
	 */
	@ExceptionHandler({ StaleVersionException.class, OptimisticLockingFailureException.class })
	ModelAndView conflict(RuntimeException lost, HttpServletRequest request) {
		ModelAndView page = page("error/409", HttpStatus.CONFLICT);
		if (lost instanceof StaleVersionException stale && stale.over() != null) {
			page.addObject("problem", stale.over().messageKey());
			page.addObject("problemArgs", stale.over().arguments());
		}
		page.addObject("reloadUrl", pageOfThing(request.getRequestURI()));
		return withSubmitted(page, request);
	}

	/**
	 * Two people at once: what the rules let through both times, the database took once.
	 */
	@ExceptionHandler(DataIntegrityViolationException.class)
	ModelAndView race(DataIntegrityViolationException refused, HttpServletRequest request) {
		log.warn("The database refused {} {}", request.getMethod(), request.getRequestURI(), refused);
		return conflict(refused, request);
	}

	/**
	 * Whoever opens an address that only takes forms (by refreshing after bad input, or
	 * sent back there by a refusal) comes to the nearest page above it, with the sentence
	 * that was on its way. Any other wrong method is answered 405, naming the right ones.
	 */
	@ExceptionHandler(HttpRequestMethodNotSupportedException.class)
	ModelAndView otherMethod(HttpRequestMethodNotSupportedException refused, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		if (request.getMethod().equals("GET")) {
			Map<String, ?> sentence = RequestContextUtils.getInputFlashMap(request);
			if (sentence != null) {
				RequestContextUtils.getOutputFlashMap(request).putAll(sentence);
			}
			return new ModelAndView(new RedirectView(pageAbove(request.getRequestURI()), false, true, false));
		}
		if (refused.getSupportedMethods() != null) {
			response.setHeader(HttpHeaders.ALLOW, String.join(", ", refused.getSupportedMethods()));
		}
		response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
		return new ModelAndView();
	}

	/** The longest address above this one that shows a page. */
	private String pageAbove(String path) {
		String above = path;
		while (above.lastIndexOf('/') > 0) {
			above = above.substring(0, above.lastIndexOf('/'));
			if (isPage(above)) {
				return above;
			}
		}
		return "/";
	}

	/**
	 * The nearest page, from this address upwards, of what has a number there; nothing if
	 * there is none.
	 */
	private String pageOfThing(String path) {
		String above = path;
		while (above.lastIndexOf('/') > 0) {
			if (above.matches(".*/\\d+") && isPage(above)) {
				return above;
			}
			above = above.substring(0, above.lastIndexOf('/'));
		}
		return null;
	}

	/** A view is named by a text; what answers otherwise is a download. */
	private boolean isPage(String path) {
		PathContainer parsed = PathContainer.parsePath(path);
		return this.handlers.getObject()
			.getHandlerMethods()
			.entrySet()
			.stream()
			.anyMatch((handler) -> handler.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET)
					&& handler.getValue().getMethod().getReturnType() == String.class
					&& handler.getKey().getPathPatternsCondition() != null
					&& handler.getKey()
						.getPathPatternsCondition()
						.getPatterns()
						.stream()
						.anyMatch((pattern) -> pattern.matches(parsed)));
	}

	@ExceptionHandler(MissingServletRequestParameterException.class)
	ModelAndView incomplete(HttpServletRequest request, HttpServletResponse response) {
		return back(request, response, "form.error.incomplete", new Object[0]);
	}

	/** A field that no form of ours has, such as the three hundredth row of a list. */
	@ExceptionHandler(InvalidPropertyException.class)
	ModelAndView unknownField() {
		ModelAndView page = page("error", HttpStatus.BAD_REQUEST);
		page.addObject("status", HttpStatus.BAD_REQUEST.value());
		return page;
	}

	@ExceptionHandler(MaxUploadSizeExceededException.class)
	ModelAndView uploadTooLarge(HttpServletRequest request, HttpServletResponse response) {
		return back(request, response, "form.error.uploadTooLarge", new Object[0]);
	}

	/** A refused transition: back to the page one came from, with the sentence on top. */
	@ExceptionHandler(RuleViolation.class)
	ModelAndView violation(RuleViolation violation, HttpServletRequest request, HttpServletResponse response) {
		return back(request, response, violation.messageKey(), violation.arguments());
	}

	private ModelAndView back(HttpServletRequest request, HttpServletResponse response, String messageKey,
			Object[] arguments) {
		SubmissionGuard.giveBack(request);
		String origin = origin(request);
		// A page that refuses to open would be sent back to itself.
		boolean opening = request.getMethod().equals("GET");
		if (opening || origin == null) {
			ModelAndView page = page("error/409", HttpStatus.CONFLICT);
			page.addObject("problem", messageKey);
			page.addObject("problemArgs", arguments);
			if (opening) {
				page.addObject("backUrl", (origin != null) ? origin : pageAbove(request.getRequestURI()));
			}
			return withSubmitted(page, request);
		}
		FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
		flash.put("flashError", messageKey);
		flash.put("flashArgs", arguments);
		return new ModelAndView("redirect:" + origin);
	}

	/**
	 * The page one came from, if it is one of ours and not the very form that was
	 * refused: opening it is refused, too, and would drop what was typed.
	 */
	private static String origin(HttpServletRequest request) {
		String referer = request.getHeader("Referer");
		if (referer == null) {
			return null;
		}
		try {
			URI uri = URI.create(referer);
			boolean ours = request.getServerName().equals(uri.getHost()) && uri.getRawPath() != null
					&& uri.getRawPath().startsWith("/") && !uri.getRawPath().startsWith("//")
					&& !uri.getRawPath().equals(request.getRequestURI());
			return ours ? uri.getRawPath() + ((uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "") : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * What was typed for a row that is gone or no longer open to the writer, to copy it.
	 */
	private ModelAndView withSubmitted(ModelAndView page, HttpServletRequest request) {
		if (!request.getMethod().equals("POST")) {
			return page;
		}
		String form = formName(request);
		Locale locale = RequestContextUtils.getLocale(request);
		Map<String, String> submitted = new LinkedHashMap<>();
		request.getParameterMap().forEach((name, values) -> {
			String text = String.join(", ", values);
			if (!name.startsWith("_") && !HIDDEN.contains(name) && !name.toLowerCase(Locale.ROOT).contains("password")
					&& !text.isBlank()) {
				submitted.merge(label(form, name, locale), text, (one, other) -> one + ", " + other);
			}
		});
		page.addObject("submitted", submitted);
		return page;
	}

	/** As the form calls the field; a row of a list is called like the list. */
	private String label(String form, String name, Locale locale) {
		String field = name.replaceFirst("\\[.*$", "");
		String label = this.messages.getMessage("field." + name, null, null, locale);
		return (label != null) ? label : this.messages.getMessage(form + "." + field, null, name, locale);
	}

	private static String formName(HttpServletRequest request) {
		return (request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler)
				? Arrays.stream(handler.getMethodParameters())
					.map((parameter) -> parameter.getParameterAnnotation(ModelAttribute.class))
					.filter(Objects::nonNull)
					.map(ModelAttribute::value)
					.findFirst()
					.orElse("field")
				: "field";
	}

	private static ModelAndView page(String view, HttpStatus status) {
		ModelAndView page = new ModelAndView(view);
		page.setStatus(status);
		return page;
	}

}
