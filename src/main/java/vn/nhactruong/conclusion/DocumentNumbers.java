package vn.nhactruong.conclusion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.RuleViolation;

/**
 * The register of numbers given to notices. Decree 30/2020/NĐ-CP: they restart at 01 each
 * year and belong to a notation, such as TB-BTP. A number that was left out may stay so;
 * none is given twice.
 */
@Component
public class DocumentNumbers {

	/** Type of document: thông báo. */
	private static final String NOTICE = "TB";

	private final JdbcClient jdbc;

	DocumentNumbers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public String noticeNotation() {
		return NOTICE + "-" + UnitDirectory.MINISTRY;
	}

	int next(String notation, int year) {
		return this.jdbc.sql("select coalesce(max(number), 0) + 1 from document_number where notation = ? and year = ?")
			.params(notation, year)
			.query(Integer.class)
			.single();
	}

	/**
	 * Enters a number.
	 * @throws RuleViolation at {@code number} when another paper has it
	 */
	void take(String notation, int year, int number, long conclusionId) {
		int taken = this.jdbc.sql("""
				insert into document_number (notation, year, number, conclusion_id) values (?, ?, ?, ?)
				on conflict on constraint document_number_unique do nothing
				""").params(notation, year, number, conclusionId).update();
		if (taken == 0) {
			throw RuleViolation.at("number", "conclusion.error.numberTaken", Conclusion.noticeNumber(number, notation),
					String.valueOf(year), next(notation, year));
		}
	}

}
