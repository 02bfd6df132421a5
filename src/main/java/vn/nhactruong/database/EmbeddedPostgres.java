package vn.nhactruong.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * The application's own PostgreSQL server: its data survive restarts, it listens on the
 * loopback address only, asks for a generated password and ends with the application.
 * <p>
 * The library whose binaries it uses has a server class as well, made for tests: it
 * trusts everybody, switches fsync off and deletes or abandons its data. So only the
 * binaries are taken from there.
 * <p>
 * Layout of the folder: {@code data} (the cluster), {@code password}, {@code lock},
 * {@code postgres.log} of this run and {@code postgres.log.1} of the one before.
 */
final class EmbeddedPostgres implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

	/**
	 * The role of the application owns its database but is no superuser: what works here
	 * works on an office's server, too.
	 */
	private static final String ROLE = "portal";

	private static final String SUPERUSER = "postgres";

	/**
	 * Folders held by this JVM. A second channel on a lock file must not even be opened:
	 * closing it would drop the first one's lock.
	 */
	private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

	private static final int PORT_ATTEMPTS = 3;

	private final Path folder;

	private final ServerAccount account;

	private final FileChannel lock;

	private Path binaries;

	private String password;

	private int port;

	private boolean closed;

	private EmbeddedPostgres(Path folder, ServerAccount account, FileChannel lock) {
		this.folder = folder;
		this.account = account;
		this.lock = lock;
	}

	/**
	 * Start the server, creating it at the first time and recovering it when the last
	 * application was killed.
	 * @param directory where the server lives
	 * @param binariesCache where its programs are unpacked
	 * @param settings server settings beside the usual ones
	 * @throws DatabaseFailure with a sentence for the person at the console
	 */
	static EmbeddedPostgres start(Path directory, Path binariesCache, Map<String, String> settings) {
		ServerAccount account = ServerAccount.detect();
		EmbeddedPostgres server = hold(directory, account);
		try {
			server.open(binariesCache.toAbsolutePath(), settings);
			return server;
		}
		catch (IOException | SQLException ex) {
			server.close();
			throw new DatabaseFailure(DatabaseFailure.Reason.SERVER_NOT_STARTED, ex, server.folder, ex.getMessage());
		}
		catch (RuntimeException ex) {
			server.close();
			throw ex;
		}
	}

	private static EmbeddedPostgres hold(Path directory, ServerAccount account) {
		Path folder = directory.toAbsolutePath().normalize();
		try {
			Files.createDirectories(folder.getParent());
			if (!Files.isDirectory(folder)) {
				Files.createDirectory(folder, ownerOnly(folder.getParent(), "rwx------"));
			}
			account.own(folder);
			folder = folder.toRealPath();
			if (!HELD.add(folder)) {
				throw new DatabaseFailure(DatabaseFailure.Reason.DATA_IN_USE, folder);
			}
			try {
				FileChannel lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
						StandardOpenOption.WRITE);
				if (lock.tryLock() == null) {
					lock.close();
					throw new DatabaseFailure(DatabaseFailure.Reason.DATA_IN_USE, folder);
				}
				return new EmbeddedPostgres(folder, account, lock);
			}
			catch (IOException | RuntimeException ex) {
				HELD.remove(folder);
				throw ex;
			}
		}
		catch (IOException ex) {
			throw new DatabaseFailure(DatabaseFailure.Reason.DATA_NOT_WRITABLE, ex, folder);
		}
	}

	String jdbcUrl() {
		return jdbcUrl(ROLE);
	}

	/** Address of another database of this server. */
	String jdbcUrl(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
	}

	String username() {
		return ROLE;
	}

	String password() {
		return this.password;
	}

	/** A connection that may do anything, for setting up. */
	Connection superuserConnection() throws SQLException {
		return DriverManager.getConnection(jdbcUrl(SUPERUSER), SUPERUSER, this.password);
	}

	private void open(Path binariesCache, Map<String, String> settings) throws IOException, SQLException {
		this.binaries = PostgresBinaries.unpackInto(binariesCache);
		this.account.own(binariesCache);
		this.account.own(this.binaries);
		stopServer();
		initialize("off".equals(settings.get("fsync")));
		startServer(settings);
		try (Connection connection = superuserConnection(); Statement statement = connection.createStatement()) {
			createMissing(statement);
		}
		log.info("PostgreSQL is ready on 127.0.0.1:{}, data in {}", this.port, data());
	}

	private Path data() {
		return this.folder.resolve("data");
	}

	private void initialize(boolean disposable) throws IOException {
		Path passwordFile = this.folder.resolve("password");
		if (Files.isDirectory(data())) {
			if (!Files.isReadable(passwordFile)) {
				throw new DatabaseFailure(DatabaseFailure.Reason.PASSWORD_MISSING, passwordFile);
			}
			this.password = Files.readString(passwordFile).strip();
			return;
		}
		this.password = writePassword(passwordFile);
		// Created beside and renamed: an interrupted first start leaves nothing half
		// done.
		Path fresh = this.folder.resolve("data.new");
		FileSystemUtils.deleteRecursively(fresh);
		List<String> arguments = new ArrayList<>(
				List.of("-D", fresh.toString(), "-U", SUPERUSER, "--pwfile=" + passwordFile, "--auth=scram-sha-256",
						"--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
		if (disposable) {
			arguments.add("--no-sync");
		}
		run("initdb", arguments.toArray(String[]::new));
		Files.move(fresh, data());
	}

	private String writePassword(Path file) throws IOException {
		byte[] random = new byte[24];
		new SecureRandom().nextBytes(random);
		String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
		Path fresh = this.folder.resolve("password.new");
		Files.deleteIfExists(fresh);
		Files.createFile(fresh, ownerOnly(this.folder, "rw-------"));
		this.account.own(fresh);
		Files.writeString(fresh, secret);
		try {
			Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (AtomicMoveNotSupportedException ex) {
			Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
		}
		return secret;
	}

	private void startServer(Map<String, String> settings) throws IOException {
		Path logFile = this.folder.resolve("postgres.log");
		for (int attempt = 1;; attempt++) {
			if (Files.exists(logFile)) {
				Files.move(logFile, this.folder.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
			}
			this.port = freePort();
			try {
				// pg_ctl gives the server a session of its own: Ctrl-C then reaches the
				// application only, which still needs the database to finish its work.
				run("pg_ctl", "start", "-D", data().toString(), "-l", logFile.toString(), "-w", "-t", "300", "-o",
						options(settings));
				return;
			}
			catch (IOException ex) {
				String reason = tail(logFile);
				if (attempt == PORT_ATTEMPTS || !reason.contains("could not bind")) {
					throw new IOException(reason.isBlank() ? ex.getMessage() : reason, ex);
				}
			}
		}
	}

	private String options(Map<String, String> settings) {
		Map<String, String> all = new LinkedHashMap<>();
		all.put("listen_addresses", "127.0.0.1");
		all.put("port", Integer.toString(this.port));
		all.put("unix_socket_directories", "");
		all.put("max_connections", "60");
		all.put("shared_buffers", "128MB");
		// Short queries only: compiling them costs more than it saves.
		all.put("jit", "off");
		all.putAll(settings);
		StringBuilder options = new StringBuilder();
		all.forEach((name, value) -> options.append("-c ").append(name).append('=').append(value).append(' '));
		return options.toString().strip();
	}

	private void createMissing(Statement statement) throws SQLException {
		if (isEmpty(statement, "select from pg_roles where rolname = '" + ROLE + "'")) {
			// The password is ours and URL-safe, so it needs no quoting.
			statement.execute("create role " + ROLE + " login createdb password '" + this.password + "'");
		}
		if (isEmpty(statement, "select from pg_database where datname = '" + ROLE + "'")) {
			statement.execute("create database " + ROLE + " owner " + ROLE);
		}
	}

	private static boolean isEmpty(Statement statement, String query) throws SQLException {
		try (ResultSet rows = statement.executeQuery(query)) {
			return !rows.next();
		}
	}

	/** Stop the server after everybody who uses it is gone. May be called twice. */
	@Override
	public synchronized void close() {
		if (this.closed) {
			return;
		}
		this.closed = true;
		try {
			if (this.binaries != null) {
				stopServer();
			}
		}
		catch (IOException ex) {
			log.error("PostgreSQL in {} could not be stopped", this.folder, ex);
		}
		finally {
			release();
		}
	}

	private void release() {
		try {
			this.lock.close();
		}
		catch (IOException ex) {
			log.warn("The lock of {} could not be released", this.folder, ex);
		}
		HELD.remove(this.folder);
	}

	/**
	 * Stop the server of this folder if one runs, be it our own or one whose application
	 * was killed. A number left in the file may meanwhile belong to any other process,
	 * which neither we nor pg_ctl may touch.
	 */
	private void stopServer() throws IOException {
		Path pidFile = data().resolve("postmaster.pid");
		if (!Files.exists(pidFile)) {
			return;
		}
		Optional<ProcessHandle> running = runningServer(pidFile);
		if (running.isEmpty()) {
			log.info("PostgreSQL in {} was not stopped properly; it recovers by itself", this.folder);
			// PostgreSQL would refuse to start if the number is in use by somebody else.
			Files.deleteIfExists(pidFile);
			return;
		}
		try {
			run("pg_ctl", "stop", "-D", data().toString(), "-m", "fast", "-w", "-t", "60");
		}
		catch (IOException ex) {
			if (Files.exists(pidFile)) {
				log.warn("PostgreSQL does not stop in time, stopping it at once", ex);
				run("pg_ctl", "stop", "-D", data().toString(), "-m", "immediate", "-w", "-t", "30");
			}
		}
		awaitEnd(running.get());
	}

	/**
	 * Wait the moment in which the server has removed its file but not yet ended. Its
	 * program is asked for instead of its life: where nobody collects ended processes, as
	 * in some containers, their numbers stay.
	 */
	private void awaitEnd(ProcessHandle server) throws IOException {
		for (int turn = 0; turn < 500 && isServerOfThisFolder(server); turn++) {
			LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
		}
	}

	private Optional<ProcessHandle> runningServer(Path pidFile) throws IOException {
		List<String> lines = Files.readAllLines(pidFile, StandardCharsets.UTF_8);
		if (lines.isEmpty() || !lines.get(0).strip().matches("\\d+")) {
			return Optional.empty();
		}
		return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(this::isServerOfThisFolder);
	}

	private boolean isServerOfThisFolder(ProcessHandle process) {
		ProcessHandle.Info info = process.info();
		String program = info.command().map((path) -> Path.of(path).getFileName().toString()).orElse("");
		if (!program.equals("postgres") && !program.equals("postgres.exe")) {
			return false;
		}
		// Windows tells no arguments; there the program's place has to do.
		return info.arguments()
			.map((arguments) -> List.of(arguments).contains(data().toString()))
			.orElseGet(() -> info.command().map(Path::of).filter((path) -> path.startsWith(this.binaries)).isPresent());
	}

	private String run(String program, String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(this.binaries.resolve("bin").resolve(program).toString());
		command.addAll(List.of(arguments));
		// Into a file: on a pipe we would wait for the server that inherits it.
		Path output = Files.createTempFile(this.folder, program, ".out");
		try {
			Process process = this.account.command(command)
				.redirectErrorStream(true)
				.redirectOutput(output.toFile())
				.start();
			process.getOutputStream().close();
			int status = process.waitFor();
			String text = tail(output);
			if (status != 0) {
				throw new IOException(program + " (" + status + "): " + text);
			}
			return text;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted", ex);
		}
		finally {
			Files.deleteIfExists(output);
		}
	}

	private static String tail(Path file) throws IOException {
		if (!Files.exists(file)) {
			return "";
		}
		List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
		return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 12), lines.size()));
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			return socket.getLocalPort();
		}
	}

	private static FileAttribute<?>[] ownerOnly(Path where, String permissions) throws IOException {
		if (!Files.getFileStore(where).supportsFileAttributeView("posix")) {
			return new FileAttribute<?>[0];
		}
		return new FileAttribute<?>[] {
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) };
	}

}
