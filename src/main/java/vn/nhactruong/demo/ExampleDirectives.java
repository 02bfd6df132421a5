package vn.nhactruong.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.account.Viewers;
import vn.nhactruong.directive.CompletionText;
import vn.nhactruong.directive.DirectiveForm;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.assignment.DirectiveAssignments;
import vn.nhactruong.directive.draft.DirectiveDrafts;
import vn.nhactruong.directive.extension.DirectiveExtensions;
import vn.nhactruong.directive.origin.IssueOrder;
import vn.nhactruong.directive.origin.Origin;
import vn.nhactruong.directive.reopening.DirectiveReopenings;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.workingday.WorkingDays;

/** Tells each example directive's story act by act, letting days pass in between. */
@Component
@Profile("demo")
class ExampleDirectives {

	/** The demo accounts of the units that lead an example: clerk and head. */
	private static final Map<String, List<String>> PEOPLE = Map.of("CQLTHADS", List.of("thads", "truong.thads"),
			"STP-48", List.of("stp.danang", "gd.danang"));

	private final DemoFiles files;

	private final Viewers viewers;

	private final Directives directives;

	private final DirectiveDrafts drafts;

	private final DirectiveExtensions extensions;

	private final DirectiveAssignments assignments;

	private final DirectiveReopenings reopenings;

	private final UnitDirectory units;

	private final WorkingDays workingDays;

	private final JdbcClient jdbc;

	ExampleDirectives(DemoFiles files, Viewers viewers, Directives directives, DirectiveDrafts drafts,
			DirectiveExtensions extensions, DirectiveAssignments assignments, DirectiveReopenings reopenings,
			UnitDirectory units, WorkingDays workingDays, JdbcClient jdbc) {
		this.files = files;
		this.viewers = viewers;
		this.directives = directives;
		this.drafts = drafts;
		this.extensions = extensions;
		this.assignments = assignments;
		this.reopenings = reopenings;
		this.units = units;
		this.workingDays = workingDays;
		this.jdbc = jdbc;
	}

	void tell(DemoFile.ExampleDirective example, long clause, LocalDate today) {
		Viewer office = as("vanphong");
		List<String> people = example.leads()
			.stream()
			.filter(PEOPLE::containsKey)
			.findFirst()
			.map(PEOPLE::get)
			.orElse(List.of());
		Viewer clerk = people.isEmpty() ? null : as(people.get(0));
		Viewer head = people.isEmpty() ? null : as(people.get(1));
		switch (example.story()) {
			case ISSUED -> pass(issue(example, clause, today, 2, office), 2);
			case SLIPPING -> {
				long id = issue(example, clause, today, 20, office);
				this.directives.receive(id, clerk);
				pass(id, 12);
				this.directives.progress(id, 30, text("slipping"), List.of(), clerk);
				pass(id, 8);
			}
			case REPORTED -> {
				long id = received(example, clause, today, 10, office, clerk);
				pass(id, 9);
				report(id, head, today);
				pass(id, 1);
			}
			case WAITS_FOR_SIGNATURE -> {
				long id = received(example, clause, today, 8, office, clerk);
				pass(id, 8);
				report(id, clerk, today);
			}
			case VERIFIED_ON_TIME -> {
				long id = received(example, clause, today, 17, office, clerk);
				pass(id, 8);
				report(id, head, today);
				pass(id, 3);
				this.directives.verify(id, office);
				pass(id, 6);
			}
			case VERIFIED_LATE -> {
				long id = received(example, clause, today, 18, office, clerk);
				pass(id, 12);
				report(id, head, today);
				pass(id, 2);
				this.directives.verify(id, office);
				pass(id, 4);
			}
			case VERIFIED_EXTENDED -> {
				long id = received(example, clause, today, 16, office, clerk);
				long extension = this.extensions.request(id, text("extension"), day(today, 0, 16), head);
				this.extensions.approve(id, extension, office);
				pass(id, 11);
				report(id, head, today);
				pass(id, 2);
				this.directives.verify(id, office);
				pass(id, 3);
			}
			case RETURNED -> {
				long id = received(example, clause, today, 13, office, clerk);
				pass(id, 10);
				report(id, head, today);
				pass(id, 2);
				this.directives.returnReport(id, text("returned"), office);
				pass(id, 1);
			}
			case DECLINED -> {
				long id = issue(example, clause, today, 3, office);
				pass(id, 2);
				this.directives.decline(id, text("declined"), head);
				pass(id, 1);
			}
			case CANCELLED -> {
				long id = issue(example, clause, today, 9, office);
				pass(id, 6);
				this.directives.cancel(id, text("cancelled"), office);
				pass(id, 3);
			}
			case OVERDUE -> {
				long id = received(example, clause, today, 14, office, clerk);
				this.directives.progress(id, 40, text("overdue"), List.of(), clerk);
				pass(id, 14);
			}
			case NO_DEADLINE -> pass(received(example, clause, today, 20, office, clerk), 20);
			case EXTENSION_REQUESTED -> {
				long id = received(example, clause, today, 8, office, clerk);
				pass(id, 8);
				this.extensions.request(id, text("extension"), day(today, 20, 0), head);
			}
			case EXTENSION_REFUSED -> {
				long id = received(example, clause, today, 10, office, clerk);
				pass(id, 6);
				long extension = this.extensions.request(id, text("extension"), day(today, 36, 4), head);
				pass(id, 2);
				this.extensions.refuse(id, extension, text("extensionRefused"), office);
				pass(id, 2);
			}
			case CONTRIBUTED -> {
				long id = received(example, clause, today, 7, office, clerk);
				pass(id, 5);
				this.directives.contribute(id, text("contribution"), List.of(), false, as("thads"));
				pass(id, 2);
			}
			case ASSIGNED -> {
				long id = received(example, clause, today, 4, office, clerk);
				this.assignments.assign(id, clerk.accountId(), day(today, example.dueIn() - 5, 4), text("assigned"),
						head);
				pass(id, 4);
			}
			case REOPENING_REQUESTED -> {
				long id = received(example, clause, today, 20, office, clerk);
				pass(id, 8);
				report(id, head, today);
				pass(id, 3);
				this.directives.verify(id, office);
				pass(id, 8);
				this.reopenings.reopen(id, text("reopening"), day(today, 9, 1), office);
				pass(id, 1);
			}
			case FAMILY -> {
				long id = issue(example, clause, today, 5, office);
				pass(id, 3);
				long child = childOf(id, head);
				this.directives.receive(child, clerk);
				report(child, head, today);
				pass(id, 2);
			}
			case DRAFT -> this.directives.markExample(this.drafts.save(draft(example, clause, today), office));
		}
	}

