package vn.nhactruong.notification.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import vn.nhactruong.shared.ClockConfiguration;

/** A clock that goes when a test says so. */
class TestClock extends Clock {

	private volatile Instant now;

	TestClock(String localTime) {
		set(localTime);
	}

	/** A time in Việt Nam, such as {@code 2026-11-23T07:00}. */
	void set(String localTime) {
		this.now = LocalDateTime.parse(localTime).atZone(ClockConfiguration.ZONE).toInstant();
	}

	void forward(Duration duration) {
		this.now = this.now.plus(duration);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ClockConfiguration.ZONE;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.fixed(this.now, zone);
	}

}
