package vn.nhactruong.directive.extension;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.Directive;
import vn.nhactruong.directive.DirectiveAccess;
import vn.nhactruong.directive.DirectiveBrief;
import vn.nhactruong.directive.DirectiveNotices;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.ReasonForm;
import vn.nhactruong.directive.Right;
import vn.nhactruong.directive.Undecided;
import vn.nhactruong.directive.history.DirectiveAct;
import vn.nhactruong.directive.history.DirectiveEvent;
import vn.nhactruong.directive.history.DirectiveHistory;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.RuleViolation;

/**
 * More time for a directive: asked for by the unit, signed by its head, decided by the
 * issuer, or granted unasked. The only writer of extensions.
 */
@Service
@Transactional
@NamedInterface("extension")
public class DirectiveExtensions implements Undecided {

	private static final Set<ExtensionStatus> UNDECIDED = Set.of(ExtensionStatus.DRAFT, ExtensionStatus.REQUESTED);

	private final Directives directives;

	private final ExtensionRepository extensions;

	private final DirectiveHistory history;

	private final DirectiveAccess access;

	private final DirectiveNotices notices;

	private final Clock clock;

	DirectiveExtensions(Directives directives, ExtensionRepository extensions, DirectiveHistory history,
			DirectiveAccess access, DirectiveNotices notices, Clock clock) {
		this.directives = directives;
		this.extensions = extensions;
		this.history = history;
		this.access = access;
		this.notices = notices;
		this.clock = clock;
	}

	/**
	 * Asks for more time; signed at once when the unit's head writes it.
	 * @return the request
	 */
	public long request(long id, String reason, LocalDate dueOn, Viewer viewer) {
		Directive directive = this.directives.worked(id, viewer);
		requireExtensible(directive);
		this.directives.requireNear(dueOn, "dueOn");
		Extension extension = new Extension(directive, reason, dueOn, today(), viewer.accountId(),
				this.clock.instant());
		this.extensions.saveAndFlush(extension);
		if (this.access.maySign(viewer, directive)) {
			signed(extension, directive, viewer);
		}
		else {
			this.directives.done(directive, DirectiveEvent.of(DirectiveAct.EXTENSION_DRAFTED).day(dueOn).text(reason),
					changes(extension), viewer);
			this.notices.toSign(directive, "directive.notice.extensionDrafted");
		}
		return extension.getId();
	}

	public void sign(long id, long extensionId, Viewer viewer) {
		Directive directive = this.directives.signable(id, viewer);
		signed(extension(id, extensionId), directive, viewer);
	}

	private void signed(Extension extension, Directive directive, Viewer viewer) {
		extension.sign(directive, today(), viewer.accountId(), this.clock.instant());
		this.directives.done(directive,
				DirectiveEvent.of(DirectiveAct.EXTENSION_REQUESTED)
					.day(extension.getDueOn())
					.text(extension.getReason()),
				changes(extension), viewer);
		this.notices.toIssuer(directive, "directive.notice.extensionRequested");
	}

	public void sendBack(long id, long extensionId, String comment, Viewer viewer) {
		Directive directive = this.directives.signable(id, viewer);
		extension(id, extensionId).sendBack(comment, viewer.accountId(), this.clock.instant());
		this.directives.done(directive, DirectiveEvent.of(DirectiveAct.EXTENSION_SENT_BACK).text(comment),
				new Changes().field("directive.comment", null, comment), viewer);
		this.notices.toUnit(directive, "directive.notice.extensionSentBack");
	}

	/** The issuer agrees to the new deadline; the original one stays on record. */
	public void approve(long id, long extensionId, Viewer viewer) {
		Directive directive = this.directives.directed(id, viewer);
		Extension extension = extension(id, extensionId);
		LocalDate before = directive.getDueOn();
		extension.approve(directive, viewer.accountId(), this.clock.instant());
		this.directives.done(directive, DirectiveEvent.of(DirectiveAct.EXTENSION_APPROVED).day(extension.getDueOn()),
				new Changes().field("directive.dueOn", DateFormats.day(before), DateFormats.day(extension.getDueOn())),
				viewer);
		this.notices.toUnit(directive, "directive.notice.extensionApproved");
	}

	void approve(long id, long extensionId, int version, Viewer viewer) {
		this.directives.directed(id, viewer).requireSeen(version);
		approve(id, extensionId, viewer);
	}

	public void refuse(long id, long extensionId, String reason, Viewer viewer) {
		Directive directive = this.directives.directed(id, viewer);
		extension(id, extensionId).refuse(reason, viewer.accountId(), this.clock.instant());
		this.directives.done(directive, DirectiveEvent.of(DirectiveAct.EXTENSION_REFUSED).text(reason),
				new Changes().field("directive.reason", null, reason), viewer);
		this.notices.toUnit(directive, "directive.notice.extensionRefused");
	}

