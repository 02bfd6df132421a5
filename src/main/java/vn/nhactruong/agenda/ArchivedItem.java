package vn.nhactruong.agenda;

/**
 * An item of a conference held before the portal, as far as its papers tell.
 *
 * @param speaker {@code null} where the papers name nobody
 */
public record ArchivedItem(int order, AgendaItemKind kind, String title, String speaker) {
}
