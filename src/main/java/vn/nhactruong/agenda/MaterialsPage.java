package vn.nhactruong.agenda;

import java.util.List;

import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.file.FileRow;

/**
 * One item of the draft with its materials, for the pages that act on that item alone.
 */
record MaterialsPage(ConferenceSummary conference, boolean mayEdit, AgendaLine line, int version, List<FileRow> files) {
}
