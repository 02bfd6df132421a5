package vn.nhactruong.notification.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.nhactruong.notification.InboxFilter;
import vn.nhactruong.notification.Letter;
import vn.nhactruong.notification.Mail;
import vn.nhactruong.notification.MailServer;
import vn.nhactruong.notification.Outbox;
import vn.nhactruong.shared.DateFormats;

/**
 * Words of a mail, from the templates in {@code mail/}: they are no pages, so they have
 * an engine of their own, with addresses in full and styles where mail programs want
 * them.
 */
@Component
class MailTexts {

	/** What stands behind an empty line is for the body alone. */
	private static final String PARAGRAPHS = "\n\n";

	/** Longer subjects are cut off by whoever shows them. */
	private static final int LONGEST_SUBJECT = 160;

	private final MessageSource messages;

	private final MailServer server;

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	MailTexts(MessageSource messages, MailServer server) {
		this.messages = messages;
		this.server = server;
		this.engine.setTemplateEngineMessageSource(messages);
		this.engine.addTemplateResolver(resolver("*.html", TemplateMode.HTML, 1));
		this.engine.addTemplateResolver(resolver("*.txt", TemplateMode.TEXT, 2));
	}

	private static ClassLoaderTemplateResolver resolver(String pattern, TemplateMode mode, int order) {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("mail/");
		resolver.setResolvablePatterns(Set.of(pattern));
		resolver.setTemplateMode(mode);
		resolver.setCharacterEncoding("UTF-8");
		resolver.setOrder(order);
		return resolver;
	}

	Mail mail(Letter letter) {
		boolean digest = letter.digestOn() != null;
		Locale locale = letter.locale();
		List<Item> items = letter.lines()
			.stream()
			.limit(Outbox.MOST_LINES)
			.map((line) -> new Item(text(line.messageKey(), locale, line.arguments().toArray()),
					text(line.kind().labelKey(), locale), DateFormats.moment(line.sentAt()),
					this.server.link("/notifications/" + line.notificationId())))
			.toList();
		String subject = digest ? text("notification.mail.digest.subject", locale, letter.lines().size(),
				DateFormats.day(letter.digestOn())) : items.get(0).getHeadline();
		String unsubscribe = (letter.unsubscription() != null)
				? this.server
					.link("/notifications/unsubscription/" + letter.unsubscription() + "?lang=" + locale.getLanguage())
				: null;
		Map<String, Object> model = Map.of("name", letter.name(), "address", letter.address(), "subject", subject,
				"items", items, "more", letter.lines().size() - items.size(), "digest", digest, "inboxUrl",
				this.server.link("/notifications?state=" + InboxFilter.UNREAD), "settingsUrl",
				this.server.link("/notifications/settings"), "unsubscribeUrl",
				(unsubscribe != null) ? unsubscribe : "");
		return mail(letter.messageId(), letter.address(), letter.name(), locale, subject, "notification", model,
				unsubscribe);
	}

	/** A mail that only shows that mail works. */
	Mail trial(UUID messageId, String address, String name, Locale locale) {
		return mail(messageId, address, name, locale, text("notification.mail.trial.subject", locale), "trial",
				Map.of("name", name, "portalUrl", this.server.publicUrl()), null);
	}

	private Mail mail(UUID messageId, String address, String name, Locale locale, String subject, String template,
			Map<String, Object> model, String unsubscribe) {
		Context context = new Context(locale, model);
		return new Mail(messageId, address, name, text("layout.brand", locale), locale.getLanguage(), cut(subject),
				this.engine.process(template + ".txt", context), this.engine.process(template + ".html", context),
				unsubscribe);
	}

	private String text(String key, Locale locale, Object... arguments) {
		return this.messages.getMessage(key, arguments, locale);
	}

	/** Between two words, and never between the halves of a letter. */
	private static String cut(String subject) {
		if (subject.length() <= LONGEST_SUBJECT) {
			return subject;
		}
		int blank = subject.lastIndexOf(' ', LONGEST_SUBJECT - 1);
		int end = (blank > LONGEST_SUBJECT / 2) ? blank : LONGEST_SUBJECT - 1;
		return subject.substring(0, Character.isHighSurrogate(subject.charAt(end - 1)) ? end - 1 : end) + "…";
	}

	/** One message, ready to read. */
	record Item(String sentence, String kind, String sentAt, String url) {

		/** What it says first, as in the subject. */
		public String getHeadline() {
			return this.sentence.split(PARAGRAPHS, 2)[0];
		}

		/** What stands behind that, line by line. */
		public List<String> getRest() {
			return this.sentence.substring(getHeadline().length()).lines().filter((line) -> !line.isBlank()).toList();
		}

	}

}
