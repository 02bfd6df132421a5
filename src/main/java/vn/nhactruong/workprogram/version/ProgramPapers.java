package vn.nhactruong.workprogram.version;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Province;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.paper.OfficialPaper;
import vn.nhactruong.paper.OfficialPaper.Block;
import vn.nhactruong.shared.ClockConfiguration;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.MessageConfiguration;
import vn.nhactruong.shared.Option;
import vn.nhactruong.workprogram.ProposalStatus;
import vn.nhactruong.workprogram.WorkItemStatus;
import vn.nhactruong.workprogram.WorkItems;
import vn.nhactruong.workprogram.WorkProgram;
import vn.nhactruong.workprogram.WorkProgramAccess;
import vn.nhactruong.workprogram.imports.WorkbookColumn;
import vn.nhactruong.workprogram.register.ItemRow;
import vn.nhactruong.workprogram.register.WorkProgramQueries;

/**
 * The program as a paper by Decree 30/2020/NĐ-CP; always in Vietnamese, whatever language
 * its reader uses. What is published reads as its last version; before, as a draft.
 */
@Component
@Transactional(readOnly = true)
class ProgramPapers {

	/** Number, task, lead, coordinating, deliverable, level, deadline. */
	private static final List<Integer> WIDTHS = List.of(5, 29, 15, 15, 14, 11, 11);

	private final WorkItems items;

	private final WorkProgramQueries queries;

	private final ProgramVersions versions;

	private final WorkProgramAccess access;

	private final UnitDirectory units;

	private final MessageSource messages;

	ProgramPapers(WorkItems items, WorkProgramQueries queries, ProgramVersions versions, WorkProgramAccess access,
			UnitDirectory units, MessageSource messages) {
		this.items = items;
		this.queries = queries;
		this.versions = versions;
		this.access = access;
		this.units = units;
		this.messages = messages;
	}

	OfficialPaper paper(long id, Viewer viewer) {
		WorkProgram program = this.items.program(id, viewer);
		this.access.requireWholeReader(viewer, program);
		Optional<ProgramVersion> version = this.versions.find(id, program.getLastVersion());
		Unit scope = this.units.get(program.getScopeId());
		String period = this.messages.getMessage(program.period().getKey(), program.period().getArgs(),
				MessageConfiguration.VIETNAMESE);
		List<Block> blocks = new ArrayList<>();
		blocks.add(Block.paragraph(version.filter((it) -> it.number() > 1)
			.map((it) -> text("opening.adjusted", scope.name(), period, publishedOn(id, 1)))
			.orElseGet(() -> text("opening", scope.name(), period))));
		if (program.getNote() != null) {
			blocks.add(Block.paragraph(program.getNote()));
		}
		List<Row> rows = version.map((it) -> published(id, it.number())).orElseGet(() -> planned(program));
		blocks.add(Block.table(new OfficialPaper.Table(heads(), WIDTHS, rows.stream().map(Row::cells).toList())));
		version.filter((it) -> it.number() > 1).ifPresent((it) -> changes(id, it.number(), blocks));
		blocks.add(Block.paragraph(text("closing")));
		LocalDate day = version.map((it) -> it.publishedAt().atZone(ClockConfiguration.ZONE).toLocalDate())
			.orElse(null);
		boolean ministry = program.isMinistry();
		return new OfficialPaper(version.isPresent() ? null : text("draft"), superior(scope), scope.name(),
				text("country"), text("motto"), text("number", notation(scope)), place(scope, day), text("kind"),
				text("about", period) + version.filter((it) -> it.number() > 1)
					.map((it) -> " " + text("about.version", it.number() - 1))
					.orElse(""),
				blocks, true, text("recipients"), recipients(program, scope, rows),
				List.of(text(ministry ? "signer" : "signer.unit")), null);
	}

	private String publishedOn(long id, int number) {
		return DateFormats.day(this.versions.find(id, number)
			.orElseThrow()
			.publishedAt()
			.atZone(ClockConfiguration.ZONE)
			.toLocalDate());
	}

