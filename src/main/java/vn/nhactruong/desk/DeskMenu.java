package vn.nhactruong.desk;

import java.util.EnumSet;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.nhactruong.account.NavEntry;
import vn.nhactruong.shared.Role;

/** The desk's place in the menu: first. */
@Configuration(proxyBeanMethods = false)
class DeskMenu {

	@Bean
	NavEntry deskEntry() {
		return new NavEntry("desk", "/desk", "nav.desk", 10, EnumSet.allOf(Role.class));
	}

}
