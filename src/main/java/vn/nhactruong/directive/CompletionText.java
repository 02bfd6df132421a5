package vn.nhactruong.directive;

import java.time.LocalDate;

/**
 * What a unit writes when it reports a directive done.
 *
 * @param documentNumber number and notation of the document that proves it, or
 * {@code null} when files do
 */
public record CompletionText(String content, String documentNumber, LocalDate documentDate, String documentAbstract) {
}
