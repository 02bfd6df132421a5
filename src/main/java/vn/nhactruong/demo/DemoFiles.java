package vn.nhactruong.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import vn.nhactruong.shared.MessageConfiguration;

/** Reads the files in {@code demo/} and the texts that go with them. */
@Component
@Profile("demo")
class DemoFiles {

	private final JsonMapper json;

	private final MessageSource messages;

	DemoFiles(JsonMapper json, MessageSource messages) {
		this.json = json;
		this.messages = messages;
	}

	<T> T read(String name, Class<T> type) {
		try (InputStream content = new ClassPathResource("demo/" + name).getInputStream()) {
			return this.json.readValue(content, type);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, MessageConfiguration.VIETNAMESE);
	}

	DemoActor actor() {
		return new DemoActor(text("demo.actor"));
	}

}
