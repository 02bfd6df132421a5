package vn.nhactruong.setting;

import java.time.LocalDate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.nhactruong.PortalTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.RuleViolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@PortalTest
class SettingsTests {

	private static final RuleKey KEY = RuleKey.CONCLUSION_NOTICE;

	private static final LocalDate REFORM = LocalDate.of(2090, 1, 1);

	@Autowired
	private Settings settings;

	@Autowired
	private RuleBook book;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcTemplate jdbc;

	@AfterEach
	void undoReform() {
		this.jdbc.update("delete from rule_setting where effective_from >= ?", REFORM);
		this.jdbc.update("update rule_setting set effective_to = null where effective_to >= ?", REFORM.minusDays(1));
		this.book.forget(new RuleSettingChanged(KEY));
	}

	@ParameterizedTest
	@EnumSource
	void every_rule_has_a_sourced_number_today(RuleKey key) {
		assertThat(this.settings.inForce(key, LocalDate.of(2026, 11, 22)).source()).isNotBlank();
	}

	@ParameterizedTest
	@CsvSource({ "INVITATION_LEAD, 3", "CONCLUSION_NOTICE, 5", "DURATION_BRIEFING, 1", "DURATION_PROBLEM_SOLVING, 1",
			"DURATION_ADVISORY, 1", "DURATION_COORDINATION, 1", "DURATION_REVIEW, 2", "DURATION_TOPICAL, 2",
			"DURATION_TRAINING, 4", "DURATION_DEPLOYMENT, 4", "DURATION_NATIONAL_CONFERENCE, 4", "DESK_HORIZON, 5",
			"REMINDER_INTERVAL, 4", "ATTENDEE_CONTACTS_KEPT, 6" })
	void numbers_are_those_of_the_rules(RuleKey key, int number) {
		assertThat(this.settings.number(key, LocalDate.of(2026, 11, 22))).isEqualTo(number);
	}

	@Test
	void number_holds_from_the_day_its_decision_took_effect() {
		LocalDate effective = LocalDate.of(2018, 12, 25);
		assertThat(this.settings.number(KEY, effective)).isEqualTo(5);
		assertThat(this.settings.find(KEY, effective.minusDays(1))).isEmpty();
		assertThatExceptionOfType(NoValueInForceException.class)
			.isThrownBy(() -> this.settings.number(KEY, effective.minusDays(1)))
			.withMessageContaining("CONCLUSION_NOTICE")
			.withMessageContaining("2018-12-24");
	}

	@Test
	void new_number_holds_from_its_first_day_and_the_old_one_until_the_eve() {
		assertThat(this.settings.number(KEY, REFORM)).isEqualTo(5);
		introduce(3, REFORM, "Nghị định mới");
		assertThat(this.settings.number(KEY, REFORM)).isEqualTo(3);
		assertThat(this.settings.number(KEY, REFORM.minusDays(1))).isEqualTo(5);
		assertThat(this.settings.history(KEY)).extracting(DatedNumber::to).containsExactly(null, REFORM.minusDays(1));
	}

	@Test
	void number_introduced_before_an_announced_one_ends_on_its_eve() {
		LocalDate announced = REFORM.plusYears(1);
		introduce(3, announced, "Nghị định mới");
		introduce(4, REFORM, "Quyết định tạm thời");
		assertThat(this.settings.history(KEY)).extracting(DatedNumber::number).containsExactly(3, 4, 5);
		assertThat(this.settings.number(KEY, announced.minusDays(1))).isEqualTo(4);
		assertThat(this.settings.number(KEY, announced)).isEqualTo(3);
	}

	@Test
	void second_number_from_the_same_day_is_refused() {
		introduce(3, REFORM, "Nghị định mới");
		assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> introduce(4, REFORM, "Nghị định mới"))
			.satisfies((violation) -> assertThat(violation.field()).isEqualTo("from"));
		assertThat(this.settings.number(KEY, REFORM)).isEqualTo(3);
	}

	@Test
	void number_without_source_or_below_zero_is_refused() {
		assertThatIllegalArgumentException().isThrownBy(() -> introduce(3, REFORM, " "));
		assertThatIllegalArgumentException().isThrownBy(() -> introduce(-1, REFORM, "Nghị định mới"));
		assertThat(this.settings.history(KEY)).hasSize(1).allMatch((value) -> value.to() == null);
	}

	@Test
	void number_that_was_rolled_back_is_forgotten() {
		this.transaction.executeWithoutResult((status) -> {
			introduce(3, REFORM, "Nghị định mới");
			this.book.forget(new RuleSettingChanged(KEY));
			assertThat(this.settings.number(KEY, REFORM)).isEqualTo(3);
			status.setRollbackOnly();
		});
		assertThat(this.settings.number(KEY, REFORM)).isEqualTo(5);
	}

	@Test
	void database_refuses_overlapping_periods() {
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.update("""
				insert into rule_setting (key, value, effective_from, source)
				values ('CONCLUSION_NOTICE', 7, '2090-01-01', 'x')"""));
	}

	private void introduce(int number, LocalDate from, String source) {
		SettingForm form = new SettingForm();
		form.setNumber(number);
		form.setFrom(from);
		form.setSource(source);
		this.settings.introduce(KEY, form, Actor.system());
	}

	@Test
	void withdrawn_number_leaves_the_one_before_as_if_nothing_had_been_announced() {
		LocalDate later = REFORM.plusYears(1);
		introduce(4, REFORM, "Quyết định tạm thời");
		introduce(3, later, "Nghị định mới");
		this.settings.withdraw(KEY, REFORM, Actor.system());
		assertThat(this.settings.number(KEY, later.minusDays(1))).isEqualTo(5);
		assertThat(this.settings.number(KEY, later)).isEqualTo(3);
		this.settings.withdraw(KEY, later, Actor.system());
		assertThat(this.settings.history(KEY)).hasSize(1).allMatch((value) -> value.to() == null);
	}

}
