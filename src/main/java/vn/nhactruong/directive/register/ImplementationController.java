package vn.nhactruong.directive.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conclusion.Conclusions;
import vn.nhactruong.conclusion.IssuedClause;
import vn.nhactruong.conference.ConferenceFrames;
import vn.nhactruong.conference.ConferenceSummary;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.directive.figure.BoardLine;
import vn.nhactruong.directive.list.DirectiveQueries;
import vn.nhactruong.directive.list.DirectiveRow;
import vn.nhactruong.directive.page.DirectivePages;
import vn.nhactruong.shared.Permission.SignedIn;

/**
 * How a conference's conclusions are carried out, headed by how those of the conference
 * before it were: with that the next conference opens.
 */
@Controller
@SignedIn
class ImplementationController {

	private final Conferences conferences;

	private final ConferenceFrames frames;

	private final Conclusions conclusions;

	private final DirectiveQueries queries;

	ImplementationController(Conferences conferences, ConferenceFrames frames, Conclusions conclusions,
			DirectiveQueries queries) {
		this.conferences = conferences;
		this.frames = frames;
		this.conclusions = conclusions;
		this.queries = queries;
	}

	@GetMapping("/conferences/{id}/implementation")
	String show(@PathVariable long id, Viewer viewer, Model model) {
		ConferenceSummary conference = this.conferences.visible(id, viewer);
		model.addAttribute("frame", this.frames.of(conference, viewer, "implementation"));
		if (conference.followsId() != null) {
			model.addAttribute("previous", part(conference.followsId(), viewer));
			model.addAttribute("previousConference",
					this.conferences.ifVisible(conference.followsId(), viewer).orElse(null));
		}
		model.addAttribute("own", part(id, viewer));
		return "directive/implementation";
	}

	private Part part(long conferenceId, Viewer viewer) {
		List<DirectiveRow> rows = this.queries.ofConference(conferenceId, viewer);
		Map<Long, IssuedClause> clauses = this.conclusions
			.clauses(rows.stream().map(DirectiveRow::clauseId).filter(Objects::nonNull).distinct().toList());
		Map<Long, List<DirectiveRow>> byClause = new LinkedHashMap<>();
		rows.forEach((row) -> byClause.computeIfAbsent(row.clauseId(), (clause) -> new ArrayList<>()).add(row));
		return new Part(byClause.entrySet()
			.stream()
			.map((entry) -> new ClausePart(clauses.get(entry.getKey()), entry.getValue()))
			.toList(), DirectivePages.tally(rows));
	}

	/** What came of one conference's conclusion. */
	record Part(List<ClausePart> clauses, BoardLine tally) {
	}

	/** What came of one clause. */
	record ClausePart(IssuedClause clause, List<DirectiveRow> rows) {
	}

}
