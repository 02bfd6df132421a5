package vn.nhactruong.workprogram;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
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

/**
 * Tells people what happened to a work program, in the transaction in which it happened.
 */
@Component
public class WorkProgramNotices {

	private final WorkProgramRepository programs;

	private final Inbox inbox;

	private final Accounts accounts;

	private final UnitDirectory units;

	private final WorkProgramNames names;

	private final Clock clock;

	WorkProgramNotices(WorkProgramRepository programs, Inbox inbox, Accounts accounts, UnitDirectory units,
			WorkProgramNames names, Clock clock) {
		this.programs = programs;
		this.inbox = inbox;
		this.accounts = accounts;
		this.units = units;
		this.names = names;
		this.clock = clock;
	}

	/** All units propose to the ministry's program. */
	@EventListener
	void on(WorkProgramOpened opened) {
		WorkProgram program = find(opened.programId());
		if (program.isMinistry() && program.getProposalsUntil() != null) {
			List<Long> all = this.units.validOn(LocalDate.now(this.clock))
				.stream()
				.filter((unit) -> WorkProgramAccess.INSIDE.contains(unit.kind()))
				.map(Unit::id)
				.toList();
			this.inbox.tellUnits(all, WorkProgramAccess.unitRoles(), "workprogram.notice.opened", arguments(program),
					url(program));
		}
	}

	@EventListener
	void on(WorkProgramSubmitted submitted) {
		toApprover(find(submitted.programId()), "workprogram.notice.submitted");
	}

	@EventListener
	void on(WorkProgramReturned returned) {
		toManager(find(returned.programId()), "workprogram.notice.sentBack");
	}

	@EventListener
	void on(WorkProgramApproved approved) {
		toManager(find(approved.programId()), "workprogram.notice.approved");
	}

	private void toApprover(WorkProgram program, String key) {
		if (program.isMinistry()) {
			this.inbox.tellRoles(List.of(Role.LEADER), key, arguments(program), url(program));
		}
		else {
			tell(program.getScopeId(), List.of(Role.UNIT_HEAD), key, arguments(program), url(program));
		}
	}

	/** To who decides on changes of the program. */
	public void toDecide(WorkProgram program, String key) {
		if (program.isMinistry()) {
			this.inbox.tellRoles(List.of(Role.LEADER), key, arguments(program), adjustments(program));
		}
		else {
			tell(program.getScopeId(), List.of(Role.UNIT_HEAD), key, arguments(program), adjustments(program));
		}
	}

	/** To who signs for a unit. */
	public void toSign(long unitId, WorkProgram program, String key) {
		tell(unitId, List.of(Role.UNIT_HEAD), key, arguments(program), adjustments(program));
	}

	public void toManager(WorkProgram program, String key) {
		toManager(program, key, arguments(program), url(program));
	}

	public void toManager(WorkItem item, String key) {
		toManager(find(item.getProgramId()), key, arguments(item), url(item));
	}

	void toProposer(WorkItem item, String key) {
		if (item.getProposedById() != find(item.getProgramId()).getScopeId()) {
			tell(item.getProposedById(), WorkProgramAccess.unitRoles(), key, arguments(item), url(item));
		}
	}

	public void toLead(WorkItem item, String key) {
		tell(item.getLeadId(), WorkProgramAccess.unitRoles(), key, arguments(item), url(item));
	}

	/** To the unit that asked for a change, and to the person who wrote it. */
	public void toRequester(long unitId, long accountId, WorkProgram program, String key) {
		this.inbox.tell(requesters(unitId, accountId), key, arguments(program), adjustments(program));
	}

	/** The same, and to who publishes the change; everybody once. */
	public void toRequesterAndManager(long unitId, long accountId, WorkProgram program, String key) {
		Map<Long, List<Long>> told = new HashMap<>(requesters(unitId, accountId));
		told.putAll(managers(program));
		this.inbox.tell(told, key, arguments(program), adjustments(program));
	}

	/** Who wrote a request may be told as what else they are in the unit. */
	private Map<Long, List<Long>> requesters(long unitId, long accountId) {
		Map<Long, List<Long>> told = new HashMap<>(people(unitId, EnumSet.allOf(Role.class)));
		told.keySet().retainAll(Set.of(accountId));
		told.putAll(people(unitId, WorkProgramAccess.unitRoles()));
		return told;
	}

	private void toManager(WorkProgram program, String key, List<?> arguments, String url) {
		this.inbox.tell(managers(program), key, arguments, url);
	}

	private Map<Long, List<Long>> managers(WorkProgram program) {
		return program.isMinistry() ? this.accounts.withRoles(List.of(Role.OFFICE))
				: people(program.getScopeId(), WorkProgramAccess.unitRoles());
	}

	private Map<Long, List<Long>> people(long unitId, Collection<Role> roles) {
		return this.accounts.inUnits(holders(List.of(unitId)), roles);
	}

	private void tell(long unitId, List<Role> roles, String key, List<?> arguments, String url) {
		this.inbox.tellUnits(holders(List.of(unitId)), roles, key, arguments, url);
	}

	private Set<Long> holders(List<Long> unitIds) {
		LocalDate today = LocalDate.now(this.clock);
		return unitIds.stream()
			.map((id) -> this.units.holderOn(id, today).id())
			.collect(java.util.stream.Collectors.toSet());
	}

	private List<?> arguments(WorkProgram program) {
		return List.of(this.names.scope(program), program.period().named(),
				DateFormats.day(program.getProposalsUntil()));
	}

	private List<String> arguments(WorkItem item) {
		return List.of(item.getTitle(), this.units.name(item.getLeadId()), DateFormats.day(item.getDueOn()));
	}

	public static String url(WorkProgram program) {
		return "/work-programs/" + program.getId();
	}

	private static String adjustments(WorkProgram program) {
		return url(program) + "/adjustments";
	}

	private static String url(WorkItem item) {
		return "/work-programs/" + item.getProgramId() + "/items/" + item.getId();
	}

	private WorkProgram find(long id) {
		return this.programs.findById(id).orElseThrow();
	}

}
