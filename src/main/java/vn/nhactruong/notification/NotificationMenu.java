package vn.nhactruong.notification;

import java.util.EnumSet;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.nhactruong.account.NavEntry;
import vn.nhactruong.shared.Role;

/** Where administrators find the portal's mail. */
@Configuration(proxyBeanMethods = false)
class NotificationMenu {

	@Bean
	NavEntry mailEntry() {
		return new NavEntry("mail", "/settings/mail", "nav.mail", 88, EnumSet.of(Role.ADMIN));
	}

}
