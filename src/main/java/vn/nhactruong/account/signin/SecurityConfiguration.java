package vn.nhactruong.account.signin;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import vn.nhactruong.account.CurrentViewer;
import vn.nhactruong.account.Viewer;
import vn.nhactruong.account.ViewerFilter;
import vn.nhactruong.account.Viewers;
import vn.nhactruong.shared.Actor;

/**
 * Sign-in, sessions, headers, and the viewer as an argument of controllers; modules below
 * this one take it as an {@link Actor}.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {

	/** Nothing from outside, nothing inline. */
	private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
			+ "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

	/**
	 * Whoever holds a mail's token stops that kind of mail. Mail programs do it by a POST
	 * of their own (RFC 8058), so that the token has to do without another.
	 */
	private static final String UNSUBSCRIPTION = "/notifications/unsubscription/*";

	private static final int BCRYPT_STRENGTH = 12;

	@Bean
	static PasswordEncoder passwordEncoder() {
		return new BCryptPasswordEncoder(BCRYPT_STRENGTH);
	}

	@Bean
	SecurityFilterChain portal(HttpSecurity http, SignInProvider provider, Viewers viewers) {
		SavedRequestAwareAuthenticationSuccessHandler toDesk = new SavedRequestAwareAuthenticationSuccessHandler();
		toDesk.setDefaultTargetUrl("/desk");
		return http
			.authorizeHttpRequests(
					(requests) -> requests
						.requestMatchers("/", "/accessibility", "/sign-in", "/sign-in/refused", "/css/**", "/js/**",
								"/fonts/**", "/webjars/**", UNSUBSCRIPTION, "/favicon.ico", "/favicon.svg", "/error",
								"/actuator/health/**", "/calendar/feed/*.ics")
						.permitAll()
						.anyRequest()
						.authenticated())
			.csrf((csrf) -> csrf.ignoringRequestMatchers(UNSUBSCRIPTION))
			.authenticationManager(new ProviderManager(provider))
			.formLogin((form) -> form.loginPage("/sign-in")
				.successHandler(toDesk)
				.failureHandler((request, response, failure) -> {
					request.setAttribute(SignInController.FAILURE, failure);
					request.getRequestDispatcher("/sign-in/refused").forward(request, response);
				}))
			.logout((logout) -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signedOut"))
			.headers((headers) -> headers
				.contentSecurityPolicy((policy) -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
				.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
				.permissionsPolicyHeader((policy) -> policy.policy("camera=(self), geolocation=(), microphone=()")))
			.addFilterBefore(new ViewerFilter(viewers), AuthorizationFilter.class)
			.build();
	}

	/** The Secure flag follows the request: set whenever it came over TLS. */
	/** Of two requests that leave a word in the session at once, neither fails. */
	@Bean
	PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsOnPostgres() {
		return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
	}

	@Bean
	CookieSerializer cookieSerializer() {
		DefaultCookieSerializer serializer = new DefaultCookieSerializer();
		serializer.setCookieName("SESSION");
		serializer.setUseHttpOnlyCookie(true);
		serializer.setSameSite("Lax");
		return serializer;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new EndpointAccess()).order(0);
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new ViewerResolver());
	}

	private static final class ViewerResolver implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return parameter.getParameterType() == Viewer.class || parameter.getParameterType() == Actor.class;
		}

		@Override
		public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container,
				NativeWebRequest webRequest, WebDataBinderFactory binderFactory) {
			return CurrentViewer.get().orElse(null);
		}

	}

}
