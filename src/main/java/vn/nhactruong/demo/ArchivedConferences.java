package vn.nhactruong.demo;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import vn.nhactruong.agenda.Agendas;
import vn.nhactruong.agenda.ArchivedItem;
import vn.nhactruong.conclusion.ArchivedClause;
import vn.nhactruong.conclusion.Conclusions;
import vn.nhactruong.conference.ConferencePerson;
import vn.nhactruong.conference.ConferencePerson.Part;
import vn.nhactruong.conference.ConferencePlan;
import vn.nhactruong.conference.Conferences;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.directive.Directives;
import vn.nhactruong.organization.Region;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.MessageConfiguration;

/**
 * Five conferences on office work of 2014 to 2020, as their sources tell them: with the
 * units of their day, and nothing that a source does not say.
 */
@Component
@Profile("demo")
class ArchivedConferences {

	private final DemoFiles files;

	private final Conferences conferences;

	private final Agendas agendas;

	private final Conclusions conclusions;

	private final Directives directives;

	private final UnitDirectory units;

	ArchivedConferences(DemoFiles files, Conferences conferences, Agendas agendas, Conclusions conclusions,
			Directives directives, UnitDirectory units) {
		this.files = files;
		this.conferences = conferences;
		this.agendas = agendas;
		this.conclusions = conclusions;
		this.directives = directives;
		this.units = units;
	}

	void load() {
		this.files.read("conferences.json", DemoFile.Conferences.class).conferences().forEach(this::takeOver);
	}

	private void takeOver(DemoFile.Conference source) {
		DemoActor actor = this.files.actor();
		long id = this.conferences.takeOver(source.code(), plan(source), invited(source), actor);
		this.agendas.takeOver(id,
				source.agenda()
					.stream()
					.map((item) -> new ArchivedItem(item.order(), item.kind(), item.title(), item.speaker()))
					.toList(),
				actor);
		List<Long> clauses = this.conclusions.takeOver(id, source.achievements(), source.limitations(),
				source.directives().stream().map(this::clause).toList(), actor);
		clauses.forEach((clause) -> this.directives.takeOver(clause, source.ends(), actor));
	}

	private ConferencePlan plan(DemoFile.Conference source) {
		List<ConferencePerson> persons = new ArrayList<>();
		source.chairs().forEach((it) -> persons.add(new ConferencePerson(Part.CHAIR, it.name(), it.position())));
		source.guests().forEach((it) -> persons.add(new ConferencePerson(Part.GUEST, it.name(), it.position())));
		HalfDay first = (source.halfDay() != null) ? source.halfDay() : HalfDay.MORNING;
		HalfDay last = (source.halfDay() != null) ? source.halfDay() : HalfDay.AFTERNOON;
		return new ConferencePlan(source.title(), source.kind(), source.starts(), first, source.ends(), last,
				source.place(), source.provinceId(), unit(source.organizer()), true, false, null, participants(source),
				note(source), null, null, persons);
	}

	/** In the words of the sources, also where single units can't be named from them. */
	private String participants(DemoFile.Conference source) {
		List<String> lines = new ArrayList<>();
		for (DemoFile.Invited group : source.invited()) {
			String who = (group.organizations() != null)
					? String.join(", ", this.units.names(group.organizations().stream().map(this::unit).toList()))
					: this.files.text("OrganizationKind." + group.kind())
							+ ((group.region() != null) ? " " + group.region() : "");
			lines.add(who + ": " + group.who());
		}
		return String.join("\n", lines);
	}

	private Map<Long, String> invited(DemoFile.Conference source) {
		Map<Long, String> invited = new LinkedHashMap<>();
		for (DemoFile.Invited group : source.invited()) {
			if (Boolean.TRUE.equals(group.some())) {
				continue;
			}
			List<Long> named = (group.organizations() != null) ? group.organizations().stream().map(this::unit).toList()
					: this.units.ofKind(group.kind(), region(group), source.starts()).stream().map(Unit::id).toList();
			named.forEach((unit) -> invited.put(unit, group.who()));
		}
		return invited;
	}

	/** The sources know one region by name: the centre. */
	private static Region region(DemoFile.Invited group) {
		return (group.region() != null) ? Region.CENTRAL : null;
	}

	private ArchivedClause clause(DemoFile.Task task) {
		return new ArchivedClause(task.text(), (task.lead() != null) ? List.of(unit(task.lead())) : List.of(),
				(task.leadKind() != null) ? List.of(task.leadKind()) : List.of(),
				(task.coordinating() != null) ? task.coordinating().stream().map(this::unit).toList() : List.of(),
				(task.coordinatingKinds() != null) ? task.coordinatingKinds() : List.of());
	}

	private String note(DemoFile.Conference source) {
		List<String> lines = new ArrayList<>();
		if (source.note() != null) {
			lines.add(source.note());
		}
		if (source.dateIs() != null) {
			lines.add(this.files.text("demo.dateIs", source.dateIs()));
		}
		if (source.figures() != null) {
			source.figures().forEach((figure) -> lines.add(figure(figure)));
		}
		return lines.isEmpty() ? null : String.join("\n", lines);
	}

	private String figure(DemoFile.Figure figure) {
		String stated = this.files.text("demo.figure", figure.indicator(), String.valueOf(figure.year()),
				number(figure.value()), figure.unit());
		return (figure.change() == null) ? stated
				: stated + this.files.text("demo.figure.change", String.valueOf(figure.versusYear()),
						number(figure.change()), figure.unit(), number(figure.changePercentPrinted()));
	}

	/** 533985 reads 533.985 and 40.52 reads 40,52. */
	private static String number(BigDecimal value) {
		return NumberFormat.getInstance(MessageConfiguration.VIETNAMESE).format(value);
	}

	private long unit(String code) {
		return this.units.byCode(code).orElseThrow(() -> new IllegalStateException("unknown unit " + code)).id();
	}

}
