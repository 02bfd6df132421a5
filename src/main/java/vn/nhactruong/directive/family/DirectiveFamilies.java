package vn.nhactruong.directive.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.DirectiveAccess;
import vn.nhactruong.directive.DirectiveRepository;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.extension.DirectiveExtensions;
import vn.nhactruong.directive.list.DirectiveQueries;
import vn.nhactruong.directive.list.DirectiveRow;
import vn.nhactruong.shared.RuleViolation;

/**
 * Acts on many units of a family at once. Each is an act of its own, audited and told
 * like any other; what isn't possible for one unit is named with its reason and keeps
 * nothing from the others.
 */
@Service
public class DirectiveFamilies {

	private final Directives directives;

	private final DirectiveExtensions extensions;

	private final DirectiveRepository repository;

	private final DirectiveQueries queries;

	private final DirectiveAccess access;

	DirectiveFamilies(Directives directives, DirectiveExtensions extensions, DirectiveRepository repository,
			DirectiveQueries queries, DirectiveAccess access) {
		this.directives = directives;
		this.extensions = extensions;
		this.repository = repository;
		this.queries = queries;
		this.access = access;
	}

	public Result remind(long parentId, BulkForm form, Viewer viewer) {
		return each(parentId, form, viewer, (seen) -> this.directives.remind(seen.id(), viewer));
	}

	/** Moves the deadline of each without having been asked. */
	Result extend(long parentId, BulkForm form, Viewer viewer) {
		return each(parentId, form, viewer,
				(seen) -> this.extensions.grant(seen.id(), seen.version(), form.getDueOn(), form.getReason(), viewer),
				form::requireExtension);
	}

	public Result verify(long parentId, BulkForm form, Viewer viewer) {
		return each(parentId, form, viewer, (seen) -> this.directives.verify(seen.id(), seen.version(), viewer));
	}

	private Result each(long parentId, BulkForm form, Viewer viewer, Consumer<BulkForm.Seen> act) {
		return each(parentId, form, viewer, act, form::seen);
	}

	private Result each(long parentId, BulkForm form, Viewer viewer, Consumer<BulkForm.Seen> act, Runnable check) {
		this.directives.load(parentId, viewer);
		this.access.requireDirecting(viewer);
		check.run();
		List<BulkForm.Seen> chosen = form.seen();
		Map<Long, DirectiveRow> children = this.queries.ofFamily(parentId)
			.stream()
			.collect(Collectors.toMap(DirectiveRow::id, Function.identity()));
		if (chosen.stream().anyMatch((seen) -> !children.containsKey(seen.id()))) {
			throw RuleViolation.at("chosen", "directive.error.notOfFamily");
		}
		List<Refusal> refused = new ArrayList<>();
		for (BulkForm.Seen seen : chosen) {
			String unit = children.get(seen.id()).lead().name();
			try {
				act.accept(seen);
			}
			catch (RuleViolation violation) {
				refused.add(new Refusal(unit, violation.messageKey(), violation.arguments()));
			}
			catch (DataIntegrityViolationException | OptimisticLockingFailureException race) {
				refused.add(new Refusal(unit, "directive.error.changedMeanwhile", new Object[0]));
			}
		}
		boolean closed = this.repository.findById(parentId)
			.filter((parent) -> parent.getClosedOn() != null)
			.isPresent();
		return new Result(chosen.size() - refused.size(), refused, closed);
	}

	/**
	 * What came of it.
	 *
	 * @param closed whether all of the family's units are done now
	 */
	public record Result(int done, List<Refusal> refused, boolean closed) {
	}

	/** For whom it wasn't possible, and why: a message key with its arguments. */
	public record Refusal(String unit, String key, Object[] arguments) {
	}

}
