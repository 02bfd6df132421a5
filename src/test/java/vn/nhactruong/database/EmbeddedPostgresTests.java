package vn.nhactruong.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedPostgresTests {

	/** One cluster for all: making one takes longer than starting it. */
	@TempDir
	private static Path folder;

	@Test
	void data_and_password_survive_a_restart() throws SQLException {
		String password;
		try (EmbeddedPostgres server = start("a")) {
			password = server.password();
			execute(server, "drop table if exists kept", "create table kept (name text)",
					"insert into kept values ('Hội nghị')");
		}
		try (EmbeddedPostgres server = start("a")) {
			assertThat(server.password()).isEqualTo(password);
			assertThat(query(server, "select name from kept")).containsExactly("Hội nghị");
		}
	}

	@Test
	void nobody_enters_without_the_generated_password() throws Exception {
		try (EmbeddedPostgres server = start("a")) {
			for (String user : List.of("portal", "postgres")) {
				assertThatExceptionOfType(SQLException.class)
					.isThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), user, "portal"))
					.satisfies((ex) -> assertThat(ex.getSQLState()).isEqualTo("28P01"));
			}
			assertThat(Files.readAllLines(folder.resolve("a/data/pg_hba.conf"))
				.stream()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))).isNotEmpty()
				.allSatisfy((line) -> assertThat(line).endsWith("scram-sha-256"));
			Path password = folder.resolve("a/password");
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password))).isEqualTo("rw-------");
			assertThat(query(server, "select rolsuper::text from pg_roles where rolname = current_user"))
				.containsExactly("false");
		}
	}

	@Test
	void only_this_machine_reaches_the_server() throws Exception {
		try (EmbeddedPostgres server = start("a")) {
			assertThat(query(server, "show listen_addresses")).containsExactly("127.0.0.1");
			int port = URI.create(server.jdbcUrl().substring("jdbc:".length())).getPort();
			for (InetAddress address : addressesOfThisMachine()) {
				assertThat(answers(address, port)).as(address.toString())
					.isEqualTo(address.equals(InetAddress.getByName("127.0.0.1")));
			}
		}
	}

	@Test
	void vietnamese_is_sorted_and_folded() throws SQLException {
		try (EmbeddedPostgres server = start("a")) {
			assertThat(query(server,
					"select name from (values ('Đà Nẵng'), ('Ân'), ('An'), ('Em'), ('Dũng')) names (name)"
							+ " order by name collate \"vi-x-icu\""))
				.containsExactly("An", "Ân", "Dũng", "Đà Nẵng", "Em");
			assertThat(query(server, "select lower('HỘI NGHỊ ĐẶC BIỆT')")).containsExactly("hội nghị đặc biệt");
			execute(server, "create extension if not exists unaccent", "create extension if not exists pg_trgm",
					"create extension if not exists ltree");
			assertThat(query(server, "select unaccent('Hội nghị Đà Nẵng')")).containsExactly("Hoi nghi Da Nang");
		}
	}

	@Test
	void a_first_start_that_was_interrupted_is_repeated() throws Exception {
		Files.createDirectories(folder.resolve("fresh/data.new/base"));
		Files.writeString(folder.resolve("fresh/password"), "of the interrupted start");
		try (EmbeddedPostgres server = start("fresh")) {
			assertThat(query(server, "select current_database()")).containsExactly("portal");
		}
	}

	@Test
	void a_server_whose_application_was_killed_is_recovered() throws Exception {
		Path directory = folder.resolve("a");
		Process holder = holder(directory);
		long orphan;
		try (BufferedReader output = holder.inputReader()) {
			String url = output.lines()
				.filter((line) -> line.startsWith("jdbc:"))
				.findFirst()
				.orElseThrow(() -> new AssertionError("The application did not start"));
			String password = Files.readString(directory.resolve("password"));
			try (Connection connection = DriverManager.getConnection(url, "portal", password);
					Statement statement = connection.createStatement()) {
				statement.execute("drop table if exists kept");
				statement.execute("create table kept (name text)");
				statement.execute("insert into kept values ('Kết luận')");
			}
			orphan = postmaster(directory);
			// While it lives, the folder is taken; both languages say so.
			assertRefused(() -> start("a"), DatabaseFailure.Reason.DATA_IN_USE, "đang được một tiến trình",
					"is in use by another");
		}
		finally {
			holder.destroyForcibly().waitFor();
		}
		assertThat(runs(orphan)).as("the server outlives its application").isTrue();
		try (EmbeddedPostgres server = start("a")) {
			assertThat(query(server, "select name from kept")).containsExactly("Kết luận");
			assertThat(postmaster(directory)).isNotEqualTo(orphan);
		}
		assertThat(runs(orphan)).isFalse();
	}

	@Test
	void a_folder_in_use_is_refused_and_stays_usable() throws SQLException {
		try (EmbeddedPostgres server = start("a")) {
			assertRefused(() -> start("a"), DatabaseFailure.Reason.DATA_IN_USE, "PORTAL_DATA_DIR");
			assertRefused(() -> start("a"), DatabaseFailure.Reason.DATA_IN_USE, "PORTAL_DATA_DIR");
			assertThat(query(server, "select 1::text")).containsExactly("1");
		}
	}

	@Test
	void a_stale_number_of_another_process_harms_nobody() throws Exception {
		start("a").close();
		Process stranger = new ProcessBuilder("sleep", "60").start();
		try (EmbeddedPostgres other = start("b")) {
			Path pidFile = folder.resolve("a/data/postmaster.pid");
			for (long pid : new long[] { stranger.pid(), postmaster(folder.resolve("b")) }) {
				Files.writeString(pidFile, pid + "\n" + pidFile.getParent() + "\n1790000000\n5432\n\n127.0.0.1\n");
				try (EmbeddedPostgres server = start("a")) {
					assertThat(query(server, "select 1::text")).containsExactly("1");
				}
			}
			assertThat(stranger.isAlive()).isTrue();
			assertThat(query(other, "select 1::text")).containsExactly("1");
		}
		finally {
			stranger.destroyForcibly();
		}
	}

	@Test
	void a_stopped_server_leaves_no_process() throws IOException {
		EmbeddedPostgres server = start("a");
		long pid = postmaster(folder.resolve("a"));
		server.close();
		server.close();
		assertThat(runs(pid)).isFalse();
		assertThat(folder.resolve("a/data/postmaster.pid")).doesNotExist();
	}

	@Test
	void a_folder_that_cannot_be_written_is_named() throws IOException {
		Files.writeString(folder.resolve("file"), "");
		assertRefused(() -> start("file/postgres"), DatabaseFailure.Reason.DATA_NOT_WRITABLE,
				folder.resolve("file/postgres").toString());
	}

	@Test
	void a_lost_password_is_named() throws IOException {
		start("a").close();
		Path password = folder.resolve("a/password");
		Path elsewhere = folder.resolve("a/elsewhere");
		Files.move(password, elsewhere);
		assertRefused(() -> start("a"), DatabaseFailure.Reason.PASSWORD_MISSING, password.toString());
		Files.move(elsewhere, password);
	}

	@Test
	void a_server_that_does_not_start_tells_why() throws IOException {
		start("a").close();
		Path version = folder.resolve("a/data/PG_VERSION");
		Files.writeString(version, "17\n");
		assertRefused(() -> start("a"), DatabaseFailure.Reason.SERVER_NOT_STARTED,
				"initialized by PostgreSQL version 17");
		Files.writeString(version, "18\n");
	}

	private EmbeddedPostgres start(String directory) {
		return EmbeddedPostgres.start(folder.resolve(directory), TestPostgres.binaries(), Map.of("fsync", "off"));
	}

	private static Process holder(Path directory) throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), HolderApplication.class.getName(), directory.toString())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
	}

	private static long postmaster(Path directory) throws IOException {
		return Long.parseLong(Files.readAllLines(directory.resolve("data/postmaster.pid")).get(0).strip());
	}

	/** An ended process that nobody collects keeps its number but has no program. */
	private static boolean runs(long pid) {
		return ProcessHandle.of(pid).flatMap((process) -> process.info().command()).isPresent();
	}

	private static void assertRefused(ThrowingCallable start, DatabaseFailure.Reason reason, String... words) {
		assertThatExceptionOfType(DatabaseFailure.class).isThrownBy(start)
			.satisfies((failure) -> assertThat(failure.reason()).isEqualTo(reason))
			.satisfies((failure) -> assertThat(failure.getMessage()).contains(words));
	}

	private static Set<InetAddress> addressesOfThisMachine() throws IOException {
		return NetworkInterface.networkInterfaces()
			.flatMap(NetworkInterface::inetAddresses)
			.collect(Collectors.toSet());
	}

	private static boolean answers(InetAddress address, int port) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(address, port), (int) Duration.ofSeconds(1).toMillis());
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static void execute(EmbeddedPostgres server, String... statements) throws SQLException {
		try (Connection connection = connect(server); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

	private static List<String> query(EmbeddedPostgres server, String sql) throws SQLException {
		try (Connection connection = connect(server);
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			List<String> values = new ArrayList<>();
			while (rows.next()) {
				values.add(rows.getString(1));
			}
			return values;
		}
	}

	private static Connection connect(EmbeddedPostgres server) throws SQLException {
		return DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
	}

}
