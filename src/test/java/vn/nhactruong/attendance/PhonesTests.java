package vn.nhactruong.attendance;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhonesTests {

	@ParameterizedTest
	@CsvSource({ "0912345678, 0912345678", "0912 345 678, 0912345678", "0912.345.678, 0912345678",
			"+84 912-345-678, 0912345678", "024 6273 9718, 02462739718", "+842462739718, 02462739718" })
	void numbers_are_taken_as_people_write_them(String typed, String plain) {
		assertThat(typed).matches(Phones.TYPED);
		assertThat(Phones.plain(typed)).isEqualTo(plain);
	}

	@ParameterizedTest
	@ValueSource(strings = { "091234567", "09123456789", "0112345678", "912345678", "0912x45678", "+1 912 345 678",
			"024 6273 971", "0912345678 máy lẻ 2", "" })
	void anything_else_is_no_number(String typed) {
		assertThat(typed).doesNotMatch(Phones.TYPED);
	}

}
