package vn.nhactruong.measure;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks a seeded portal on this machine for its busiest pages, over many connections at
 * once, and prints how fast it answers. Each connection is a session of its own, half of
 * the office, half of a unit. Needs nothing but a JDK: <pre>
 * java src/test/java/vn/nhactruong/measure/LoadMeasurement.java [port] [seconds] [connections]
 * </pre>
 */
final class LoadMeasurement {

	private static final String PASSWORD = "Nhactruong@2026";

	private static final List<String> PEOPLE = List.of("vanphong", "thads");

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final String address;

	private final int seconds;

	private final int connections;

	private LoadMeasurement(int port, int seconds, int connections) {
		// Other machines are nobody's to put under load.
		this.address = "http://127.0.0.1:" + port;
		this.seconds = seconds;
		this.connections = connections;
	}

	public static void main(String[] arguments) throws Exception {
		new LoadMeasurement((arguments.length > 0) ? Integer.parseInt(arguments[0]) : 8080,
				(arguments.length > 1) ? Integer.parseInt(arguments[1]) : 20,
				(arguments.length > 2) ? Integer.parseInt(arguments[2]) : 32)
			.run();
	}

	private void run() throws Exception {
		List<Person> people = new ArrayList<>();
		for (int i = 0; i < this.connections; i++) {
			String name = PEOPLE.get(i % PEOPLE.size());
			people.add(new Person(name, signIn(name), new Random(i)));
		}
		Map<String, List<Integer>> directives = new HashMap<>();
		Map<String, List<Integer>> units = new HashMap<>();
		for (Person person : people.subList(0, PEOPLE.size())) {
			directives.put(person.name, directives(person));
			units.put(person.name, person.name.equals("vanphong")
					? numbers(get("/directives/board?year=all", person).body(), "[?&;]unit=(\\d+)") : List.of());
		}
		Map<String, Page> pages = new LinkedHashMap<>();
		pages.put("/directives", (person) -> "/directives");
		pages.put("/directives?unit=&state=IN_PROGRESS&sort=due", (person) -> {
			List<Integer> own = units.get(person.name);
			return "/directives?state=IN_PROGRESS&sort=due"
					+ (own.isEmpty() ? "" : "&unit=" + own.get(person.random.nextInt(own.size())));
		});
		pages.put("/directives/{id}", (person) -> {
			List<Integer> seen = directives.get(person.name);
			return "/directives/" + seen.get(person.random.nextInt(seen.size()));
		});
		pages.put("/desk", (person) -> "/desk");
		pages.put("/directives/board (office only)", (person) -> "/directives/board");
		pages.put("/statistics", (person) -> "/statistics");
		pages.put("/conferences", (person) -> "/conferences");
		System.out.printf("%d connections, %d s a page, Java %s, %d processors%n", this.connections, this.seconds,
				Runtime.version().feature(), Runtime.getRuntime().availableProcessors());
		System.out.printf("%-46s %9s %7s %9s %10s %10s%n", "page", "requests", "errors", "req/s", "median ms",
				"p99 ms");
		boolean failed = false;
		for (Map.Entry<String, Page> page : pages.entrySet()) {
			List<Person> askers = page.getKey().contains("office only")
					? people.stream().filter((person) -> person.name.equals("vanphong")).toList() : people;
			load(page.getValue(), askers, Math.max(3, this.seconds / 4));
			Result result = load(page.getValue(), askers, this.seconds);
			failed |= result.errors > 0;
			System.out.printf("%-46s %9d %7d %9.1f %10.1f %10.1f%n", page.getKey(), result.nanos.length, result.errors,
					result.nanos.length / result.seconds, result.millis(0.5), result.millis(0.99));
		}
		if (failed) {
			System.exit(1);
		}
	}

	private Result load(Page page, List<Person> people, int seconds) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(this.connections);
		long started = System.nanoTime();
		long end = started + seconds * 1_000_000_000L;
		List<Future<Result>> running = new ArrayList<>();
		for (int i = 0; i < this.connections; i++) {
			Person person = people.get(i % people.size());
			running.add(threads.submit(() -> ask(page, person, end)));
		}
		List<Long> nanos = new ArrayList<>();
		int errors = 0;
		for (Future<Result> one : running) {
			Arrays.stream(one.get().nanos).forEach(nanos::add);
			errors += one.get().errors;
		}
		threads.shutdown();
		return new Result(nanos.stream().mapToLong(Long::longValue).sorted().toArray(), errors,
				(System.nanoTime() - started) / 1e9);
	}

	private Result ask(Page page, Person person, long end) {
		List<Long> nanos = new ArrayList<>();
		int errors = 0;
		while (System.nanoTime() < end) {
			long started = System.nanoTime();
			try {
				errors += (get(page.of(person), person).statusCode() == 200) ? 0 : 1;
			}
			catch (IOException | InterruptedException ex) {
				errors++;
			}
			nanos.add(System.nanoTime() - started);
		}
		return new Result(nanos.stream().mapToLong(Long::longValue).toArray(), errors, 0);
	}

	/** Signs in as a person does: the form first, then what stands in it. */
	private String signIn(String name) throws Exception {
		HttpResponse<String> form = this.http.send(request("/sign-in", null).GET().build(), BodyHandlers.ofString());
		Map<String, String> fields = new HashMap<>(Map.of("username", name, "password", PASSWORD));
		Matcher hidden = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
			.matcher(form.body());
		while (hidden.find()) {
			fields.put(hidden.group(1), hidden.group(2));
		}
		String body = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		HttpResponse<String> answer = this.http
			.send(request("/sign-in", cookie(form)).header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString(body))
				.build(), BodyHandlers.ofString());
		String session = cookie(answer);
		if (session == null || answer.headers().firstValue("Location").orElse("/sign-in").contains("sign-in")) {
			throw new IllegalStateException(name + " was not let in: " + answer.statusCode());
		}
		return session;
	}

	/** Directives from all over the list that this person sees. */
	private List<Integer> directives(Person person) throws Exception {
		Set<Integer> found = new LinkedHashSet<>();
		String state = person.name.equals("thads") ? "&mine=lead" : "";
		for (int page = 1; page <= 40; page++) {
			found.addAll(numbers(get("/directives?page=" + page * 3 + state, person).body(), "/directives/(\\d+)"));
		}
		if (found.isEmpty()) {
			throw new IllegalStateException("no directives: is the portal seeded?");
		}
		return List.copyOf(found);
	}

	private static List<Integer> numbers(String html, String pattern) {
		return Pattern.compile(pattern)
			.matcher(html)
			.results()
			.map((found) -> Integer.valueOf(found.group(1)))
			.distinct()
			.toList();
	}

	private HttpResponse<String> get(String path, Person person) throws IOException, InterruptedException {
		return this.http.send(request(path, person.session).GET().build(), BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(String path, String cookie) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.address + path)).timeout(PATIENCE);
		return (cookie != null) ? request.header("Cookie", cookie) : request;
	}

	private static String cookie(HttpResponse<?> response) {
		return response.headers()
			.allValues("Set-Cookie")
			.stream()
			.map((cookie) -> cookie.split(";", 2)[0])
			.reduce((first, second) -> second)
			.orElse(null);
	}

	/** The next address of a kind of page for one person. */
	private interface Page {

		String of(Person person);

	}

	private record Person(String name, String session, Random random) {
	}

	private record Result(long[] nanos, int errors, double seconds) {

		double millis(double share) {
			return (this.nanos.length == 0) ? 0
					: this.nanos[Math.min(this.nanos.length - 1, (int) (this.nanos.length * share))] / 1e6;
		}

	}

}
