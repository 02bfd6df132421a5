package vn.nhactruong.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.sun.security.auth.module.UnixSystem;

/**
 * The operating system's user under which PostgreSQL runs. PostgreSQL refuses to run as
 * root, which containers and small servers often do; there it gets a user namespace of
 * its own in which it is nobody, or, where those are forbidden, the user nobody itself.
 */
record ServerAccount(List<String> prefix, Integer owner) {

	private static final int ROOT = 0;

	private static final int NOBODY = 65534;

	static ServerAccount detect() {
		if (!isRoot()) {
			return new ServerAccount(List.of(), null);
		}
		List<String> namespace = List.of("unshare", "-U");
		if (works(namespace)) {
			// Outside its namespace such a process still owns files as root.
			return new ServerAccount(namespace, ROOT);
		}
		List<String> nobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
		if (works(nobody)) {
			return new ServerAccount(nobody, NOBODY);
		}
		throw new DatabaseFailure(DatabaseFailure.Reason.ROOT_REFUSED);
	}

	/** The command to run under this account, without settings of another PostgreSQL. */
	ProcessBuilder command(List<String> command) {
		List<String> line = new ArrayList<>(this.prefix);
		line.addAll(command);
		ProcessBuilder builder = new ProcessBuilder(line);
		Map<String, String> variables = builder.environment();
		variables.keySet().removeIf((name) -> name.startsWith("PG"));
		variables.put("LC_ALL", "C");
		return builder;
	}

	/** Make this account the owner of a folder that was used under another one. */
	void own(Path folder) throws IOException {
		if (this.owner == null || this.owner.equals(Files.getAttribute(folder, "unix:uid"))) {
			return;
		}
		Process process = new ProcessBuilder("chown", "-R", this.owner + ":" + this.owner, folder.toString())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			if (process.waitFor() != 0) {
				throw new IOException("chown failed for " + folder);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted", ex);
		}
	}

	private static boolean isRoot() {
		return !System.getProperty("os.name").startsWith("Windows") && new UnixSystem().getUid() == ROOT;
	}

	private static boolean works(List<String> prefix) {
		List<String> probe = new ArrayList<>(prefix);
		probe.add("true");
		try {
			Process process = new ProcessBuilder(probe).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
