package vn.nhactruong.shared;

import java.time.Clock;
import java.time.ZoneId;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock; every "today" of the portal is a day in Việt Nam. */
@Configuration(proxyBeanMethods = false)
public class ClockConfiguration {

	/** All offices share one time zone. */
	public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

	@Bean
	Clock clock() {
		return Clock.system(ZONE);
	}

}
