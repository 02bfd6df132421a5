package vn.nhactruong.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import vn.nhactruong.PortalTest;
import vn.nhactruong.shared.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Whatever is told has a kind, so that an administrator can set how it goes out. */
@PortalTest
class NotificationKindsTests {

	private static final Pattern NOTICE = Pattern.compile("\"([a-z]+\\.notice\\.[\\w.]+)\"");

	@Autowired
	private NotificationKinds kinds;

	@Autowired
	private MessageSource messages;

	@Test
	void every_message_that_is_told_belongs_to_a_kind() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			List<String> told = files.filter((file) -> file.toString().endsWith(".java"))
				.flatMap((file) -> NOTICE.matcher(read(file)).results())
				.map((MatchResult found) -> found.group(1))
				.distinct()
				.toList();
			assertThat(told).as("messages found").hasSizeGreaterThan(20);
			assertThat(told).filteredOn((key) -> !belongs(key))
				.as("messages without a kind; declare one as a bean of type NotificationKind in the module's …NoticeKinds")
				.isEmpty();
		}
	}

	/**
	 * A key that the code completes, such as that of a step, belongs where all of them
	 * do.
	 */
	private boolean belongs(String key) {
		return key.endsWith(".") ? this.kinds.all()
			.stream()
			.flatMap((kind) -> kind.messageKeys().stream())
			.anyMatch((it) -> it.startsWith(key)) : this.kinds.ofMessage(key) != NotificationKinds.OTHER;
	}

	@Test
	void every_kind_has_a_name_in_both_languages() {
		for (NotificationKind kind : this.kinds.all()) {
			String vietnamese = this.messages.getMessage(kind.labelKey(), null, Locale.forLanguageTag("vi"));
			assertThat(this.messages.getMessage(kind.labelKey(), null, Locale.ENGLISH)).isNotBlank()
				.isNotEqualTo(vietnamese);
		}
	}

	@Test
	void every_message_of_a_kind_exists() {
		for (NotificationKind kind : this.kinds.all()) {
			assertThat(kind.messageKeys())
				.allSatisfy((key) -> assertThat(this.messages.getMessage(key, null, Locale.ENGLISH)).isNotBlank());
			assertThat(kind.roles()).isNotEmpty();
		}
	}

	@Test
	void what_nobody_declared_reaches_its_readers_all_the_same() {
		assertThat(this.kinds.ofMessage("something.new")).isSameAs(NotificationKinds.OTHER);
	}

	@Test
	void what_is_duty_can_not_be_declared_as_never_sent() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new NotificationKind("a.b", 1, true, Delivery.NEVER, EnumSet.of(Role.CLERK), Set.of()));
	}

	@Test
	void a_message_belongs_to_one_kind() {
		NotificationKind one = NotificationKind.duty("a.b", 1, EnumSet.of(Role.CLERK), "a.notice.x");
		NotificationKind two = NotificationKind.duty("a.c", 2, EnumSet.of(Role.CLERK), "a.notice.x");
		assertThatIllegalStateException().isThrownBy(() -> new NotificationKinds(List.of(one, two)))
			.withMessageContaining("a.notice.x");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cong.example.vn", "ftp://cong.example.vn", "http://", "http://a b", "" })
	void a_public_address_that_can_not_be_one_stops_the_start(String url) {
		assertThatIllegalStateException()
			.isThrownBy(() -> new MailServer(new JavaMailSenderImpl(), url, "", Clock.systemUTC()))
			.withMessageContaining("PORTAL_PUBLIC_URL");
	}

	@ParameterizedTest
	@ValueSource(strings = { "không phải", "a@b@c", "a@b.vn\r\nBcc: c@d.vn" })
	void a_sender_that_can_not_be_one_stops_the_start(String from) {
		assertThatIllegalStateException()
			.isThrownBy(() -> new MailServer(new JavaMailSenderImpl(), "http://localhost", from, Clock.systemUTC()))
			.withMessageContaining("PORTAL_MAIL_FROM");
	}

	@ParameterizedTest
	@CsvSource({ "https://cong.example.vn, thu@example.gov.vn, cong.example.vn",
			"http://localhost:8080, Cổng <thu@example.gov.vn>, example.gov.vn" })
	void message_id_names_the_portal_or_its_sender_and_no_machine_of_any_name(String url, String from, String host)
			throws MessagingException {
		MimeMessage[] sent = new MimeMessage[1];
		JavaMailSenderImpl sender = new JavaMailSenderImpl() {
			@Override
			public void send(MimeMessage message) {
				sent[0] = message;
			}
		};
		new MailServer(sender, url, from, Clock.systemUTC()).send(new Mail(UUID.randomUUID(), "a@example.vn", "A",
				"Nhạc Trưởng", "vi", "Thử", "Thử", "<p>Thử</p>", null));
		assertThat(sent[0].getMessageID()).endsWith("@" + host + ">");
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
