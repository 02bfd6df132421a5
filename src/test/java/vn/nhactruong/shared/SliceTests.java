package vn.nhactruong.shared;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SliceTests {

	@Test
	void countsTheRowsOfAPage() {
		Slice<String> slice = new Slice<>(List.of("a", "b"), 52, 2, 50);
		assertThat(slice.from()).isEqualTo(51);
		assertThat(slice.to()).isEqualTo(52);
		assertThat(slice.hasPrevious()).isTrue();
		assertThat(slice.hasNext()).isFalse();
	}

	@Test
	void takesAPageBehindTheLastForTheLast() {
		Slice<String> slice = new Slice<>(List.of(), 52, 20_000, 50);
		assertThat(slice.page()).isEqualTo(2);
		assertThat(slice.from()).isZero();
		assertThat(slice.to()).isZero();
	}

}
