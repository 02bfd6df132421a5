package vn.nhactruong.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The one PostgreSQL server of a test run: a container where a Docker engine answers, the
 * embedded server elsewhere.
 */
public final class TestPostgres {

	private static final Logger log = LoggerFactory.getLogger(TestPostgres.class);

	/**
	 * Two JVMs share the tests and begin at the same moment: each has its own folders.
	 */
	private static final String FORK = fork();

	private static final AtomicInteger DATABASES = new AtomicInteger();

	private static TestPostgres instance;

	private final String address;

	private final String username;

	private final String password;

	private TestPostgres(String address, String username, String password) {
		this.address = address;
		this.username = username;
		this.password = password;
	}

	private static String fork() {
		String fork = System.getProperty("portal.test.fork", "fork-1");
		if (!fork.matches("fork-\\d+")) {
			throw new IllegalStateException("The build does not number its test JVMs: portal.test.fork is " + fork);
		}
		return fork;
	}

	/** An empty database of its own on the server. */
	public static JdbcConnectionDetails newDatabase() {
		return server().createDatabase("test_" + DATABASES.incrementAndGet());
	}

	private static synchronized TestPostgres server() {
		if (instance == null) {
			instance = DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
		}
		return instance;
	}

	private static TestPostgres container() {
		// Ryuk, Testcontainers' own helper, removes it when this JVM is gone.
		PostgreSQLContainer container = new PostgreSQLContainer("postgres:18").withCommand("postgres", "-c",
				"fsync=off", "-c", "max_connections=200");
		container.start();
		log.info("Tests use PostgreSQL in a container ({})", container.getDockerImageName());
		return new TestPostgres("jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(5432) + "/",
				container.getUsername(), container.getPassword());
	}

	private static TestPostgres embedded() {
		EmbeddedPostgres server = startEmbedded();
		log.info("Tests use the embedded PostgreSQL, no Docker engine answers");
		// After the cached contexts have been closed, which Spring Boot sees to.
		SpringApplication.getShutdownHandlers().add(server::close);
		return new TestPostgres(server.jdbcUrl(""), server.username(), server.password());
	}

	/**
	 * The first free of some fixed folders, so that a run that was killed leaves nothing
	 * behind that the next one doesn't stop and use again.
	 */
	private static EmbeddedPostgres startEmbedded() {
		for (int slot = 1;; slot++) {
			try {
				return EmbeddedPostgres.start(Path.of("target/test-postgres-" + FORK + "-" + slot), binaries(),
						Map.of("fsync", "off", "synchronous_commit", "off", "max_connections", "200"));
			}
			catch (DatabaseFailure ex) {
				if (ex.reason() != DatabaseFailure.Reason.DATA_IN_USE) {
					throw ex;
				}
			}
		}
	}

	static Path binaries() {
		return Path.of("target/test-postgres-binaries-" + FORK);
	}

	private JdbcConnectionDetails createDatabase(String name) {
		try (Connection connection = DriverManager.getConnection(this.address + "postgres", this.username,
				this.password); Statement statement = connection.createStatement()) {
			statement.execute("drop database if exists " + name + " with (force)");
			statement.execute("create database " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		String url = this.address + name;
		String user = this.username;
		String secret = this.password;
		return new JdbcConnectionDetails() {

			@Override
			public String getUsername() {
				return user;
			}

			@Override
			public String getPassword() {
				return secret;
			}

			@Override
			public String getJdbcUrl() {
				return url;
			}

		};
	}

}
