package vn.nhactruong.database;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseSelectionTests {

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			# address,                  embedded, profiles, -> embedded, profiles
			-,                          -,        '',          true,     demo
			'',                         -,        '',          true,     demo
			-,                          -,        office,      true,     'office,demo'
			-,                          -,        demo,        true,     demo
			-,                          false,    test,        false,    test
			jdbc:postgresql://server/x, -,        '',          false,    ''
			jdbc:postgresql://server/x, -,        demo,        false,    demo
			jdbc:postgresql://server/x, true,     '',          false,    ''
			""")
	void address_decides(String address, String setting, String profiles, boolean embedded, String activeProfiles) {
		MockEnvironment environment = new MockEnvironment();
		if (address != null) {
			environment.setProperty("spring.datasource.url", address);
		}
		if (setting != null) {
			environment.setProperty("portal.database.embedded", setting);
		}
		if (!profiles.isEmpty()) {
			environment.setActiveProfiles(profiles);
		}
		new DatabaseSelection().postProcessEnvironment(environment, new SpringApplication());
		assertThat(environment.getProperty("portal.database.embedded", Boolean.class)).isEqualTo(embedded);
		assertThat(String.join(",", environment.getActiveProfiles())).isEqualTo(activeProfiles);
	}

}
