package vn.nhactruong.directive.family;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.Directive;
import vn.nhactruong.directive.DirectiveRepository;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.extension.DirectiveExtensions;
import vn.nhactruong.directive.history.DirectiveAct;
import vn.nhactruong.directive.history.DirectiveEvent;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.RuleViolation;

/**
 * Acts on many units of a family at once. Each is an act of its own, audited and told
 * like any other; what isn't possible for one unit is named with its reason and keeps
 * nothing from the others. The family's history tells them together, in a line that grows
 * with each.
 */
@Service
public class DirectiveFamilies {

	private final Directives directives;

	private final DirectiveExtensions extensions;

	private final DirectiveRepository repository;

	private final UnitDirectory units;

	private final TransactionTemplate transactions;

	DirectiveFamilies(Directives directives, DirectiveExtensions extensions, DirectiveRepository repository,
			UnitDirectory units, TransactionTemplate transactions) {
		this.transactions = transactions;
		this.directives = directives;
		this.extensions = extensions;
		this.repository = repository;
		this.units = units;
	}

	public Result remind(long parentId, BulkForm form, Viewer viewer) {
		check(parentId, form, viewer);
		return each(parentId, form, DirectiveEvent.of(DirectiveAct.FAMILY_REMINDED), viewer,
				(seen) -> this.directives.remind(seen.id(), viewer));
	}

	/** Moves the deadline of each without having been asked. */
	public Result extend(long parentId, BulkForm form, Viewer viewer) {
		checkExtension(parentId, form, viewer);
		return each(parentId, form,
				DirectiveEvent.of(DirectiveAct.FAMILY_EXTENDED).day(form.getDueOn()).text(form.getReason()), viewer,
				(seen) -> this.extensions.grant(seen.id(), seen.version(), form.getDueOn(), form.getReason(), viewer));
	}

	public Result verify(long parentId, BulkForm form, Viewer viewer) {
		check(parentId, form, viewer);
		return each(parentId, form, DirectiveEvent.of(DirectiveAct.FAMILY_VERIFIED), viewer,
				(seen) -> this.directives.verify(seen.id(), seen.version(), viewer));
	}

	/**
	 * Writes nothing.
	 * @throws RuleViolation if nothing is chosen, or something that is not of the family
	 */
	void check(long parentId, BulkForm form, Viewer viewer) {
		requireOfFamily(form, children(parentId, viewer));
	}

	/**
	 * Writes nothing.
	 * @throws RuleViolation with all that keeps the extension from every chosen unit
	 */
	void checkExtension(long parentId, BulkForm form, Viewer viewer) {
		Map<Long, Directive> children = children(parentId, viewer);
		RuleViolation.checkAll(() -> requireOfFamily(form, children), () -> {
			requireLater(form, children);
			this.directives.requireNear(form.getDueOn(), "dueOn");
		}, form::requireReason);
	}

	private static void requireOfFamily(BulkForm form, Map<Long, Directive> children) {
		if (form.seen().stream().anyMatch((seen) -> !children.containsKey(seen.id()))) {
			throw RuleViolation.at("chosen", "directive.error.notOfFamily");
		}
	}

	/** A day that gives none of the chosen units more time is a slip of the hand. */
	private static void requireLater(BulkForm form, Map<Long, Directive> children) {
		form.requireDueOn();
		List<LocalDate> due = children.values()
			.stream()
			.filter((child) -> form.names(child.getId()))
			.map(Directive::getDueOn)
			.filter(Objects::nonNull)
			.sorted()
			.toList();
		if (!due.isEmpty() && !form.getDueOn().isAfter(due.get(0))) {
			throw RuleViolation.at("dueOn", "directive.error.extensionNotLater", DateFormats.day(due.get(0)));
		}
	}

	private Map<Long, Directive> children(long parentId, Viewer viewer) {
		this.directives.directed(parentId, viewer);
		return this.repository.findByParentId(parentId)
			.stream()
			.collect(Collectors.toMap(Directive::getId, Function.identity()));
	}

	/**
	 * @param together what the family's history tells of those for whom it was possible
	 */
	private Result each(long parentId, BulkForm form, DirectiveEvent together, Viewer viewer,
			Consumer<BulkForm.Seen> act) {
		Map<Long, Directive> children = children(parentId, viewer);
		List<Long> done = new ArrayList<>();
		List<Refusal> refused = new ArrayList<>();
		Long line = null;
		for (BulkForm.Seen seen : form.seen()) {
			long unit = children.get(seen.id()).getHolderOrganizationId();
			Long told = line;
			try {
				line = this.transactions.execute((transaction) -> {
					long telling = this.directives.doing(parentId, told, together, unit, viewer);
					act.accept(seen);
					return telling;
				});
				done.add(unit);
			}
			catch (RuleViolation violation) {
				refused.add(new Refusal(this.units.name(unit), violation.messageKey(), violation.arguments()));
			}
			catch (DataIntegrityViolationException | OptimisticLockingFailureException race) {
				refused.add(new Refusal(this.units.name(unit), "directive.error.changedMeanwhile", new Object[0]));
			}
		}
		if (!done.isEmpty()) {
			this.directives.doneTogether(parentId, together.units(done), viewer);
		}
		return new Result(done.size(), refused);
	}

	/** For how many it was done, and for whom not. */
	public record Result(int done, List<Refusal> refused) {
	}

	/** For whom it wasn't possible, and why: a message key with its arguments. */
	public record Refusal(String unit, String key, Object[] arguments) {
	}

}
