package vn.nhactruong.directive.draft;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.Addressee;
import vn.nhactruong.directive.Directive;
import vn.nhactruong.directive.DirectiveAccess;
import vn.nhactruong.directive.DirectiveForm;
import vn.nhactruong.directive.DirectivePlan;
import vn.nhactruong.directive.DirectiveRepository;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.list.Party;
import vn.nhactruong.directive.origin.DirectiveBasis;
import vn.nhactruong.directive.origin.Origin;
import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.MessageConfiguration;
import vn.nhactruong.shared.RuleViolation;

/**
 * Directives that are still being written, by whoever gives directives out and for nobody
 * else to see. A draft may leave open who leads and until when; it counts nowhere, has no
 * number, and one draft stands for all the units it will be given to: they become a
 * family when it is issued.
 */
@Service
@Transactional
@NamedInterface("draft")
public class DirectiveDrafts {

	private final DirectiveRepository repository;

	private final Directives directives;

	private final DirectiveAccess access;

	private final DirectiveBasis basis;

	private final UnitDirectory units;

	private final MessageSource messages;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	DirectiveDrafts(DirectiveRepository repository, Directives directives, DirectiveAccess access, DirectiveBasis basis,
			UnitDirectory units, MessageSource messages, ApplicationEventPublisher events, Clock clock) {
		this.repository = repository;
		this.directives = directives;
		this.access = access;
		this.basis = basis;
		this.units = units;
		this.messages = messages;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Keeps what was typed so far.
	 * @throws RuleViolation at the field that can't be kept
	 */
	public long save(DirectiveForm form, Viewer viewer) {
		DirectiveBasis.Found found = this.basis.find(form.origin(), viewer);
		this.access.requireDirecting(viewer);
		this.basis.hold(found);
		check(form);
		form.spreadRegions(this.directives::ofRegion);
		Directive draft = Directive.draft(LocalDate.now(this.clock).getYear(),
				plan(form, found.origin(), found.conferenceId()), form.isWithoutDeadline(), leads(form),
				coordinators(form));
		this.repository.saveAndFlush(draft);
		audit(viewer, "directive.audit.draftSaved", draft, changes(new DirectiveForm(), form));
		return draft.getId();
	}

	/** The form of a draft; units that are gone are replaced by those after them. */
	@Transactional(readOnly = true)
	DirectiveForm edit(long id, Viewer viewer) {
		return filled(writable(id, viewer));
	}

	private DirectiveForm filled(Directive draft) {
		LocalDate today = LocalDate.now(this.clock);
		DirectiveForm form = DirectiveForm.of(draft);
		form.carryOn((unit) -> this.units.holderOn(unit, today).id());
		tell(form);
		return form;
	}

	/** What a draft rests on, whatever a form says; asked before its form is judged. */
	@Transactional(readOnly = true)
	Origin originOf(long id, Viewer viewer) {
		return writable(id, viewer).getOrigin();
	}

	void update(long id, DirectiveForm form, Viewer viewer) {
		Directive draft = writable(id, viewer);
		tell(form);
		form.requireVersion(draft.getVersion(), () -> filled(draft));
		check(form);
		form.spreadRegions(this.directives::ofRegion);
		Changes changes = changes(DirectiveForm.of(draft), form);
		Origin typed = form.origin();
		Origin origin = typed.source().isDocument() ? typed : draft.getOrigin();
		draft.revise(plan(form, origin, draft.getConferenceId()), form.isWithoutDeadline(), leads(form),
				coordinators(form));
		this.repository.flush();
		if (!changes.isEmpty()) {
			audit(viewer, "directive.audit.draftChanged", draft, changes);
		}
	}

	/**
	 * Gives it out.
	 * @param version which version of it the issuer has before them
	 * @throws RuleViolation at the field that isn't as it has to be
	 */
	void issue(long id, int version, Viewer viewer) {
		Directive draft = writable(id, viewer);
		requireRead(draft, version);
		this.directives.issueDraft(draft, viewer);
	}

	/**
	 * Writes nothing.
	 * @throws RuleViolation with all that keeps it from being given out
	 */
	@Transactional(readOnly = true)
	void checkIssue(long id, Viewer viewer) {
		this.directives.check(DirectiveForm.of(writable(id, viewer)), viewer);
	}

	/** Throws it away; only the audit trail remembers it. */
	void discard(long id, int version, Viewer viewer) {
		Directive draft = writable(id, viewer);
		requireRead(draft, version);
		Changes changes = changes(DirectiveForm.of(draft), new DirectiveForm());
		this.repository.delete(draft);
		this.repository.flush();
		audit(viewer, "directive.audit.draftDiscarded", draft, changes);
	}

	/** What a draft's page shows beside what all directives show. */
	@Transactional(readOnly = true)
	public DirectiveDraftPage page(long id, Viewer viewer) {
		Directive draft = visible(id, viewer);
		List<Party> leads = draft.getDraftLeads()
			.stream()
			.map((lead) -> new Party(this.units.name(lead.getOrganizationId()), lead.getKind()))
			.toList();
		return new DirectiveDraftPage(leads, draft.isWithoutDeadline(), draft.getVersion());
	}

	private Directive visible(long id, Viewer viewer) {
		Directive draft = this.directives.load(id, viewer);
		this.access.requireDirecting(viewer);
		return draft;
	}

	private Directive writable(long id, Viewer viewer) {
		Directive draft = visible(id, viewer);
		draft.requireDraft();
		return draft;
	}

	private static void requireRead(Directive draft, int version) {
		if (draft.getVersion() != version) {
			throw RuleViolation.of("directive.error.draftChanged");
		}
	}

	/**
	 * Writes nothing.
	 * @throws RuleViolation with all that keeps what was typed from being kept
	 */
	@Transactional(readOnly = true)
	void check(DirectiveForm form) {
		RuleViolation.checkAll(form::requireOneDeadline,
				() -> requireKnown(form.withRegions(this.directives::ofRegion), "leadIds"),
				() -> requireKnown(form.getCoordinatingIds(), "coordinatingIds"));
	}

	private void requireKnown(List<Long> ids, String field) {
		if (ids.stream().anyMatch((id) -> this.units.find(id).isEmpty())) {
			throw RuleViolation.at(field, "directive.error.unknownUnit");
		}
	}

	private static DirectivePlan plan(DirectiveForm form, Origin origin, Long conferenceId) {
		return new DirectivePlan(form.getTitle(), form.getText(), origin, conferenceId, form.getDeliverable(),
				form.getDueOn(), form.getCoordinatingDueOn());
	}

	private static List<Addressee> leads(DirectiveForm form) {
		return Directives.addressees(form.getLeadIds(), form.getLeadKinds());
	}

	private static List<Addressee> coordinators(DirectiveForm form) {
		return Directives.addressees(form.getCoordinatingIds(), form.getCoordinatingKinds());
	}

	private void tell(DirectiveForm form) {
		form.tell((ids, kinds) -> names(ids, kinds, LocaleContextHolder.getLocale()));
	}

	private String names(List<Long> ids, List<OrganizationKind> kinds, Locale locale) {
		return Stream
			.concat(kinds.stream().map((kind) -> this.messages.getMessage("directive.all." + kind, null, locale)),
					this.units.names(ids).stream())
			.collect(Collectors.joining("; "));
	}

	private Changes changes(DirectiveForm before, DirectiveForm after) {
		return new Changes().field("directiveForm.sourceNumber", before.getSourceNumber(), after.getSourceNumber())
			.field("directiveForm.sourceDate", before.getSourceDate(), after.getSourceDate())
			.field("directiveForm.sourceAuthor", before.getSourceAuthor(), after.getSourceAuthor())
			.field("directiveForm.sourceSubject", before.getSourceSubject(), after.getSourceSubject())
			.field("directiveForm.title", before.getTitle(), after.getTitle())
			.field("directiveForm.text", before.getText(), after.getText())
			.field("directiveForm.leads",
					names(before.getLeadIds(), before.getLeadKinds(), MessageConfiguration.VIETNAMESE),
					names(after.getLeadIds(), after.getLeadKinds(), MessageConfiguration.VIETNAMESE))
			.field("directiveForm.coordinating",
					names(before.getCoordinatingIds(), before.getCoordinatingKinds(), MessageConfiguration.VIETNAMESE),
					names(after.getCoordinatingIds(), after.getCoordinatingKinds(), MessageConfiguration.VIETNAMESE))
			.field("directiveForm.dueOn", before.getDueOn(), after.getDueOn())
			.field("directiveForm.coordinatingDueOn", before.getCoordinatingDueOn(), after.getCoordinatingDueOn())
			.field("directiveForm.withoutDeadline", before.isWithoutDeadline(), after.isWithoutDeadline())
			.field("directiveForm.deliverable", before.getDeliverable(), after.getDeliverable());
	}

	private void audit(Viewer viewer, String action, Directive draft, Changes changes) {
		this.events
			.publishEvent(new AuditedAct(viewer, action, "directive", draft.getId(), draft.getTitle(), changes.list()));
	}

}
