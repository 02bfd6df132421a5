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

	@Test
	void endsAtItsLastPageAndSaysThatThereIsMore() {
		Slice<String> before = new Slice<>(List.of("a", "b"), 1_000, 99, 2).upTo(100, 99);
		assertThat(before.hasNext()).isTrue();
		assertThat(before.isCut()).isFalse();
		Slice<String> last = new Slice<>(List.of("a", "b"), 1_000, 100, 2).upTo(100, 100);
		assertThat(last.pages()).isEqualTo(100);
		assertThat(last.hasNext()).isFalse();
		assertThat(last.isCut()).isTrue();
		assertThat(new Slice<>(List.of("a", "b"), 200, 100, 2).upTo(100, 100).isCut()).isFalse();
	}

}
