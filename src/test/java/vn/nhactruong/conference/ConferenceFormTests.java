package vn.nhactruong.conference;

import org.junit.jupiter.api.Test;
import vn.nhactruong.conference.ConferenceForm.PersonRow;

import org.springframework.validation.BeanPropertyBindingResult;

import static org.assertj.core.api.Assertions.assertThat;

class ConferenceFormTests {

	@Test
	void asksForTheNameWhereOnlyAPositionWasTyped() {
		ConferenceForm form = new ConferenceForm();
		form.getChairs().add(new PersonRow("Nguyễn Thị Hoa", "Thứ trưởng"));
		form.getSecretaries().add(new PersonRow(null, null));
		form.getSecretaries().add(new PersonRow(null, "Chuyên viên"));
		BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "conferenceForm");
		form.rejectNameless(errors);
		assertThat(errors.getFieldErrors()).singleElement()
			.satisfies((error) -> assertThat(error.getField()).isEqualTo("secretaries[1].name"));
	}

	@Test
	void namesAPersonToAReader() {
		assertThat(new PersonRow("Nguyễn Thị Hoa", "Thứ trưởng")).hasToString("Nguyễn Thị Hoa, Thứ trưởng");
		assertThat(new PersonRow(null, null)).hasToString("");
	}

}
