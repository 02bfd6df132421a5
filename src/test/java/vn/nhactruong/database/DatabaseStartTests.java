package vn.nhactruong.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** Starts this module as the application does: settings, Flyway, guard, sentences. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseStartTests {

	@TempDir
	private Path folder;

	@Test
	void without_a_configured_database_the_own_server_runs_the_demo_until_the_application_ends() {
		URI address;
		try (ConfigurableApplicationContext context = run()) {
			assertThat(context.getEnvironment().getActiveProfiles()).containsExactly("demo");
			assertThat(context.getBean(DatabasePurpose.class).isDemo()).isTrue();
			assertThat(this.folder.resolve("postgres/data/postmaster.pid")).exists();
			address = URI.create(context.getBean(JdbcConnectionDetails.class).getJdbcUrl().substring("jdbc:".length()));
		}
		assertThatException().isThrownBy(() -> new Socket(address.getHost(), address.getPort()).close());
	}

	@Test
	void a_configured_database_is_production() {
		JdbcConnectionDetails server = TestPostgres.newDatabase();
		try (ConfigurableApplicationContext context = run(settings(server))) {
			assertThat(context.getEnvironment().getActiveProfiles()).isEmpty();
			assertThat(context.getBeansOfType(EmbeddedPostgres.class)).isEmpty();
			assertThat(context.getBean(DatabasePurpose.class).isDemo()).isFalse();
		}
	}

	@Test
	void an_empty_configured_database_may_become_a_demo_but_not_go_back(CapturedOutput output) {
		JdbcConnectionDetails server = TestPostgres.newDatabase();
		try (ConfigurableApplicationContext context = run(settings(server, "--spring.profiles.active=demo"))) {
			assertThat(context.getBean(DatabasePurpose.class).isDemo()).isTrue();
		}
		assertThatException().isThrownBy(() -> run(settings(server)));
		assertThat(output).contains("Cơ sở dữ liệu này chứa dữ liệu mẫu", "This database holds the demo's sample data");
		assertThat(output).doesNotContain("\tat ");
	}

	@Test
	void a_database_that_does_not_answer_is_named_without_its_password(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> run("--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/stp?password=x1y2",
					"--spring.datasource.username=portal"));
		assertThat(output).contains("Không kết nối được cơ sở dữ liệu jdbc:postgresql://127.0.0.1:1/stp (",
				"The database jdbc:postgresql://127.0.0.1:1/stp can't be reached");
		assertThat(output).doesNotContain("\tat ").doesNotContain("x1y2");
	}

	@Test
	void a_wrong_password_is_explained(CapturedOutput output) {
		JdbcConnectionDetails server = TestPostgres.newDatabase();
		assertThatException().isThrownBy(() -> run("--spring.datasource.url=" + server.getJdbcUrl(),
				"--spring.datasource.username=" + server.getUsername(), "--spring.datasource.password=wrong"));
		assertThat(output).contains("Không kết nối được cơ sở dữ liệu", "SPRING_DATASOURCE_PASSWORD");
		assertThat(output).doesNotContain("\tat ");
	}

	@Test
	void half_a_production_configuration_does_not_become_a_demo(CapturedOutput output) {
		assertThatException().isThrownBy(() -> run("--spring.datasource.username=portal"));
		assertThat(output).contains("thiếu địa chỉ", "its address is not");
		assertThat(this.folder.resolve("postgres")).doesNotExist();
	}

	private String[] settings(JdbcConnectionDetails server, String... more) {
		List<String> settings = new ArrayList<>(List.of("--spring.datasource.url=" + server.getJdbcUrl(),
				"--spring.datasource.username=" + server.getUsername(),
				"--spring.datasource.password=" + server.getPassword()));
		settings.addAll(List.of(more));
		return settings.toArray(String[]::new);
	}

	private ConfigurableApplicationContext run(String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--portal.data-dir=" + this.folder);
		// Other modules' migrations are not this test's business.
		all.add("--spring.flyway.locations=filesystem:" + migration());
		return new SpringApplicationBuilder(Module.class).web(WebApplicationType.NONE).run(all.toArray(String[]::new));
	}

	private Path migration() {
		try {
			Path migrations = Files.createDirectories(this.folder.resolve("migrations"));
			String name = "V202611221000__database_purpose.sql";
			Files.copy(Path.of("src/main/resources/db/migration", name), migrations.resolve(name),
					StandardCopyOption.REPLACE_EXISTING);
			return migrations;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
			JdbcClientAutoConfiguration.class, FlywayAutoConfiguration.class })
	@Import({ EmbeddedDatabaseConfiguration.class, DatabasePurpose.class })
	static class Module {

	}

}
