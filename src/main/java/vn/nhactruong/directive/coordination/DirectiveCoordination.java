package vn.nhactruong.directive.coordination;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.Addressee;
import vn.nhactruong.directive.AwaitedContribution;
import vn.nhactruong.directive.AwaitedRepository;
import vn.nhactruong.directive.Directive;
import vn.nhactruong.directive.DirectiveAccess;
import vn.nhactruong.directive.DirectiveBrief;
import vn.nhactruong.directive.DirectiveNotices;
import vn.nhactruong.directive.DirectiveRepository;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.Right;
import vn.nhactruong.directive.history.DirectiveAct;
import vn.nhactruong.directive.history.DirectiveEvent;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.RuleViolation;

/**
 * Which units coordinate a directive, added or taken off by the issuer, and what they owe
 * its lead: given another day by the issuer, or done without by the issuer or the lead's
 * head.
 */
@Service
@Transactional
class DirectiveCoordination {

	private final Directives directives;

	private final DirectiveRepository repository;

	private final AwaitedRepository awaited;

	private final DirectiveAccess access;

	private final DirectiveNotices notices;

	private final UnitDirectory units;

	private final Clock clock;

	DirectiveCoordination(Directives directives, DirectiveRepository repository, AwaitedRepository awaited,
			DirectiveAccess access, DirectiveNotices notices, UnitDirectory units, Clock clock) {
		this.directives = directives;
		this.repository = repository;
		this.awaited = awaited;
		this.access = access;
		this.notices = notices;
		this.units = units;
		this.clock = clock;
	}

	/** What heads the form by which a unit is added. */
	@Transactional(readOnly = true)
	ContributionBrief openAddition(long id, Viewer viewer) {
		DirectiveBrief brief = this.directives.open(id, Right.DIRECT, (directive) -> {
			directive.requireOpen();
			if (given(directive).isEmpty()) {
				throw RuleViolation.of("directive.error.nobodyWaits");
			}
		}, viewer);
		return brief(brief, null, null, lead(given(this.repository.getReferenceById(id))));
	}

	/**
	 * One more unit coordinates; of those given together at their common parent, all that
	 * are open.
	 */
	void add(long id, long unitId, LocalDate dueOn, Viewer viewer) {
		check(id, unitId, dueOn, viewer);
		Directive directive = this.directives.directed(id, viewer);
		this.directives.holdFamily(directive);
		for (Directive one : without(directive, unitId)) {
			one.addCoordinator(unitId);
			this.awaited.save(new AwaitedContribution(one.getId(), unitId, dueOn));
			this.directives.done(one, DirectiveEvent.of(DirectiveAct.COORDINATOR_ADDED).target(unitId).day(dueOn),
					new Changes().field("directive.coordinatingUnit", null, this.units.name(unitId))
						.field("coordinatorForm.dueOn", null, dueOn),
					viewer);
			this.notices.coordinatorsChanged(one, unitId, "directive.notice.coordinatorAdded");
		}
		if (directive.isFamily()) {
			directive.addCoordinator(unitId);
			this.directives.done(directive, DirectiveEvent.of(DirectiveAct.COORDINATOR_ADDED).target(unitId).day(dueOn),
					new Changes().field("directive.coordinatingUnit", null, this.units.name(unitId)), viewer);
		}
		// Whoever coordinates one of a family's units opens its parent.
		parent(directive).ifPresent((parent) -> parent.addCoordinator(unitId));
		this.notices.coordinating(directive, unitId, dueOn);
	}

	/**
	 * Writes nothing.
	 * @param unitId {@code null} while none is chosen
	 * @param dueOn {@code null} while no day is typed
	 * @throws RuleViolation with all that keeps that unit from being added
	 */
	@Transactional(readOnly = true)
	void check(long id, Long unitId, LocalDate dueOn, Viewer viewer) {
		Directive directive = this.directives.directed(id, viewer);
		directive.requireOpen();
		RuleViolation.checkAll(() -> {
			if (unitId != null) {
				this.directives.requireLead(unitId, "organizationId");
				if (without(directive, unitId).isEmpty()) {
					throw RuleViolation.at("organizationId",
							given(directive).stream().anyMatch((one) -> leads(one, unitId))
									? "directive.error.leadAlsoCoordinates" : "directive.error.coordinatesAlready",
							this.units.name(unitId));
				}
			}
		}, () -> {
			if (dueOn != null) {
				AwaitedContribution.requireDue(dueOn, lead(given(directive)), today(), "dueOn");
				this.directives.requireNear(dueOn, "dueOn");
			}
		});
	}

	/** What heads the form by which a unit is taken off. */
	@Transactional(readOnly = true)
	ContributionBrief openRemoval(long id, long itemId, Viewer viewer) {
		return brief(this.directives.open(id, Right.DIRECT, (directive) -> {
			directive.requireOpen();
			requireCoordinating(directive, get(id, itemId).getOrganizationId());
		}, viewer), itemId);
	}

