package vn.nhactruong.journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes sure that the journeys have a Chromium and a font with Vietnamese letters: a
 * given one, one that is found, Debian's packages where root runs on Debian, Playwright's
 * own download. A browser that can't be had ends the run with one sentence.
 */
final class Chromium {

	private static final Logger log = LoggerFactory.getLogger(Chromium.class);

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
			"google-chrome-stable", "chrome.exe", "msedge.exe");

	private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/google-chrome",
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"/Applications/Chromium.app/Contents/MacOS/Chromium",
			"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
			"C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");

	private static final String HELP = "Install Chromium or Chrome, or name one with -Dportal.chromium=/path/to/chromium "
			+ "(environment: PORTAL_CHROMIUM).";

	private static final Path SETUP = Path.of("target", "browser-setup.log");

	private Chromium() {
	}

	/**
	 * The browser to start.
	 * @param playwrightsOwn where Playwright keeps the build it downloads
	 * @throws IllegalStateException with a sentence for the reader of the build's output
	 */
	static synchronized Path executable(Path playwrightsOwn) {
		// Two JVMs run the journeys; Debian's packages are installed by one at a time.
		try (FileChannel setup = FileChannel.open(
				Files.createDirectories(SETUP.getParent()).resolve("browser-setup.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock one = setup.lock()) {
			return madeSure(playwrightsOwn);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Can't write to " + SETUP.getParent(), ex);
		}
	}

	private static Path madeSure(Path playwrightsOwn) {
		Path executable = given().or(Chromium::found)
			.or(() -> existing(playwrightsOwn))
			.or(Chromium::fromDebian)
			.or(() -> downloaded(playwrightsOwn))
			.orElseThrow(() -> new IllegalStateException(
					"No Chromium for the journeys: none is installed, Debian's packages and Playwright's download weren't to be had. "
							+ HELP));
		ensureVietnameseFont();
		log.info("Journeys use {}", executable);
		return executable;
	}

	static boolean isRoot() {
		return "root".equals(System.getProperty("user.name"));
	}

	private static Optional<Path> given() {
		String path = System.getProperty("portal.chromium", System.getenv("PORTAL_CHROMIUM"));
		if (path == null || path.isBlank()) {
			return Optional.empty();
		}
		return Optional.of(existing(Path.of(path)).orElseThrow(
				() -> new IllegalStateException("portal.chromium names " + path + ", which can't be run. " + HELP)));
	}

	private static Optional<Path> found() {
		Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.filter((folder) -> !folder.isBlank())
			.flatMap((folder) -> NAMES.stream().map((name) -> Path.of(folder, name)));
		return Stream.concat(PLACES.stream().map(Path::of), onPath).filter(Files::isExecutable).findFirst();
	}

	private static Optional<Path> existing(Path path) {
		return Optional.of(path).filter(Files::isExecutable).filter(Files::isRegularFile);
	}

	private static Optional<Path> fromDebian() {
		if (!mayUseDebian()) {
			return Optional.empty();
		}
		log.info("Installing Chromium from Debian's packages");
		debian("chromium", "fontconfig", "fonts-dejavu-core", "fonts-liberation");
		return found();
	}

	private static Optional<Path> downloaded(Path playwrightsOwn) {
		log.info("Fetching Playwright's own Chromium");
		ProcessBuilder install = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-cp", System.getProperty("java.class.path"), "com.microsoft.playwright.CLI", "install", "chromium");
		install.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
		run(install);
		return existing(playwrightsOwn);
	}

	/** Linux only: the other systems ship fonts with Vietnamese letters. */
	private static void ensureVietnameseFont() {
		if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux") || hasVietnameseFont()) {
			return;
		}
		if (mayUseDebian()) {
			log.info("Installing a font with Vietnamese letters from Debian's packages");
			debian("fontconfig", "fonts-dejavu-core", "fonts-liberation");
		}
		if (!hasVietnameseFont()) {
			throw new IllegalStateException(
					"No font with Vietnamese letters for the journeys: fc-list :lang=vi lists none. "
							+ "Install one, for example Debian's fonts-dejavu-core and fontconfig.");
		}
	}

	private static boolean hasVietnameseFont() {
		try {
			Process process = new ProcessBuilder("fc-list", ":lang=vi", "family").redirectErrorStream(true).start();
			String families = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return process.waitFor() == 0 && !families.isBlank();
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static boolean mayUseDebian() {
		return isRoot() && Files.isExecutable(Path.of("/usr/bin/apt-get"));
	}

	private static void debian(String... packages) {
		List<String> install = new ArrayList<>(
				List.of("apt-get", "install", "-y", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0"));
		install.addAll(List.of(packages));
		ProcessBuilder update = new ProcessBuilder("apt-get", "update");
		ProcessBuilder installation = new ProcessBuilder(install);
		installation.environment().put("DEBIAN_FRONTEND", "noninteractive");
		if (run(update)) {
			run(installation);
		}
	}

	/** Whether the command ended well; what it said is kept beside the test reports. */
	private static boolean run(ProcessBuilder command) {
		try {
			Process process = command.redirectErrorStream(true)
				.redirectInput(ProcessBuilder.Redirect
					.from(new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null")))
				.redirectOutput(ProcessBuilder.Redirect.appendTo(SETUP.toFile()))
				.start();
			if (!process.waitFor(5, TimeUnit.MINUTES)) {
				process.destroyForcibly();
				log.warn("{} took longer than five minutes and was ended; see {}", command.command().get(0), SETUP);
				return false;
			}
			if (process.exitValue() != 0) {
				log.warn("{} ended with status {}; see {}", String.join(" ", command.command().subList(0, 2)),
						process.exitValue(), SETUP);
			}
			return process.exitValue() == 0;
		}
		catch (IOException ex) {
			log.warn("{} couldn't be started: {}", command.command().get(0), ex.getMessage());
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
