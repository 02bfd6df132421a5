package vn.nhactruong.shared;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class XlsxTests {

	@Test
	void what_a_sheet_can_not_hold_goes_on_on_the_next_one() throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Xlsx.write(out, "Danh sách nhiệm vụ", List.of(), List.of("Số", "Tên"), (sheet) -> IntStream.rangeClosed(1, 3500)
			.forEach((number) -> sheet.accept(List.of(number, "Nhiệm vụ " + number))), 1501);
		List<String> texts = new ArrayList<>();
		try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(out.toByteArray()))) {
			assertThat(workbook).extracting(Sheet::getSheetName)
				.containsExactly("Danh sách nhiệm vụ", "Danh sách nhiệm vụ (2)", "Danh sách nhiệm vụ (3)");
			for (Sheet sheet : workbook) {
				assertThat(sheet.getRow(0).getCell(1).getStringCellValue()).isEqualTo("Tên");
				assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
				for (Row row : sheet) {
					texts.add(row.getCell(1).getStringCellValue());
				}
			}
		}
		assertThat(texts).filteredOn((text) -> text.startsWith("Nhiệm vụ "))
			.isEqualTo(IntStream.rangeClosed(1, 3500).mapToObj((number) -> "Nhiệm vụ " + number).toList());
	}

}