	void refuse(long id, long extensionId, ReasonForm form, Viewer viewer) {
		form.requireSeen(this.directives.directed(id, viewer));
		refuse(id, extensionId, form.getReason(), viewer);
	}

	/**
	 * Gives more time without having been asked.
	 * @param version which version of it the issuer looked at
	 */
	public void grant(long id, int version, LocalDate dueOn, String reason, Viewer viewer) {
		Directive directive = this.directives.directed(id, viewer);
		directive.requireSeen(version);
		if (this.extensions.existsByDirectiveIdAndStatusIn(id, Set.of(ExtensionStatus.REQUESTED))) {
			throw RuleViolation.of("directive.error.extensionToDecide");
		}
		LocalDate before = directive.getDueOn();
		this.extensions
			.save(Extension.granted(directive, reason, dueOn, today(), viewer.accountId(), this.clock.instant()));
		this.directives.done(directive, DirectiveEvent.of(DirectiveAct.EXTENSION_GRANTED).day(dueOn).text(reason),
				new Changes().field("directive.dueOn", before, dueOn).field("directive.reason", null, reason), viewer);
		this.notices.toUnit(directive, "directive.notice.extensionApproved");
	}

	/** The deadline that a leader sets for work that is about to be reopened. */
	public void ofReopening(Directive directive, long reopeningId, String reason, LocalDate dueOn, Viewer leader) {
		this.extensions.save(
				Extension.ofReopening(directive, reopeningId, reason, dueOn, leader.accountId(), this.clock.instant()));
	}

	/**
	 * Writes nothing.
	 * @param dueOn {@code null} while no day is typed
	 * @throws RuleViolation if more time until that day can't be asked for
	 */
	@Transactional(readOnly = true)
	void check(long id, LocalDate dueOn, Viewer viewer) {
		Directive directive = this.directives.worked(id, viewer);
		requireExtensible(directive);
		if (dueOn != null) {
			directive.requireExtensible(dueOn, today());
			this.directives.requireNear(dueOn, "dueOn");
		}
	}

	/** One request at a time. */
	private void requireExtensible(Directive directive) {
		directive.requireExtensible(today());
		if (this.extensions.existsByDirectiveIdAndStatusIn(directive.getId(), UNDECIDED)) {
			throw RuleViolation.of("directive.error.extensionUndecided");
		}
	}

	/** The empty request for more time. */
	@Transactional(readOnly = true)
	DirectiveBrief open(long id, Viewer viewer) {
		return this.directives.open(id, Right.WORK, this::requireExtensible, viewer);
	}

	/** The last draft, if the head of the viewer's unit wants it written differently. */
	@Transactional(readOnly = true)
	Optional<EarlierRequest> earlier(long id, Viewer viewer) {
		return this.extensions.findFirstByDirectiveIdOrderByIdDesc(id)
			.filter((last) -> last.getStatus() == ExtensionStatus.SENT_BACK)
			.filter((last) -> this.history.of(id)
				.stream()
				.filter((event) -> event.act() == DirectiveAct.EXTENSION_SENT_BACK)
				.findFirst()
				.filter((event) -> this.access.reads(viewer, event))
				.isPresent())
			.map((last) -> new EarlierRequest(ExtensionForm.of(last), last.getComment(), last.getDecidedAt()));
	}

	/** The empty form of an act on one request for more time. */
	@Transactional(readOnly = true)
	DirectiveBrief open(long id, long extensionId, Right right, Consumer<Extension> possible, Viewer viewer) {
		return this.directives.open(id, right, (directive) -> possible.accept(extension(id, extensionId)), viewer);
	}

	private Extension extension(long id, long extensionId) {
		return this.extensions.findByIdAndDirectiveId(extensionId, id)
			.orElseThrow(() -> new NotVisibleException("extension", extensionId));
	}

	private static Changes changes(Extension extension) {
		return new Changes()
			.field("extensionForm.dueOn", DateFormats.day(extension.getDueBefore()),
					DateFormats.day(extension.getDueOn()))
			.field("extensionForm.reason", null, extension.getReason());
	}

	@Override
	public void lapse(long directiveId, Viewer viewer, Instant at) {
		this.extensions.findByDirectiveIdOrderById(directiveId)
			.forEach((extension) -> extension.lapse(viewer.accountId(), at));
	}

	@Override
	public void lapseDrafts(Directive directive, Viewer viewer, Instant at) {
		this.extensions.findByDirectiveIdOrderById(directive.getId())
			.stream()
			.filter((extension) -> extension.getStatus() == ExtensionStatus.DRAFT)
			.forEach((draft) -> {
				draft.lapse(viewer.accountId(), at);
				this.directives.done(directive,
						DirectiveEvent.of(DirectiveAct.EXTENSION_LAPSED).day(draft.getDueOn()).text(draft.getReason()),
						new Changes(), viewer);
				this.notices.toPeople(directive, Set.of(draft.getDraftedBy()), "directive.notice.extensionLapsed");
			});
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
