package vn.nhactruong.agenda;

/** An agenda was published for the first time or anew. */
public record AgendaReleased(long conferenceId, int number) {
}
