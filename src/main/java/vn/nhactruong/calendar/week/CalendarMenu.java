package vn.nhactruong.calendar.week;

import java.util.EnumSet;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.nhactruong.account.NavEntry;
import vn.nhactruong.shared.Role;

/** The menu entries: the week for its readers, the catalogues for administrators. */
@Configuration(proxyBeanMethods = false)
class CalendarMenu {

	@Bean
	NavEntry calendarEntry() {
		return new NavEntry("calendar", "/calendar", "nav.calendar", 15, EnumSet.complementOf(EnumSet.of(Role.ADMIN)));
	}

	@Bean
	NavEntry calendarCataloguesEntry() {
		return new NavEntry("calendar", "/calendar/leaders", "nav.calendarCatalogues", 75, EnumSet.of(Role.ADMIN));
	}

}
