package vn.nhactruong.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Examples, marked as such and dated relative to today. */
@Component
@Profile("demo")
class ExampleConferences {

	void load() {
	}

}
