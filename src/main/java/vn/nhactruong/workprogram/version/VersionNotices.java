package vn.nhactruong.workprogram.version;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.context.event.EventListener;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

import vn.nhactruong.account.Accounts;
import vn.nhactruong.notification.Inbox;
import vn.nhactruong.notification.MessageArguments;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.workprogram.WorkProgram;
import vn.nhactruong.workprogram.WorkProgramAccess;
import vn.nhactruong.workprogram.WorkProgramNames;
import vn.nhactruong.workprogram.WorkProgramNotices;
import vn.nhactruong.workprogram.WorkProgramPublished;
import vn.nhactruong.workprogram.WorkProgramRepository;

/**
 * Tells of each version, in the transaction in which it is published: whoever has
 * something to do in it, and who had by the one before. Of a further one it says what
 * changed, as far as they read it, their own items first.
 */
@Component
class VersionNotices {

	private final WorkProgramRepository programs;

	private final ProgramVersions versions;

	private final WorkProgramAccess access;

	private final WorkProgramNames names;

	private final UnitDirectory units;

	private final Accounts accounts;

	private final Inbox inbox;

	private final Clock clock;

	VersionNotices(WorkProgramRepository programs, ProgramVersions versions, WorkProgramAccess access,
			WorkProgramNames names, UnitDirectory units, Accounts accounts, Inbox inbox, Clock clock) {
		this.programs = programs;
		this.versions = versions;
		this.access = access;
		this.names = names;
		this.units = units;
		this.accounts = accounts;
		this.inbox = inbox;
		this.clock = clock;
	}

	@EventListener
	void on(WorkProgramPublished published) {
		WorkProgram program = this.programs.findById(published.programId()).orElseThrow();
		int number = published.number();
		List<VersionItem> items = this.versions.items(program.getId(), number);
		List<VersionItem> before = this.versions.items(program.getId(), number - 1);
		List<VersionChange> changes = (number > 1) ? VersionChange.between(before, items) : List.of();
		String url = WorkProgramNotices.url(program) + "/versions/" + number;
		people(Stream.concat(before.stream(), items.stream())).forEach((holders, people) -> {
			List<DefaultMessageSourceResolvable> told = told(changes, holders, program);
			Stream<Object> said = Stream.of(this.names.scope(program), program.period().named(),
					String.valueOf(number));
			if (told.isEmpty()) {
				this.inbox.tell(people, "workprogram.notice.published", said.toList(), url);
			}
			else {
				this.inbox.tell(people, "workprogram.notice.changed",
						Stream.concat(said, Stream.of(MessageArguments.lines(told))).toList(), url);
			}
		});
	}

	/**
	 * Everybody once, by the units that they act for and that hold the work of one of the
	 * items today; with the grants in which they do.
	 */
	private Map<Set<Long>, Map<Long, List<Long>>> people(Stream<VersionItem> items) {
		Map<Long, Set<Long>> holders = new HashMap<>();
		Map<Long, List<Long>> grants = new HashMap<>();
		items.flatMap(this::holders)
			.distinct()
			.forEach((holder) -> this.accounts.inUnits(List.of(holder), WorkProgramAccess.unitRoles())
				.forEach((account, held) -> {
					holders.computeIfAbsent(account, (id) -> new TreeSet<>()).add(holder);
					grants.merge(account, held, (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
				}));
		Map<Set<Long>, Map<Long, List<Long>>> people = new LinkedHashMap<>();
		holders.forEach((account, units) -> people.computeIfAbsent(units, (key) -> new HashMap<>())
			.put(account, grants.get(account)));
		return people;
	}

	private List<DefaultMessageSourceResolvable> told(List<VersionChange> changes, Set<Long> units,
			WorkProgram program) {
		boolean whole = units.stream()
			.map(this.units::get)
			.anyMatch((unit) -> this.access.readsPublished(unit, program));
		Predicate<VersionChange> own = (
				change) -> Stream.ofNullable(change.was()).anyMatch((item) -> concerns(item, units))
						|| concerns(change.item(), units);
		Map<Boolean, List<VersionChange>> parts = changes.stream().collect(Collectors.partitioningBy(own));
		return Stream
			.concat(parts.get(true).stream().map((change) -> line("workprogram.told.own", change)),
					parts.get(false)
						.stream()
						.filter((change) -> whole)
						.map((change) -> line("workprogram.told.other", change)))
			.toList();
	}

	private boolean concerns(VersionItem item, Set<Long> units) {
		return holders(item).anyMatch(units::contains);
	}

	/** The units that hold today what was given to the item's units. */
	private Stream<Long> holders(VersionItem item) {
		LocalDate today = LocalDate.now(this.clock);
		return Stream.concat(Stream.of(item.leadId()), item.coordinatingIds().stream())
			.map((unit) -> this.units.holderOn(unit, today).id());
	}

	private static DefaultMessageSourceResolvable line(String key, VersionChange change) {
		return MessageArguments.named(key, String.valueOf(change.item().number()), change.item().title(),
				MessageArguments.named(change.getKey(), change.getArgs()));
	}

}
