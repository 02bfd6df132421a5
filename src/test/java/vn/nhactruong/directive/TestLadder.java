package vn.nhactruong.directive;

import java.time.LocalDate;

import org.springframework.context.ApplicationContext;

import vn.nhactruong.directive.reminder.ReminderLadder;

/** Lets tests elsewhere climb the ladder of reminders, as its job does on a day. */
public final class TestLadder {

	private TestLadder() {
	}

	public static void climb(ApplicationContext context, LocalDate day) {
		context.getBean(ReminderLadder.class).climb(day);
	}

}
