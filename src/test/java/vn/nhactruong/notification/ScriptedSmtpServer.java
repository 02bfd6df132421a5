package vn.nhactruong.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that answers a command as a test says: what a real one seldom does. */
public class ScriptedSmtpServer implements AutoCloseable {

	private final ServerSocket socket;

	private final Map<String, String> answers = new ConcurrentHashMap<>();

	private final AtomicInteger taken = new AtomicInteger();

	private final AtomicInteger connections = new AtomicInteger();

	public ScriptedSmtpServer() {
		try {
			this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread thread = new Thread(this::serve, "scripted-smtp");
		thread.setDaemon(true);
		thread.start();
	}

	/** From now on a line that starts like this is answered so. */
	public ScriptedSmtpServer answer(String start, String answer) {
		this.answers.put(start, answer);
		return this;
	}

	public void answerAsUsual() {
		this.answers.clear();
	}

	public int port() {
		return this.socket.getLocalPort();
	}

	public int taken() {
		return this.taken.get();
	}

	public int connections() {
		return this.connections.get();
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try (Socket client = this.socket.accept()) {
				this.connections.incrementAndGet();
				talk(client);
			}
			catch (SocketException ex) {
				// Closed by the test, or by a client that has had enough.
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	private void talk(Socket client) throws IOException {
		BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
		OutputStream out = client.getOutputStream();
		say(out, "220 scripted");
		boolean data = false;
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			if (data && !line.equals(".")) {
				continue;
			}
			String answer = answer(line);
			data = line.equals("DATA") && answer.startsWith("354");
			if (line.equals(".") && answer.startsWith("250")) {
				this.taken.incrementAndGet();
			}
			say(out, answer);
			if (line.equals("QUIT")) {
				return;
			}
		}
	}

	private String answer(String line) {
		return this.answers.entrySet()
			.stream()
			.filter((entry) -> matches(line, entry.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(line.equals("DATA") ? "354 go on" : line.equals("QUIT") ? "221 bye" : "250 ok");
	}

	private static boolean matches(String line, String start) {
		return start.equals(".") ? line.equals(start) : line.startsWith(start);
	}

	private static void say(OutputStream out, String line) throws IOException {
		out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
