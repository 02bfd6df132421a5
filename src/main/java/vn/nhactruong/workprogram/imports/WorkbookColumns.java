package vn.nhactruong.workprogram.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.MessageConfiguration;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.TextFolding;
import vn.nhactruong.workprogram.SubmittingLevel;
import vn.nhactruong.workprogram.WorkItemStatus;
import vn.nhactruong.workprogram.register.ItemRow;

/** The heads and cells of a program's workbook: what goes out can come in again. */
@Component
public class WorkbookColumns {

	/** Heads are known in every language of the portal. */
	private static final List<Locale> LANGUAGES = List.of(MessageConfiguration.VIETNAMESE, Locale.ENGLISH);

	private final MessageSource messages;

	private final UnitDirectory units;

	WorkbookColumns(MessageSource messages, UnitDirectory units) {
		this.messages = messages;
		this.units = units;
	}

	public List<String> heads(Locale locale) {
		return Arrays.stream(WorkbookColumn.values()).map((column) -> head(column, locale)).toList();
	}

	/**
	 * The heads of what a person fills in, with a star at what no item can do without.
	 */
	List<String> blankHeads(Locale locale) {
		return Arrays.stream(WorkbookColumn.values())
			.filter((column) -> !column.isOutcome())
			.map((column) -> head(column, locale) + (column.isRequired() ? " *" : ""))
			.toList();
	}

	public List<List<Object>> rows(List<ItemRow> items, Locale locale) {
		List<List<Object>> rows = new ArrayList<>();
		for (ItemRow item : items) {
			rows.add(Arrays.asList(item.number(), item.title(), this.units.name(item.leadId()), item.coordinating(),
					item.deliverable(), Option.label(this.messages, locale, item.level()), item.dueOn(),
					item.sourceText(), item.sourceNumber(), item.sourceDate(), item.parentTitle(),
					Option.label(this.messages, locale, item.status()), item.percent()));
		}
		return rows;
	}

	/** Place to column, for a row that may be the head; unknown texts are left out. */
	Map<Integer, WorkbookColumn> match(Map<Integer, String> cells) {
		Map<String, WorkbookColumn> known = new LinkedHashMap<>();
		for (Locale language : LANGUAGES) {
			for (WorkbookColumn column : WorkbookColumn.values()) {
				known.put(folded(head(column, language)), column);
			}
		}
		Map<Integer, WorkbookColumn> matched = new LinkedHashMap<>();
		cells.forEach((place, text) -> Optional.ofNullable(known.get(folded(text)))
			.filter((column) -> !matched.containsValue(column))
			.ifPresent((column) -> matched.put(place, column)));
		return matched;
	}

	/** The level of that name in any language, or as it is kept. */
	Optional<SubmittingLevel> level(String text) {
		return named(text, SubmittingLevel.values());
	}

	/** The same for how an item stands. */
	Optional<WorkItemStatus> status(String text) {
		return named(text, WorkItemStatus.values());
	}

	private <E extends Enum<E>> Optional<E> named(String text, E[] constants) {
		return Arrays.stream(constants)
			.filter((constant) -> constant.name().equals(text) || LANGUAGES.stream()
				.anyMatch((language) -> folded(Option.label(this.messages, language, constant)).equals(folded(text))))
			.findFirst();
	}

	static String folded(String text) {
		return TextFolding.fold(text).replaceAll("[^\\p{Alnum}]+", " ").strip();
	}

	private String head(WorkbookColumn column, Locale locale) {
		return this.messages.getMessage(column.getKey(), null, locale);
	}

}
