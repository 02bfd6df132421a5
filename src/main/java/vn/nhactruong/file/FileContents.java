package vn.nhactruong.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.multipart.MultipartFile;

import vn.nhactruong.shared.ClockConfiguration;

/**
 * The files' bytes, below {@code ${portal.data-dir}/files}, which no web server reaches.
 * A file gets there in one step and lives exactly as long as the transaction that wrote
 * its row. Several nodes must share this directory (one network volume): each serves what
 * any of them took.
 */
@Component
class FileContents {

	private static final Logger logger = LoggerFactory.getLogger(FileContents.class);

	/** An upload or transaction that runs longer than this is none any more. */
	private static final Duration SETTLED = Duration.ofDays(1);

	private static final int BATCH = 500;

	private final Path root;

	private final Path incoming;

	private final JdbcClient jdbc;

	private final Clock clock;

	FileContents(@Value("${portal.data-dir}") Path dataDirectory, JdbcClient jdbc, Clock clock) {
		this.root = dataDirectory.toAbsolutePath().normalize().resolve("files");
		// Below the same root, so that moving a file is one step of one file system.
		this.incoming = this.root.resolve("incoming");
		this.jdbc = jdbc;
		this.clock = clock;
	}

	Path root() {
		return this.root;
	}

	Path path(UUID content) {
		String name = content.toString();
		return this.root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
	}

	/** Writes what was sent aside, to be looked at. */
	Staged stage(MultipartFile sent) {
		Path path = this.incoming.resolve(UUID.randomUUID().toString());
		try {
			Files.createDirectories(this.incoming);
			MessageDigest digest = sha256();
			try (InputStream input = new DigestInputStream(sent.getInputStream(), digest)) {
				Files.copy(input, path);
			}
			return new Staged(path, Files.size(path), HexFormat.of().formatHex(digest.digest()));
		}
		catch (IOException ex) {
			delete(path);
			throw new UncheckedIOException(ex);
		}
	}

	@Bean
	RecurringTask<Void> fileSweep() {
		return Tasks.recurring("file-sweep", Schedules.daily(ClockConfiguration.ZONE, LocalTime.of(2, 30)))
			.execute((run, context) -> sweep());
	}

	/**
	 * Deletes what no row names: left behind by a machine that stopped between writing
	 * and committing.
	 */
	void sweep() {
		if (!Files.isDirectory(this.root)) {
			return;
		}
		Instant settled = this.clock.instant().minus(SETTLED);
		List<Path> batch = new ArrayList<>();
		try (Stream<Path> files = Files.walk(this.root)) {
			files.filter((file) -> isOlder(file, settled)).forEach((file) -> {
				batch.add(file);
				if (batch.size() == BATCH) {
					deleteUnknown(batch);
					batch.clear();
				}
			});
			deleteUnknown(batch);
		}
		catch (IOException | UncheckedIOException ex) {
			logger.warn("Could not look for files without a row below {}", this.root, ex);
		}
	}

	private void deleteUnknown(List<Path> files) {
		String[] names = files.stream().map((file) -> file.getFileName().toString()).toArray(String[]::new);
		Set<String> known = new HashSet<>(
				this.jdbc.sql("select content::text from stored_file where content::text = any(?)")
					.param(names)
					.query(String.class)
					.list());
		files.stream().filter((file) -> !known.contains(file.getFileName().toString())).forEach((file) -> {
			logger.info("Deleting {}, which no row names", file);
			delete(file);
		});
	}

	private static boolean isOlder(Path file, Instant than) {
		try {
			return Files.isRegularFile(file) && Files.getLastModifiedTime(file).toInstant().isBefore(than);
		}
		catch (IOException ex) {
			return false; // gone meanwhile
		}
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			logger.warn("Could not delete {}", file, ex);
		}
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** An uploaded file on trial; closed without being kept, it is gone. */
	final class Staged implements AutoCloseable {

		private final Path path;

		private final long size;

		private final String sha256;

		private Staged(Path path, long size, String sha256) {
			this.path = path;
			this.size = size;
			this.sha256 = sha256;
		}

		Path path() {
			return this.path;
		}

		long size() {
			return this.size;
		}

		String sha256() {
			return this.sha256;
		}

		/** Moves it to its place, which it leaves again if the transaction fails. */
		UUID keep() {
			UUID content = UUID.randomUUID();
			Path target = FileContents.this.path(content);
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void afterCompletion(int status) {
					// Of an unknown outcome the sweeper learns the truth later.
					if (status == STATUS_ROLLED_BACK) {
						delete(target);
					}
				}
			});
			try (FileChannel channel = FileChannel.open(this.path, StandardOpenOption.WRITE)) {
				// The row must never outlive a power cut that the bytes did not.
				channel.force(true);
				Files.createDirectories(target.getParent());
				Files.move(this.path, target, StandardCopyOption.ATOMIC_MOVE);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			return content;
		}

		@Override
		public void close() {
			delete(this.path);
		}

	}

}
