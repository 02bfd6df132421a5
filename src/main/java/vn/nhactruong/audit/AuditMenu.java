package vn.nhactruong.audit;

import java.util.EnumSet;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import vn.nhactruong.account.NavEntry;
import vn.nhactruong.shared.Role;

/** The audit trail's place in the menu. */
@Configuration(proxyBeanMethods = false)
class AuditMenu {

	@Bean
	NavEntry auditEntry() {
		return new NavEntry("audit", "/audit", "nav.audit", 90, EnumSet.of(Role.ADMIN, Role.LEADER, Role.OFFICE));
	}

}
