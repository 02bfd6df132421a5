package vn.nhactruong.shared;

import java.nio.charset.StandardCharsets;
import java.util.Map;
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

	/** Rows a page shows. */
	public static final int SIZE = 50;

	/** Deep pages are of no use to a reader and costly to a database. */
	private static final int LAST_PAGE = 20_000;

	private final String path;

	private final MultiValueMap<String, String> parameters;

	public ListRequest(String path, Map<String, String[]> parameters) {
		this.path = path;
		this.parameters = new LinkedMultiValueMap<>();
		parameters.forEach((name, values) -> {
			for (String value : values) {
				// No text of the database can hold a NUL.
				if (value != null && !value.isBlank() && value.indexOf(0) < 0) {
					this.parameters.add(name, value);
				}
			}
		});
	}

	public int page() {
		String page = this.parameters.getFirst("page");
		if (page == null || !page.matches("\\d{1,6}")) {
			return 1;
		}
		return Math.min(Math.max(1, Integer.parseInt(page)), LAST_PAGE);
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
		String asked = sort();
		String key = columns.containsKey(bare(asked)) ? asked : fallback;
		return columns.get(bare(key)) + (key.startsWith("-") ? " desc nulls last" : " asc nulls last");
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

	/** Whether any filter besides page, sort and language is set. */
	public boolean isFiltered() {
		return this.parameters.keySet()
			.stream()
			.anyMatch((name) -> !name.equals("page") && !name.equals("sort") && !name.equals("lang"));
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
