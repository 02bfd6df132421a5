package vn.nhactruong.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

import org.springframework.util.FileSystemUtils;

/**
 * PostgreSQL's programs, unpacked once from the archive that comes with the application.
 */
final class PostgresBinaries {

	private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);

	private PostgresBinaries() {
	}

	/**
	 * Unpack the binaries of this platform below the given folder unless they are there.
	 * The folder's name is the archive's digest, so a newer release is unpacked beside
	 * the old one.
	 */
	static Path unpackInto(Path cache) throws IOException {
		byte[] archive = archive();
		Path home = cache.resolve(digest(archive));
		if (Files.isDirectory(home)) {
			return home;
		}
		log.info("Unpacking PostgreSQL into {}", home);
		Files.createDirectories(cache);
		// Unpacked beside and renamed: an interrupted start leaves nothing half done.
		Path fresh = Files.createTempDirectory(cache, "unpacking-");
		try {
			unpack(archive, fresh);
			Files.move(fresh, home);
		}
		catch (FileAlreadyExistsException | DirectoryNotEmptyException ex) {
			log.debug("Another application has unpacked {} meanwhile", home);
		}
		finally {
			FileSystemUtils.deleteRecursively(fresh);
		}
		return home;
	}

	private static byte[] archive() throws IOException {
		String system = operatingSystem();
		String processor = System.getProperty("os.arch");
		try (InputStream stream = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system,
				"amd64".equals(processor) ? "x86_64" : processor)) {
			return stream.readAllBytes();
		}
		catch (IllegalStateException ex) {
			throw new DatabaseFailure(DatabaseFailure.Reason.PLATFORM_UNSUPPORTED, ex, system, processor);
		}
	}

	private static String operatingSystem() {
		String name = System.getProperty("os.name");
		String lower = name.toLowerCase(Locale.ROOT);
		if (lower.startsWith("windows")) {
			return "Windows";
		}
		return lower.startsWith("mac") ? "Darwin" : name;
	}

	private static String digest(byte[] archive) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
			return HexFormat.of().formatHex(digest, 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void unpack(byte[] archive, Path target) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(
				new XZInputStream(new ByteArrayInputStream(archive)))) {
			TarArchiveEntry entry;
			while ((entry = tar.getNextEntry()) != null) {
				Path file = target.resolve(entry.getName()).normalize();
				if (!file.startsWith(target)) {
					throw new IOException("Archive entry outside its folder: " + entry.getName());
				}
				if (entry.isDirectory()) {
					Files.createDirectories(file);
					continue;
				}
				Files.createDirectories(file.getParent());
				if (entry.isSymbolicLink() || entry.isLink()) {
					Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
					continue;
				}
				Files.copy(tar, file);
				if (file.getParent().endsWith("bin")) {
					file.toFile().setExecutable(true, false);
				}
			}
		}
	}

}
