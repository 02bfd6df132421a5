package vn.nhactruong.notification;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The SMTP server that mail goes out through, if the installation has one, and the
 * addresses a mail names: the sender's and the portal's own.
 */
@Component
public class MailServer {

	private static final String UTF_8 = StandardCharsets.UTF_8.name();

	private final JavaMailSenderImpl sender;

	private final URI publicUrl;

	private final String from;

	private final String senderHost;

	private final Clock clock;

	/**
	 * A server.
	 * @param sender without a host, unless one is configured
	 * @param from the sender's address; where there is none, the account at the server if
	 * that is an address, or nobody at the portal's own host
	 * @throws IllegalStateException for an address that can't be one, at the start rather
	 * than with the first mail
	 */
	public MailServer(JavaMailSenderImpl sender, @Value("${portal.public-url}") String publicUrl,
			@Value("${portal.mail.from}") String from, Clock clock) {
		this.sender = sender;
		this.publicUrl = publicUrl(publicUrl);
		this.from = StringUtils.hasText(from) ? from.strip() : defaultFrom();
		this.clock = clock;
		try {
			String address = new InternetAddress(this.from, true).getAddress();
			this.senderHost = address.substring(address.lastIndexOf('@') + 1);
		}
		catch (AddressException ex) {
			throw new IllegalStateException("PORTAL_MAIL_FROM is no mail address: " + from, ex);
		}
	}

	private static URI publicUrl(String url) {
		URI uri;
		try {
			uri = URI.create(url.strip().replaceFirst("/+$", ""));
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalStateException("PORTAL_PUBLIC_URL is no address: " + url, ex);
		}
		if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
			throw new IllegalStateException(
					"PORTAL_PUBLIC_URL must be an address such as https://dieuhanh.moj.gov.vn, not " + url);
		}
		return uri;
	}

	private String defaultFrom() {
		String username = isConfigured() ? this.sender.getUsername() : null;
		return (username != null && username.contains("@")) ? username : "no-reply@" + this.publicUrl.getHost();
	}

	public boolean isConfigured() {
		return StringUtils.hasText(this.sender.getHost());
	}

	/** Host and port, as an administrator knows them. */
	public String address() {
		return this.sender.getHost() + ":" + this.sender.getPort();
	}

	public boolean isEncrypted() {
		return "smtps".equals(this.sender.getProtocol())
				|| Boolean.parseBoolean(this.sender.getJavaMailProperties().getProperty("mail.smtp.ssl.enable"))
				|| Boolean.parseBoolean(this.sender.getJavaMailProperties().getProperty("mail.smtp.starttls.required"));
	}

	public String from() {
		return this.from;
	}

	public String publicUrl() {
		return this.publicUrl.toString();
	}

	/** Whether links in mails work on this machine only. */
	public boolean isPublicUrlLocal() {
		String host = this.publicUrl.getHost();
		return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
	}

	/** The full address of a page. */
	public String link(String path) {
		return this.publicUrl + path;
	}

	/**
	 * Hands a mail over to the server.
	 * @throws MailRefusedException when the server can't be spoken to or doesn't take it
	 */
	public void send(Mail mail) {
		try {
			this.sender.send(message(mail));
		}
		catch (MailException | MessagingException | UnsupportedEncodingException ex) {
			throw MailRefusedException.because(ex);
		}
	}

	private MimeMessage message(Mail mail) throws MessagingException, UnsupportedEncodingException {
		MimeMessage message = this.sender.createMimeMessage();
		message.setFrom(new InternetAddress(this.from, oneLine(mail.senderName()), UTF_8));
		InternetAddress to = new InternetAddress(mail.address(), true);
		to.setPersonal(oneLine(mail.name()), UTF_8);
		message.setRecipient(Message.RecipientType.TO, to);
		message.setSubject(oneLine(mail.subject()), UTF_8);
		message.setSentDate(Date.from(this.clock.instant()));
		message.setHeader("Message-ID", messageId(mail.messageId()));
		// No answer of a holiday's machine: RFC 3834, and what older servers look for.
		message.setHeader("Auto-Submitted", "auto-generated");
		message.setHeader("X-Auto-Response-Suppress", "All");
		message.setHeader("Precedence", "bulk");
		message.setHeader("Content-Language", mail.language());
		if (mail.unsubscribeUrl() != null) {
			message.setHeader("List-Unsubscribe", "<" + mail.unsubscribeUrl() + ">");
			message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
		}
		MimeMultipart parts = new MimeMultipart("alternative");
		parts.addBodyPart(part(mail.text(), "plain"));
		parts.addBodyPart(part(mail.html(), "html"));
		message.setContent(parts);
		return message;
	}

	/** Unique in the world, which nothing is that ends in localhost. */
	private String messageId(UUID id) {
		return "<" + id + "@" + (isPublicUrlLocal() ? this.senderHost : this.publicUrl.getHost()) + ">";
	}

	private static MimeBodyPart part(String text, String subtype) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(text, UTF_8, subtype);
		return part;
	}

	/** A line break would end the header and begin another. */
	private static String oneLine(String text) {
		return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
	}

}
