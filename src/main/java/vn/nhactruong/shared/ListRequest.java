package vn.nhactruong.shared;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * What the URL of a list asks for (page, sort, filters) and the links that change one of
 * them and keep the rest. A controller takes it as an argument; the template reads it as
 * {@code list}.
 */
public final class ListRequest {

	/**
	 * Rows a page shows: two screens of a desk, and a phone's cards that a thumb gets
	 * through.
	 */
	public static final int SIZE = 25;

	/** Deep pages are of no use to a reader and costly to a database. */
	static final int LAST_PAGE = 20_000;

	/** Parameters that filter nothing. */
	private static final Set<String> PAGING = Set.of("page", "sort", "lang");

	/** Longer than anything a reader looks for, and dear to compare with. */
	private static final int LONGEST_TEXT = 200;

	private final String path;

	private final MultiValueMap<String, String> parameters;

	/** Names of what the address asked for and nobody could make sense of. */
	private final Set<String> ignored = new TreeSet<>();

	public ListRequest(String path, Map<String, String[]> parameters) {
		this.path = path;
		this.parameters = new LinkedMultiValueMap<>();
		parameters.forEach((name, values) -> {
			for (String value : values) {
				// No text of the database can hold a NUL.
				if (value != null && !value.isBlank() && value.indexOf(0) < 0) {
					if (value.length() > LONGEST_TEXT) {
						this.ignored.add(name);
					}
					else {
						this.parameters.add(name, value);
					}
				}
			}
		});
	}

	/** Counted from 1; a page that nobody can mean is the first one. */
	public int page() {
		String page = this.parameters.getFirst("page");
		if (page == null) {
			return 1;
		}
		if (!page.matches("\\d{1,18}")) {
			this.ignored.add("page");
			return 1;
		}
		return (int) Math.min(Math.max(1, Long.parseLong(page)), LAST_PAGE);
	}

	public int size() {
		return SIZE;
	}

	public long offset() {
		return (long) (page() - 1) * size();
	}

	/**
	 * The ORDER BY text of the asked sort.
	 * @param columns sort key to column expression: only what stands here is ever sorted
	 * by
	 * @param fallback the key used when the URL asks for none or an unknown one
	 */
	public String orderBy(Map<String, String> columns, String fallback) {
		String key = sortKey(columns.keySet()).orElse(fallback);
		return columns.get(bare(key)) + (key.startsWith("-") ? " desc nulls last" : " asc nulls last");
	}

	/** The asked sort, with a leading "-" when downwards, if it is one of these. */
	public Optional<String> sortKey(Collection<String> known) {
		String asked = sort();
		if (known.contains(bare(asked))) {
			return Optional.of(asked);
		}
		if (!asked.isEmpty()) {
			this.ignored.add("sort");
		}
		return Optional.empty();
	}

	/** "ascending", "descending" or "none", for {@code aria-sort}. */
	public String ariaSort(String key) {
		if (!bare(sort()).equals(key)) {
			return "none";
		}
		return sort().startsWith("-") ? "descending" : "ascending";
	}

	public String sortUrl(String key) {
		return url("sort", key.equals(sort()) ? "-" + key : key);
	}

	public String pageUrl(int page) {
		return build("page", (page == 1) ? null : String.valueOf(page), this.path);
	}

	/**
	 * The same list with one filter changed (or taken away by {@code null}), from page 1.
	 */
	public String url(String parameter, String value) {
		return build(parameter, value, this.path);
	}

	/** Exactly what is filtered, as a workbook. */
	public String exportUrl() {
		return build("page", null, this.path + ".xlsx");
	}

	public String parameter(String name) {
		return this.parameters.getFirst(name);
	}

	/** All that a filter names that may be given several times. */
	public List<String> parameters(String name) {
		return this.parameters.getOrDefault(name, List.of());
	}

	/** A filter that names a day; what is none is left out, and said. */
	public Optional<LocalDate> day(String name) {
		return understood(name, DateFormats::typedDay);
	}

	/** A filter that names something by its number. */
	public Optional<Long> number(String name) {
		return number(name, (any) -> true);
	}

	/** The same, of something that is there. */
	public Optional<Long> number(String name, LongPredicate known) {
		return understood(name,
				(text) -> Optional.of(text)
					.filter((typed) -> typed.matches("\\d{1,15}"))
					.map(Long::valueOf)
					.filter(known::test));
	}

	/** A filter that names a year of this office. */
	public Optional<Integer> year(String name) {
		return understood(name,
				(text) -> Optional.of(text).filter((typed) -> typed.matches("(19|20)\\d\\d")).map(Integer::valueOf));
	}

	/** A filter that names one of some constants. */
	public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
		return understood(name,
				(text) -> Arrays.stream(type.getEnumConstants()).filter((one) -> one.name().equals(text)).findFirst());
	}

	/** A filter that is one of these words. */
	public Optional<String> oneOf(String name, Collection<String> words) {
		return understood(name, (text) -> Optional.of(text).filter(words::contains));
	}

	/** Whether something the address asked for made no sense and was left out. */
	public boolean isMisread() {
		return !this.ignored.isEmpty();
	}

	private <T> Optional<T> understood(String name, Function<String, Optional<T>> reading) {
		String text = parameter(name);
		if (text == null) {
			return Optional.empty();
		}
		Optional<T> value = reading.apply(text.strip());
		if (value.isEmpty()) {
			this.ignored.add(name);
		}
		return value;
	}

	/** Whether any filter besides page, sort and language is set. */
	public boolean isFiltered() {
		return this.parameters.keySet().stream().anyMatch((name) -> !PAGING.contains(name));
	}

	/** Whether no filter is set besides these. */
	public boolean isFilteredOnlyBy(Collection<String> names) {
		return this.parameters.keySet().stream().allMatch((name) -> PAGING.contains(name) || names.contains(name));
	}

	private String sort() {
		String sort = this.parameters.getFirst("sort");
		return (sort != null) ? sort : "";
	}

	private static String bare(String sort) {
		return sort.startsWith("-") ? sort.substring(1) : sort;
	}

	private String build(String parameter, String value, String target) {
		MultiValueMap<String, String> changed = new LinkedMultiValueMap<>(this.parameters);
		changed.remove("page");
		changed.remove("lang");
		changed.remove(parameter);
		if (value != null) {
			changed.add(parameter, value);
		}
		// Strictly: a typed "+" or "{" stays what it is.
		String query = changed.entrySet()
			.stream()
			.flatMap((entry) -> entry.getValue().stream().map((one) -> encoded(entry.getKey()) + "=" + encoded(one)))
			.collect(Collectors.joining("&"));
		return query.isEmpty() ? target : target + "?" + query;
	}

	private static String encoded(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

}