	/** The unit coordinates no more; what it has contributed stays. */
	void remove(long id, long itemId, String reason, Viewer viewer) {
		Directive directive = this.directives.directed(id, viewer);
		long unitId = get(id, itemId).getOrganizationId();
		requireCoordinating(directive, unitId);
		this.directives.holdFamily(directive);
		directive.requireOpen();
		Changes changes = this.directives.endCoordination(directive, unitId, reason, viewer);
		this.directives.done(directive, DirectiveEvent.of(DirectiveAct.COORDINATOR_REMOVED).target(unitId).text(reason),
				changes.field("directive.reason", null, reason), viewer);
		this.notices.coordinationEnded(directive, unitId);
		this.notices.coordinatorsChanged(directive, unitId, "directive.notice.coordinatorRemoved");
	}

	private static void requireCoordinating(Directive directive, long unitId) {
		if (!directive.isCoordinatedBy(unitId)) {
			throw RuleViolation.of("directive.error.notCoordinating");
		}
	}

	private Optional<Directive> parent(Directive directive) {
		return Optional.ofNullable(directive.getParentId()).flatMap(this.repository::findWithCoordinatorsById);
	}

	/** It, or those open that were given together. */
	private List<Directive> given(Directive directive) {
		return !directive.isFamily() ? List.of(directive)
				: this.repository.findByParentIdOrderByCode(directive.getId())
					.stream()
					.filter((one) -> one.getStatus().isOpen())
					.toList();
	}

	/** Of these, those that the unit neither leads nor coordinates. */
	private List<Directive> without(Directive directive, long unitId) {
		long holder = holder(unitId);
		return given(directive).stream()
			.filter((one) -> !leads(one, unitId) && one.getCoordinators()
				.stream()
				.map(Addressee::getOrganizationId)
				.noneMatch((unit) -> unit != null && holder(unit) == holder))
			.toList();
	}

	private boolean leads(Directive directive, long unitId) {
		return Objects.equals(directive.getHolderOrganizationId(), holder(unitId));
	}

	private long holder(long unitId) {
		return this.units.holderOn(unitId, today()).id();
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

	/** What heads the form; the unit that it is about must be waited for. */
	@Transactional(readOnly = true)
	ContributionBrief openWaited(long id, long itemId, Right right, Viewer viewer) {
		return brief(this.directives.open(id, right, (directive) -> {
			AwaitedContribution contribution = get(id, itemId);
			directive.requireOpen();
			contribution.requireWaited();
		}, viewer), itemId);
	}

	private ContributionBrief brief(DirectiveBrief brief, long itemId) {
		AwaitedContribution contribution = get(brief.id(), itemId);
		return brief(brief, this.units.name(contribution.getOrganizationId()), contribution.getDueOn(),
				lead(List.of(this.repository.getReferenceById(brief.id()))));
	}

	private ContributionBrief brief(DirectiveBrief brief, String unit, LocalDate dueOn, LocalDate lead) {
		return new ContributionBrief(brief, unit, dueOn, lead, today().equals(lead));
	}

	/**
	 * Which of the leads' deadlines, that differ by extensions, comes first of those that
	 * haven't passed; {@code null} without one.
	 */
	private LocalDate lead(List<Directive> directives) {
		return directives.stream()
			.map(Directive::getDueOn)
			.filter((day) -> day != null && !day.isBefore(today()))
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	/** The lead needn't wait for it any longer. */
	void waive(long id, long itemId, String reason, Viewer viewer) {
		Directive directive = this.directives.load(id, viewer);
		this.access.requireCoordinating(viewer, directive);
		directive.requireOpen();
		AwaitedContribution contribution = get(id, itemId);
		contribution.waive(reason, today(), viewer.accountId());
		this.directives.done(directive,
				DirectiveEvent.of(DirectiveAct.CONTRIBUTION_WAIVED)
					.target(contribution.getOrganizationId())
					.text(reason),
				new Changes().field("directive.reason", null, reason), viewer);
		this.notices.toCoordinator(directive, contribution.getOrganizationId(), "directive.notice.contributionWaived");
	}

	void reschedule(long id, long itemId, LocalDate dueOn, Viewer viewer) {
		Directive directive = this.directives.load(id, viewer);
		this.access.requireDirecting(viewer);
		directive.requireOpen();
		AwaitedContribution contribution = get(id, itemId);
		LocalDate before = contribution.getDueOn();
		this.directives.requireNear(dueOn, "dueOn");
		contribution.reschedule(dueOn, directive.getDueOn(), today());
		this.directives.done(directive,
				DirectiveEvent.of(DirectiveAct.CONTRIBUTION_RESCHEDULED)
					.target(contribution.getOrganizationId())
					.day(dueOn),
				new Changes().field("contributionDeadlineForm.dueOn", before, dueOn), viewer);
		this.notices.toCoordinator(directive, contribution.getOrganizationId(),
				"directive.notice.contributionRescheduled");
	}

	private AwaitedContribution get(long id, long itemId) {
		return this.awaited.findByIdAndDirectiveId(itemId, id)
			.orElseThrow(() -> new NotVisibleException("contribution", itemId));
	}

	/**
	 * A coordinating unit's part as it heads a form.
	 *
	 * @param unit {@code null} while none is chosen
	 * @param before the lead's deadline, before which it is due; {@code null} for none
	 * @param lastDay whether that is today, on which it is due, too
	 */
	record ContributionBrief(DirectiveBrief directive, String unit, LocalDate dueOn, LocalDate before,
			boolean lastDay) {

		/** Key of the sentence that says until when it may be due. */
		public String beforeKey() {
			return this.lastDay ? "directive.act.contribution.today" : "directive.act.contribution.before";
		}

	}

}
