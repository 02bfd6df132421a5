package vn.nhactruong.directive.origin;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conclusion.Conclusions;
import vn.nhactruong.conclusion.IssuedClause;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.RuleViolation;

/**
 * Reads what a directive is to rest on, as the viewer may see it, and checks that it can
 * carry one.
 */
@Component
public class DirectiveBasis {

	private final Conclusions conclusions;

	private final ObjectProvider<DirectiveOrigins> origins;

	private final Clock clock;

	DirectiveBasis(Conclusions conclusions, ObjectProvider<DirectiveOrigins> origins, Clock clock) {
		this.conclusions = conclusions;
		this.origins = origins;
		this.clock = clock;
	}

	/**
	 * The clause or the item in full; a document is what was typed.
	 * @throws NotVisibleException when the viewer doesn't see it
	 */
	public Found find(Origin origin, Viewer viewer) {
		return switch (origin.source()) {
			case CLAUSE -> {
				IssuedClause clause = this.conclusions.issuedClause(origin.clauseId(), viewer);
				yield new Found(origin, clause, null);
			}
			case WORK_ITEM -> {
				OriginItem item = givable(origin.itemId(), viewer);
				yield new Found(new Origin(DirectiveSource.WORK_ITEM, null, origin.itemId(), item.number(), item.date(),
						item.author(), item.title()), null, item);
			}
			case LEADER_DOCUMENT, EXTERNAL_ORDER -> new Found(origin, null, null);
		};
	}

	public OriginItem item(Long itemId, Viewer viewer) {
		if (itemId == null) {
			throw RuleViolation.at("originId", "directive.error.noItem");
		}
		return this.origins.stream()
			.flatMap((known) -> known.find(itemId, viewer).stream())
			.findFirst()
			.orElseThrow(() -> new NotVisibleException("work item", itemId));
	}

	/** The item, of which something may still be given. */
	public OriginItem givable(Long itemId, Viewer viewer) {
		OriginItem item = item(itemId, viewer);
		if (!item.open()) {
			throw RuleViolation.at("originId", "directive.error.itemOver");
		}
		return item;
	}

	/** Where the item is shown, for who may see it; otherwise {@code null}. */
	public String url(Long itemId, Viewer viewer) {
		return (itemId == null) ? null
				: this.origins.stream()
					.flatMap((known) -> known.find(itemId, viewer).stream())
					.findFirst()
					.map(OriginItem::url)
					.orElse(null);
	}

	/** Keeps the clause as it is until the transaction ends. */
	public void hold(Found found) {
		if (found.clause() != null) {
			this.conclusions.holdForTask(found.clause());
		}
	}

	/** A document has a number, a day that has come, and somebody who signed it. */
	public void check(Origin origin) {
		if (!origin.source().isDocument()) {
			return;
		}
		RuleViolation.checkAll(() -> require(origin.number(), "sourceNumber", "directive.error.sourceNumberMissing"),
				() -> requireDate(origin.date()),
				() -> require(origin.author(), "sourceAuthor", "directive.error.sourceAuthorMissing"));
	}

	private void requireDate(LocalDate date) {
		require(date, "sourceDate", "directive.error.sourceDateMissing");
		LocalDate today = LocalDate.now(this.clock);
		if (date.isAfter(today)) {
			throw RuleViolation.at("sourceDate", "directive.error.sourceInFuture", DateFormats.day(today));
		}
	}

	private static void require(Object value, String field, String messageKey) {
		if (value == null || value.toString().isBlank()) {
			throw RuleViolation.at(field, messageKey);
		}
	}

	/** What was found; the clause or the item only where it comes from one. */
	public record Found(Origin origin, IssuedClause clause, OriginItem item) {

		public Long conferenceId() {
			return (this.clause != null) ? this.clause.conferenceId() : null;
		}

	}

}
