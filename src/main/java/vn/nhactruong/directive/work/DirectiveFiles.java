package vn.nhactruong.directive.work;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.LongFunction;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.directive.Directive;
import vn.nhactruong.directive.DirectiveAccess;
import vn.nhactruong.directive.DirectiveRepository;
import vn.nhactruong.directive.DirectiveStatus;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.directive.ReportRepository;
import vn.nhactruong.directive.ReportStatus;
import vn.nhactruong.file.FileOwner;

/**
 * Who reads and who changes the files of a directive: whoever sees the directive reads;
 * working papers belong to the unit that holds it as long as it works on it, a report's
 * files to its draft, a contribution's files to the unit that made it.
 */
@Component
public class DirectiveFiles {

	private final DirectiveRepository directives;

	private final ReportRepository reports;

	private final DirectiveAccess access;

	private final JdbcClient jdbc;

	DirectiveFiles(DirectiveRepository directives, ReportRepository reports, DirectiveAccess access, JdbcClient jdbc) {
		this.directives = directives;
		this.reports = reports;
		this.access = access;
		this.jdbc = jdbc;
	}

	public FileOwner ofWork() {
		return new Owner(Directives.WORK_FILES, this::directive,
				(viewer, id) -> directive(id)
					.filter((directive) -> directive.getStatus() == DirectiveStatus.IN_PROGRESS
							&& this.access.mayWork(viewer, directive))
					.isPresent());
	}

	public FileOwner ofReports() {
		return new Owner(Directives.REPORT_FILES,
				(id) -> this.reports.findById(id).flatMap((report) -> directive(report.getDirectiveId())),
				this::readsReport,
				(viewer, id) -> this.reports.findById(id)
					.filter((report) -> report.getStatus() == ReportStatus.DRAFT)
					.flatMap((report) -> directive(report.getDirectiveId()))
					.filter((directive) -> this.access.mayWork(viewer, directive))
					.isPresent());
	}

	public FileOwner ofContributions() {
		return new Owner(Directives.CONTRIBUTION_FILES, (id) -> event(id, "directive_id").flatMap(this::directive),
				(viewer, id) -> event(id, "organization_id").filter(viewer::belongsTo).isPresent()
						&& event(id, "directive_id").flatMap(this::directive)
							.filter((directive) -> directive.getStatus().isOpen()
									&& this.access.mayContribute(viewer, directive))
							.isPresent());
	}

	private boolean readsReport(Viewer viewer, long id) {
		return this.reports.findById(id).filter((report) -> this.access.reads(viewer, report)).isPresent();
	}

	private Optional<Directive> directive(long id) {
		return this.directives.findWithCoordinatorsById(id);
	}

	private Optional<Long> event(long id, String column) {
		return this.jdbc
			.sql("select " + column + " from directive_event where id = ? and act = 'CONTRIBUTED' and " + column
					+ " is not null")
			.param(id)
			.query(Long.class)
			.optional();
	}

	private final class Owner implements FileOwner {

		private final String type;

		private final LongFunction<Optional<Directive>> directive;

		private final BiPredicate<Viewer, Long> readable;

		private final BiPredicate<Viewer, Long> changeable;

		private Owner(String type, LongFunction<Optional<Directive>> directive, BiPredicate<Viewer, Long> changeable) {
			this(type, directive, (viewer, id) -> true, changeable);
		}

		/**
		 * A kind of thing that not everybody reads who sees its directive.
		 */
		private Owner(String type, LongFunction<Optional<Directive>> directive, BiPredicate<Viewer, Long> readable,
				BiPredicate<Viewer, Long> changeable) {
			this.type = type;
			this.directive = directive;
			this.readable = readable;
			this.changeable = changeable;
		}

		@Override
		public String type() {
			return this.type;
		}

		@Override
		public boolean mayRead(Viewer viewer, long ownerId) {
			return this.directive.apply(ownerId)
				.filter((directive) -> DirectiveFiles.this.access.sees(viewer, directive))
				.isPresent() && this.readable.test(viewer, ownerId);
		}

		@Override
		public boolean mayChange(Viewer viewer, long ownerId) {
			return this.changeable.test(viewer, ownerId);
		}

		@Override
		public String url(long ownerId) {
			return this.directive.apply(ownerId).map((directive) -> "/directives/" + directive.getId()).orElse("/");
		}

	}

}
