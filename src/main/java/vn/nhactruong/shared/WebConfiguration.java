package vn.nhactruong.shared;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
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
import org.springframework.web.util.HtmlUtils;

/** The web rules that hold on every page. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class WebConfiguration implements WebMvcConfigurer {

	private final SubmissionGuard submissionGuard;

	WebConfiguration(@org.springframework.context.annotation.Lazy SubmissionGuard submissionGuard) {
		this.submissionGuard = submissionGuard;
	}

	/** Tomcat's own page is English and speaks of HTTP. */
	@Bean
	static WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainWordsForBrokenAddresses(
			MessageSource messages) {
		return (factory) -> factory.addContextCustomizers((context) -> {
			if (context.getParent() instanceof StandardHost host) {
				host.setErrorReportValveClass("");
				host.getPipeline().addValve(new BrokenAddress(messages));
			}
		});
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

	/**
	 * Answers what the server refuses before any page of ours is asked, such as an
	 * address that can't be decoded: both languages, no layout.
	 */
	private static final class BrokenAddress extends ErrorReportValve {

		private final MessageSource messages;

		BrokenAddress(MessageSource messages) {
			this.messages = messages;
		}

		@Override
		protected void report(Request request, Response response, Throwable throwable) {
			if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
				return;
			}
			try {
				response.setContentType("text/html");
				response.setCharacterEncoding("UTF-8");
				response.getReporter()
					.write("<!DOCTYPE html><html lang=\"vi\"><meta charset=\"utf-8\"><title>"
							+ words("title", MessageConfiguration.VIETNAMESE) + "</title><h1>"
							+ words("title", MessageConfiguration.VIETNAMESE) + "</h1><p>"
							+ words("what", MessageConfiguration.VIETNAMESE) + "</p><p lang=\"en\">"
							+ words("what", Locale.ENGLISH) + "</p><p><a href=\"/\">"
							+ this.messages.getMessage("layout.brand", null, MessageConfiguration.VIETNAMESE)
							+ "</a></p></html>");
				response.finishResponse();
			}
			catch (IOException ex) {
				// Whoever asked is gone.
			}
		}

		private String words(String part, Locale locale) {
			return HtmlUtils.htmlEscape(this.messages.getMessage("error.400." + part, null, locale), "UTF-8");
		}

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
