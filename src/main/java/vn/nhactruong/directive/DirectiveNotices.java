package vn.nhactruong.directive;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import vn.nhactruong.account.Accounts;
import vn.nhactruong.notification.Inbox;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.Role;

/** Tells people what happened to a directive, in the transaction in which it happened. */
@Component
public class DirectiveNotices {

	private final DirectiveRepository directives;

	private final Inbox inbox;

	private final Accounts accounts;

	private final UnitDirectory units;

	private final Clock clock;

	DirectiveNotices(DirectiveRepository directives, Inbox inbox, Accounts accounts, UnitDirectory units, Clock clock) {
		this.directives = directives;
		this.inbox = inbox;
		this.accounts = accounts;
		this.units = units;
		this.clock = clock;
	}

	@EventListener
	void on(DirectiveIssued issued) {
		Directive directive = find(issued.directiveId());
		if (directive.isFamily()) {
			return;
		}
		given(directive);
		if (directive.getParentId() == null) {
			toCoordinators(directive, directive, "directive.notice.coordinate");
		}
		else if (!this.directives.existsByParentIdAndIdLessThan(directive.getParentId(), directive.getId())) {
			// One order, one message, however many units lead.
			toCoordinators(find(directive.getParentId()), directive, "directive.notice.coordinateFamily");
		}
	}

	private void given(Directive directive) {
		toUnit(directive, (directive.getDueOn() != null) ? "directive.notice.issuedDue" : "directive.notice.issued");
	}

	/**
	 * @param order what they coordinate, and open
	 * @param one it, or the first of its directives
	 */
	private void toCoordinators(Directive order, Directive one, String key) {
		Set<Long> coordinators = coordinators(one);
		if (!coordinators.isEmpty()) {
			LocalDate until = order.getCoordinatingDueOn();
			this.inbox.tellUnits(coordinators, DirectiveAccess.unitRoles(), (until != null) ? key + "Due" : key,
					List.of(order.getCode(), order.getTitle(), DateFormats.day(until)), url(order));
		}
	}

	@EventListener
	void on(DirectiveReported reported) {
		toIssuer(find(reported.directiveId()), "directive.notice.reported");
	}

	@EventListener
	void on(DirectiveVerified verified) {
		toUnit(find(verified.directiveId()), "directive.notice.verified");
	}

	@EventListener
	void on(DirectiveReturned returned) {
		toUnit(find(returned.directiveId()), "directive.notice.returned");
	}

	@EventListener
	void on(DirectiveReassigned reassigned) {
		given(find(reassigned.directiveId()));
	}

	@EventListener
	void on(DirectiveCancelled cancelled) {
		Directive directive = find(cancelled.directiveId());
		toUnit(directive, "directive.notice.cancelled");
		tell(coordinators(directive), DirectiveAccess.unitRoles(), "directive.notice.cancelled", directive);
	}

	/** A draft waits for the signature of the head. */
	public void toSign(Directive directive, String key) {
		tell(Set.of(directive.getHolderOrganizationId()), List.of(Role.UNIT_HEAD), key, directive);
	}

	public void toUnit(Directive directive, String key) {
		if (directive.getHolderOrganizationId() != null) {
			tell(Set.of(directive.getHolderOrganizationId()), DirectiveAccess.unitRoles(), key, directive);
		}
	}

	public void toIssuer(Directive directive, String key) {
		this.inbox.tellRoles(List.of(Role.OFFICE), key, arguments(directive), url(directive));
	}

	public void toLeaders(Directive directive, String key) {
		this.inbox.tellRoles(List.of(Role.LEADER), key, arguments(directive), url(directive));
	}

	/** Tells people of the unit that holds it, as what they act there. */
	public void toPeople(Directive directive, Collection<Long> accountIds, String key) {
		Map<Long, List<Long>> people = new HashMap<>(this.accounts.inUnits(
				this.units.lineage(directive.getHolderOrganizationId(), LocalDate.now(this.clock)),
				DirectiveAccess.WORKING_ROLES));
		people.keySet().retainAll(accountIds);
		this.inbox.tell(people, key, arguments(directive), url(directive));
	}

	void contributed(Directive directive) {
		toUnit(directive, "directive.notice.contributed");
	}

	/** Tells a unit that coordinates, or the one that carries its work on. */
	public void toCoordinator(Directive directive, long unitId, String key) {
		tell(Set.of(this.units.holderOn(unitId, LocalDate.now(this.clock)).id()), DirectiveAccess.unitRoles(), key,
				directive);
	}

	/** Tells the lead which unit coordinates from now on, or no more. */
	public void coordinatorsChanged(Directive directive, long unitId, String key) {
		if (directive.getHolderOrganizationId() != null) {
			this.inbox.tellUnits(Set.of(directive.getHolderOrganizationId()), DirectiveAccess.unitRoles(), key,
					List.of(directive.getCode(), directive.getTitle(), this.units.name(unitId)), url(directive));
		}
	}

	/** Tells a unit that it coordinates from now on, and until when it contributes. */
	public void coordinating(Directive order, long unitId, LocalDate dueOn) {
		this.inbox.tellUnits(Set.of(unitId), DirectiveAccess.unitRoles(),
				order.isFamily() ? "directive.notice.coordinateFamilyDue" : "directive.notice.coordinateDue",
				List.of(order.getCode(), order.getTitle(), DateFormats.day(dueOn)), url(order));
	}

	/** Tells a unit that it coordinates no more, and therefore no longer opens it. */
	public void coordinationEnded(Directive directive, long unitId) {
		this.inbox.tellUnits(Set.of(this.units.holderOn(unitId, LocalDate.now(this.clock)).id()),
				DirectiveAccess.unitRoles(), "directive.notice.coordinationEnded", arguments(directive),
				"/directives?mine=coordinating");
	}

	private void tell(Set<Long> unitIds, List<Role> roles, String key, Directive directive) {
		if (!unitIds.isEmpty()) {
			this.inbox.tellUnits(unitIds, roles, key, arguments(directive), url(directive));
		}
	}

	/** All units that coordinate today, those of a kind included. */
	private Set<Long> coordinators(Directive directive) {
		LocalDate today = LocalDate.now(this.clock);
		Set<Long> ids = new LinkedHashSet<>();
		for (Addressee coordinator : directive.getCoordinators()) {
			if (coordinator.getOrganizationId() != null) {
				ids.add(this.units.holderOn(coordinator.getOrganizationId(), today).id());
			}
			else {
				this.units.ofKind(coordinator.getKind(), null, today).stream().map(Unit::id).forEach(ids::add);
			}
		}
		ids.remove(directive.getHolderOrganizationId());
		return ids;
	}

	private List<String> arguments(Directive directive) {
		return List.of(directive.getCode(), directive.getTitle(), DateFormats.day(directive.getDueOn()),
				this.units.name(directive.getHolderOrganizationId()));
	}

	/** The messages of an example move into the past with it. */
	void letDaysPass(List<Long> ids, int days) {
		this.inbox.letDaysPass(ids.stream().map(DirectiveNotices::url).toList(), days);
	}

	private static String url(Directive directive) {
		return url(directive.getId());
	}

	private static String url(long id) {
		return "/directives/" + id;
	}

	private Directive find(long id) {
		return this.directives.findById(id).orElseThrow();
	}

}
