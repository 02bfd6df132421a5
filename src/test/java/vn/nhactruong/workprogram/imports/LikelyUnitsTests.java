package vn.nhactruong.workprogram.imports;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Unit;

import static org.assertj.core.api.Assertions.assertThat;

/** Which unit is suggested for a name that none has. */
class LikelyUnitsTests {

	private static final List<String> PROVINCES = List.of("thành phố Hà Nội", "thành phố Hải Phòng", "thành phố Huế",
			"thành phố Đà Nẵng", "thành phố Cần Thơ", "tỉnh Hà Tĩnh", "tỉnh Bắc Ninh", "tỉnh Ninh Bình",
			"tỉnh Hưng Yên", "tỉnh Phú Thọ", "tỉnh Lào Cai", "tỉnh An Giang");

	private final LikelyUnits units = new LikelyUnits(units());

	@ParameterizedTest
	@CsvSource(nullValues = "–", textBlock = """
			Cục Công nghệ thông tn,     Cục Công nghệ thông tin
			Sở Tư pháp tỉnh Hà Nội,     Sở Tư pháp thành phố Hà Nội
			Sở Tư pháp Lao Cai tỉnh,    Sở Tư pháp tỉnh Lào Cai
			Sở Tư pháp tỉnh Xyz,        –
			Sở Tư pháp,                 –
			STP-99,                     –
			Vụ Lạ,                      –
			""")
	void suggests_what_is_alike_in_its_own_words(String name, String meant) {
		assertThat(this.units.meantBy(name).map(Unit::name).orElse(null)).isEqualTo(meant);
	}

	@Test
	void looks_for_no_more_names_than_a_person_mistypes() {
		for (int i = 0; i < 200; i++) {
			this.units.meantBy("Đơn vị lạ " + i);
		}
		assertThat(this.units.meantBy("Cục Công nghệ thông tn")).isEmpty();
		assertThat(this.units.meantBy("Đơn vị lạ 7")).isEmpty();
	}

	private static List<Unit> units() {
		List<Unit> units = new ArrayList<>();
		units.add(unit("CCNTT", "Cục Công nghệ thông tin"));
		for (String province : PROVINCES) {
			units.add(unit("STP-" + units.size(), "Sở Tư pháp " + province));
		}
		for (String province : PROVINCES) {
			units.add(unit("THADS-" + units.size(), "Thi hành án dân sự " + province));
		}
		return units;
	}

	private static Unit unit(String code, String name) {
		return new Unit(code.hashCode(), code, name, null, OrganizationKind.DEPARTMENT, null, null, null, null, null,
				null);
	}

}
