package vn.nhactruong.account.frame;

import java.util.EnumSet;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.nhactruong.account.NavEntry;
import vn.nhactruong.shared.Role;

/**
 * The menu entries of people and, since these lie below them, of units, days off and
 * settings.
 */
@Configuration(proxyBeanMethods = false)
class AccountMenu {

	@Bean
	NavEntry organizationsEntry() {
		return new NavEntry("organizations", "/organizations", "nav.organizations", 70, EnumSet.allOf(Role.class));
	}

	@Bean
	NavEntry accountsEntry() {
		return new NavEntry("accounts", "/accounts", "nav.accounts", 80, EnumSet.of(Role.ADMIN));
	}

	@Bean
	NavEntry holidaysEntry() {
		return new NavEntry("holidays", "/settings/holidays", "nav.holidays", 84, EnumSet.of(Role.ADMIN));
	}

	@Bean
	NavEntry settingsEntry() {
		return new NavEntry("settings", "/settings", "nav.settings", 86, EnumSet.of(Role.ADMIN));
	}

}
