package vn.nhactruong.shared;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.view.RedirectView;

/** The web rules that hold on every page. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WebConfiguration implements WebMvcConfigurer {

	private final SubmissionGuard submissionGuard;

	WebConfiguration(@org.springframework.context.annotation.Lazy SubmissionGuard submissionGuard) {
		this.submissionGuard = submissionGuard;
	}

	@Override
	public void addFormatters(FormatterRegistry registry) {
		DateFormats.register(registry);
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		LocaleChangeInterceptor language = new LocaleChangeInterceptor();
		language.setParamName("lang");
		language.setIgnoreInvalidLocale(true);
		registry.addInterceptor(language);
		registry.addInterceptor(new LastPage());
		// Last: only a POST that the access rules let through may use up its token.
		registry.addInterceptor(this.submissionGuard).order(1000);
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new ListRequestResolver());
	}

	/** A page behind the end of a list, from an old link or a typed one, is its last. */
	private static final class LastPage implements HandlerInterceptor {

		@Override
		public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
				ModelAndView page) {
			if (page != null && page.getModel().get("list") instanceof ListRequest list
					&& page.getModel().get("rows") instanceof Slice<?> rows && rows.isBehind()) {
				RedirectView last = new RedirectView(list.pageUrl(rows.pages()));
				last.setExpandUriTemplateVariables(false);
				page.clear();
				page.setView(last);
			}
		}

	}

	/** Gives list controllers what their URL asks for, and the template the same. */
	private static final class ListRequestResolver implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == ListRequest.class;
		}

		@Override
		public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container,
				NativeWebRequest webRequest, WebDataBinderFactory binderFactory) {
			HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
			String path = request.getRequestURI().replaceFirst("\\.xlsx$", "");
			ListRequest list = new ListRequest(path, request.getParameterMap());
			if (container != null) {
				container.addAttribute("list", list);
			}
			return list;
		}

	}

}
