package vn.nhactruong.shared;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ListRequestTests {

	@Test
	void a_link_keeps_what_was_typed() {
		ListRequest list = new ListRequest("/directives", Map.of("q", new String[] { "C++ {a} & hội nghị" }));
		assertThat(list.pageUrl(2))
			.isEqualTo("/directives?q=C%2B%2B%20%7Ba%7D%20%26%20h%E1%BB%99i%20ngh%E1%BB%8B&page=2");
	}

	@Test
	void what_no_database_can_hold_is_no_filter() {
		ListRequest list = new ListRequest("/directives", Map.of("q", new String[] { "a\0b" }));
		assertThat(list.parameter("q")).isNull();
	}

	@Test
	void only_known_columns_are_sorted_by() {
		ListRequest list = new ListRequest("/directives", Map.of("sort", new String[] { "-code; drop table x" }));
		assertThat(list.orderBy(Map.of("code", "d.code"), "code")).isEqualTo("d.code asc nulls last");
	}

}
