package vn.nhactruong.directive.register;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.Timeliness;
import vn.nhactruong.directive.figure.BoardLine;
import vn.nhactruong.directive.figure.DirectiveBoard;
import vn.nhactruong.directive.list.DirectiveQueries;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Permission.ForBusiness;
import vn.nhactruong.shared.Xlsx;

/** The board of all units; each number leads to exactly the directives it counts. */
@Controller
@ForBusiness
class BoardController {

	private final DirectiveBoard board;

	private final DirectiveQueries queries;

	private final MessageSource messages;

	private final Clock clock;

	BoardController(DirectiveBoard board, DirectiveQueries queries, MessageSource messages, Clock clock) {
		this.board = board;
		this.queries = queries;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping("/directives/board")
	String board(ListRequest list, Viewer viewer, Model model, Locale locale) {
		List<BoardLine> lines = this.board.wholeBoard(year(list), kind(list), viewer);
		model.addAttribute("lines", lines);
		model.addAttribute("total", DirectiveBoard.total(lines));
		model.addAttribute("columns", Timeliness.values());
		model.addAttribute("year", year(list));
		model.addAttribute("kind", kind(list));
		model.addAttribute("years",
				this.queries.years().stream().map(String::valueOf).map((year) -> new Option(year, year)).toList());
		model.addAttribute("kinds",
				Arrays.stream(OrganizationKind.values())
					.filter((kind) -> kind != OrganizationKind.MINISTRY && kind != OrganizationKind.EXTERNAL)
					.map((kind) -> new Option(kind.name(), text("OrganizationKind." + kind, locale)))
					.toList());
		return "directive/board";
	}

	@GetMapping("/directives/board.xlsx")
	void export(ListRequest list, Viewer viewer, HttpServletResponse response, Locale locale) throws IOException {
		List<BoardLine> lines = new ArrayList<>(this.board.wholeBoard(year(list), kind(list), viewer));
		lines.add(DirectiveBoard.total(lines));
		List<String> heads = new ArrayList<>(
				List.of(text("directive.board.unit", locale), text("Figure.TOTAL", locale)));
		Arrays.stream(Timeliness.values()).forEach((column) -> heads.add(text("Timeliness." + column, locale)));
		Xlsx.send(response, text("directive.board.title", locale), heads,
				lines.stream()
					.map((line) -> Arrays.<Object>asList(name(line, locale), line.total(), line.doneOnTime(),
							line.doneLate(), line.openInTime(), line.openOverdue(), line.noDeadline()))
					.toList());
	}

	private String name(BoardLine line, Locale locale) {
		if (line.group() != null) {
			return text("directive.group." + line.group(), locale);
		}
		return (line.unitId() != null) ? line.unitName() : text("directive.board.sum", locale);
	}

	/** This year unless another one, or all of them, is asked for. */
	private Integer year(ListRequest list) {
		if ("all".equals(list.parameter("year"))) {
			return null;
		}
		return list.year("year").orElseGet(() -> LocalDate.now(this.clock).getYear());
	}

	private static OrganizationKind kind(ListRequest list) {
		return list.constant("unitKind", OrganizationKind.class).orElse(null);
	}

	private String text(String key, Locale locale) {
		return this.messages.getMessage(key, null, locale);
	}

}
