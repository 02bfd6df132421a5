package vn.nhactruong.database;

import java.nio.file.Path;
import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Starts the own server where {@link DatabaseSelection} chose it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(DatabaseSelection.EMBEDDED)
class EmbeddedDatabaseConfiguration {

	/**
	 * The server. The connection pool depends on it through the connection details, so
	 * Spring closes the pool first and the server after it.
	 */
	@Bean(destroyMethod = "close")
	EmbeddedPostgres embeddedPostgres(@Value("${portal.data-dir}") Path dataDirectory, Environment environment) {
		// Half a production configuration must not quietly become a demo.
		if (StringUtils.hasText(environment.getProperty("spring.datasource.username"))
				|| StringUtils.hasText(environment.getProperty("spring.datasource.password"))) {
			throw new DatabaseFailure(DatabaseFailure.Reason.ADDRESS_MISSING);
		}
		Path directory = dataDirectory.resolve("postgres");
		EmbeddedPostgres server = EmbeddedPostgres.start(directory, directory.resolve("binaries"), Map.of());
		// For the one case in which the context is not closed: an exit called while it
		// starts.
		SpringApplication.getShutdownHandlers().add(server::close);
		return server;
	}

	@Bean
	JdbcConnectionDetails embeddedPostgresConnectionDetails(EmbeddedPostgres server) {
		return new JdbcConnectionDetails() {

			@Override
			public String getUsername() {
				return server.username();
			}

			@Override
			public String getPassword() {
				return server.password();
			}

			@Override
			public String getJdbcUrl() {
				return server.jdbcUrl();
			}

		};
	}

}
