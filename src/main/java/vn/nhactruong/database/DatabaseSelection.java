package vn.nhactruong.database;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Decides which database the application uses: with no address configured its own server
 * and the demo, with one that server and no demo data.
 * <p>
 * It runs after the configuration files are read because an address may stand in one of
 * them. The profile it adds therefore switches on beans, but is too late for an
 * {@code application-demo.properties}: settings of the demo belong into its beans.
 */
class DatabaseSelection implements EnvironmentPostProcessor, Ordered {

	/** The profile that fills the database with sample data and known passwords. */
	static final String DEMO_PROFILE = "demo";

	/**
	 * Whether the own server is started; a test that brings its own sets it to false.
	 */
	static final String EMBEDDED = "portal.database.embedded";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
			decide(environment, false);
		}
		else if (environment.getProperty(EMBEDDED, Boolean.class, true)) {
			decide(environment, true);
			environment.addActiveProfile(DEMO_PROFILE);
		}
	}

	private static void decide(ConfigurableEnvironment environment, boolean embedded) {
		environment.getPropertySources()
			.addFirst(new MapPropertySource("databaseSelection", Map.of(EMBEDDED, embedded)));
	}

	@Override
	public int getOrder() {
		return ConfigDataEnvironmentPostProcessor.ORDER + 10;
	}

}