	private long received(DemoFile.ExampleDirective example, long clause, LocalDate today, int daysToPass,
			Viewer office, Viewer clerk) {
		long id = issue(example, clause, today, daysToPass, office);
		this.directives.receive(id, clerk);
		return id;
	}

	private DirectiveForm draft(DemoFile.ExampleDirective example, long clause, LocalDate today) {
		DirectiveForm form = new DirectiveForm();
		form.setClauseId(clause);
		form.setTitle(title(example));
		form.setText(example.text());
		form.setLeadIds(ids(example.leads()));
		form.setCoordinatingIds(ids(example.coordinating()));
		form.setDueOn(due(example, today));
		form.setDeliverable(example.deliverable());
		return form;
	}

	private static String title(DemoFile.ExampleDirective example) {
		return example.text().replaceFirst("\\.$", "");
	}

	private long issue(DemoFile.ExampleDirective example, long clause, LocalDate today, int daysToPass, Viewer office) {
		LocalDate due = due(example, today);
		LocalDate contributed = (due != null) ? this.workingDays.onOrBefore(due.minusDays(3)).plusDays(daysToPass)
				: null;
		long id = this.directives
			.issue(new IssueOrder(Origin.clause(clause), title(example), example.text(), ids(example.leads()),
					ids(example.coordinating()), List.of(), (due != null) ? due.plusDays(daysToPass) : null,
					example.deliverable(), (contributed != null && !contributed.isBefore(today)) ? contributed : null),
					office);
		this.directives.markExample(id);
		return id;
	}

	/**
	 * What a unit does for a family; to all who see the whole sector it is one of many.
	 */
	private long childOf(long family, Viewer head) {
		return this.jdbc.sql("select id from directive where parent_id = ? and holder_organization_id = ?")
			.params(family, head.unitId())
			.query(Long.class)
			.single();
	}

	/** The deadline of its clause, and of what is told of it; {@code null} for none. */
	LocalDate due(DemoFile.ExampleDirective example, LocalDate today) {
		return (example.dueIn() != null) ? day(today, example.dueIn(), 0) : null;
	}

	/**
	 * What is a working day, so many days from today, once those that are to pass have.
	 */
	private LocalDate day(LocalDate today, int days, int daysToPass) {
		return this.workingDays.onOrAfter(today.plusDays(days)).plusDays(daysToPass);
	}

	private void report(long id, Viewer viewer, LocalDate today) {
		this.directives.report(id,
				new CompletionText(text("report"), text("report.number"), today, text("report.abstract")), List.of(),
				viewer);
	}

	private void pass(long id, int days) {
		this.directives.letDaysPass(id, days);
	}

	private String text(String key) {
		return this.files.text("demo.story." + key);
	}

	private Viewer as(String username) {
		return this.viewers.byUsername(username).orElseThrow();
	}

	private List<Long> ids(List<String> codes) {
		return codes.stream().map((code) -> this.units.byCode(code).orElseThrow().id()).toList();
	}

}
