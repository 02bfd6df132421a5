package vn.nhactruong.setting;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers of the rules for tests that need others than the portal comes with. */
public final class TestRules {

	private TestRules() {
	}

	/** Lets the rule say another number on all days, seen at once. */
	public static void set(ApplicationContext context, RuleKey key, int number) {
		context.getBean(JdbcClient.class)
			.sql("update rule_setting set value = ? where key = ?")
			.params(number, key.name())
			.update();
		context.getBean(RuleBook.class).forget(new RuleSettingChanged(key));
	}

}