	/** What changed since the version before, and why. */
	private void changes(long id, int number, List<Block> blocks) {
		List<VersionChange> changes = VersionChange.between(this.versions.items(id, number - 1),
				this.versions.items(id, number));
		if (changes.isEmpty()) {
			return;
		}
		Map<VersionChange, String> reasons = this.versions.reasons(id, number, changes);
		blocks.add(Block.paragraph(text("changes", number - 1)));
		changes.forEach((change) -> {
			VersionItem item = change.item();
			String reason = reasons.get(change);
			String said = this.messages.getMessage(change.getKey(), change.getArgs(), MessageConfiguration.VIETNAMESE);
			blocks.add(Block.paragraph((reason == null)
					? text("change", String.valueOf(item.number()), item.title(), said) : text("change.reason",
							String.valueOf(item.number()), item.title(), said, reason.replaceFirst("[.;\\s]+$", ""))));
		});
	}

	private List<Row> published(long id, int number) {
		List<Row> rows = new ArrayList<>();
		for (VersionItem item : this.versions.items(id, number)) {
			if (item.status() != WorkItemStatus.DROPPED && item.status() != WorkItemStatus.SLIPPED) {
				rows.add(new Row(item.leadId(),
						List.of(String.valueOf(item.number()), item.title(), item.lead(), item.coordinating(),
								item.deliverable(),
								Option.label(this.messages, MessageConfiguration.VIETNAMESE, item.level()),
								DateFormats.day(item.dueOn()))));
			}
		}
		return rows;
	}

	private List<Row> planned(WorkProgram program) {
		List<Row> rows = new ArrayList<>();
		for (ItemRow item : this.queries.inProposal(program, ProposalStatus.ACCEPTED)) {
			rows.add(new Row(item.leadId(),
					List.of(String.valueOf(rows.size() + 1), item.title(), item.lead(), item.coordinating(),
							(item.deliverable() != null) ? item.deliverable() : "",
							Option.label(this.messages, MessageConfiguration.VIETNAMESE, item.level()),
							DateFormats.day(item.dueOn()))));
		}
		return rows;
	}

	private List<String> heads() {
		return Stream
			.of(WorkbookColumn.NUMBER, WorkbookColumn.TITLE, WorkbookColumn.LEAD, WorkbookColumn.COORDINATING,
					WorkbookColumn.DELIVERABLE, WorkbookColumn.LEVEL, WorkbookColumn.DUE_ON)
			.map((column) -> this.messages.getMessage(column.getKey(), null, MessageConfiguration.VIETNAMESE))
			.toList();
	}

	private String superior(Unit scope) {
		return switch (scope.kind()) {
			case MINISTRY, EXTERNAL -> null;
			case DEPARTMENT, PUBLIC_UNIT -> this.units.byCode(UnitDirectory.MINISTRY).map(Unit::name).orElse(null);
			case PROVINCIAL_JUSTICE -> text("superior.province", province(scope));
			case PROVINCIAL_ENFORCEMENT -> text("superior.enforcement");
		};
	}

	private String place(Unit scope, LocalDate day) {
		String place = (scope.provinceId() != null) ? province(scope) : text("capital");
		return (day == null) ? text("place.open", place) : text("place", place, padded(day.getDayOfMonth(), 10),
				padded(day.getMonthValue(), 3), String.valueOf(day.getYear()));
	}

	/** Days below 10 and the months January and February are padded. */
	private static String padded(int number, int from) {
		return (number < from) ? "0" + number : String.valueOf(number);
	}

	private String province(Unit scope) {
		return this.units.province(scope.provinceId()).map(Province::name).orElse("");
	}

	private static String notation(Unit scope) {
		return (scope.kind() == OrganizationKind.MINISTRY || scope.shortName() == null) ? scope.code()
				: scope.shortName();
	}

	/** Whoever leads an item and isn't among those named as one is named by itself. */
	private List<String> recipients(WorkProgram program, Unit scope, List<Row> rows) {
		Stream<String> leads = rows.stream()
			.map((row) -> this.units.get(row.leadId()))
			.filter((unit) -> unit.id() != scope.id()
					&& !(program.isMinistry() && WorkProgramAccess.isOfTheMinistry(unit.kind())))
			.map(Unit::name)
			.distinct()
			.map((name) -> text("recipient.lead", name));
		Stream<String> first = program.isMinistry() ? Stream.of(text("recipient.leaders"), text("recipient.units"))
				: Stream.of(text("recipient.superior"), text("recipient.inside"));
		String kept = text(program.isMinistry() ? "recipient.kept" : "recipient.kept.unit");
		return Stream.of(first, leads, Stream.of(kept)).flatMap(Function.identity()).toList();
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage("workprogram.paper." + key, arguments, MessageConfiguration.VIETNAMESE);
	}

	/** An item as the table has it, and who leads it. */
	private record Row(long leadId, List<String> cells) {
	}

}
