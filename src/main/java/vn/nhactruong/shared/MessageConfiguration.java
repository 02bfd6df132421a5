package vn.nhactruong.shared;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * Vietnamese first, English second: each module's texts are its own file in
 * {@code messages/}, found here so that no list of them has to be kept.
 */
@Configuration(proxyBeanMethods = false)
public class MessageConfiguration {

	/** The language of the papers, of the trail and of whoever chose no other. */
	public static final Locale VIETNAMESE = new Locale.Builder().setLanguage("vi").setRegion("VN").build();

	@Bean
	MessageSource messageSource() throws IOException {
		Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
		String[] basenames = Arrays.stream(files)
			.map(Resource::getFilename)
			.filter((name) -> !name.endsWith("_en.properties"))
			.map((name) -> "messages/" + name.substring(0, name.length() - ".properties".length()))
			.sorted()
			.toArray(String[]::new);
		ResourceBundleMessageSource source = new ResourceBundleMessageSource();
		source.setBasenames(basenames);
		source.setDefaultEncoding(StandardCharsets.UTF_8.name());
		source.setFallbackToSystemLocale(false);
		return source;
	}

	@Bean
	LocaleResolver localeResolver() {
		CookieLocaleResolver resolver = new CookieLocaleResolver("lang");
		resolver.setDefaultLocale(VIETNAMESE);
		resolver.setCookieMaxAge(Duration.ofDays(365));
		resolver.setCookieHttpOnly(true);
		resolver.setCookieSameSite("Lax");
		return resolver;
	}

}
