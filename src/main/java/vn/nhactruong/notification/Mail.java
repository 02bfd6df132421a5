package vn.nhactruong.notification;

import java.util.UUID;

/**
 * A mail as it is handed to the server, text and HTML saying the same.
 *
 * @param messageId what stays the same however often it is tried
 * @param unsubscribeUrl where its reader stops this kind of mail, or {@code null} for
 * what is duty
 */
public record Mail(UUID messageId, String address, String name, String senderName, String language, String subject,
		String text, String html, String unsubscribeUrl) {
}
