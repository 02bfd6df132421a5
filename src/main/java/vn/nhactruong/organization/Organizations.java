package vn.nhactruong.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.DateFormats;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.RuleViolation;
import vn.nhactruong.shared.Slice;

/**
 * The register of units; the only writer. Anybody signed in may read it, administrators
 * change it (held at the endpoints). A unit is never deleted: what it did years ago keeps
 * its name.
 */
@Service
@Transactional
public class Organizations {

	private static final Comparator<LocalDate> LATEST_FIRST = Comparator
		.nullsFirst(Comparator.<LocalDate>naturalOrder().reversed());

	private final OrganizationRepository organizations;

	private final UnitDirectory units;

	private final ObjectProvider<UnitUse> uses;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Organizations(OrganizationRepository organizations, UnitDirectory units, ObjectProvider<UnitUse> uses,
			JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.organizations = organizations;
		this.units = units;
		this.uses = uses;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	Slice<OrganizationRow> list(OrganizationFilter filter, ListRequest list) {
		long total = this.jdbc
			.sql("select count(*) from organization o left join province p on p.id = o.province_id where "
					+ OrganizationFilter.CONDITION)
			.params(filter.parameters())
			.query(Long.class)
			.single();
		return new Slice<>(rows(filter, list, list.size(), list.offset()), total, list.page(), list.size());
	}

	/** All that the filter finds, for the workbook. */
	@Transactional(readOnly = true)
	List<OrganizationRow> all(OrganizationFilter filter, ListRequest list) {
		return rows(filter, list, Integer.MAX_VALUE, 0);
	}

	@Transactional(readOnly = true)
	OrganizationPage page(String code) {
		Unit unit = unit(code);
		List<Unit> successors = new ArrayList<>();
		Unit next = this.units.find(unit.successorId()).orElse(null);
		while (next != null && !successors.contains(next)) {
			successors.add(next);
			next = this.units.find(next.successorId()).orElse(null);
		}
		List<Unit> predecessors = this.units.lineage(unit.id(), LocalDate.MAX)
			.stream()
			.filter((id) -> id != unit.id())
			.map(this.units::get)
			.sorted(Comparator.comparing(Unit::validTo, LATEST_FIRST))
			.toList();
		List<Unit> children = this.units.all()
			.stream()
			.filter((child) -> Objects.equals(child.parentId(), unit.id()))
			.sorted(Comparator.comparing((child) -> !child.isValidOn(today())))
			.toList();
		return new OrganizationPage(unit, unit.isValidOn(today()), this.units.find(unit.parentId()).orElse(null),
				province(unit.provinceId()), successors, predecessors, children);
	}

	@Transactional(readOnly = true)
	ProvincePage provincePage(String id) {
		Province province = this.units.province(id).orElseThrow(() -> new NotVisibleException("province", id));
		List<Province> successors = new ArrayList<>();
		Province next = province(province.successorId());
		while (next != null && !successors.contains(next)) {
			successors.add(next);
			next = province(next.successorId());
		}
		List<Province> predecessors = this.units.provinces()
			.stream()
			.filter((other) -> id.equals(other.successorId()))
			.toList();
		List<Unit> inside = this.units.all().stream().filter((unit) -> id.equals(unit.provinceId())).toList();
		return new ProvincePage(province, province.isValidOn(today()), successors, predecessors, inside);
	}

	@Transactional(readOnly = true)
	OrganizationForm edit(String code) {
		return OrganizationForm.of(get(code), this.units);
	}

	void create(OrganizationForm form, Actor actor) {
		if (this.organizations.findByCode(form.getCode()).isPresent()) {
			throw RuleViolation.at("code", "organization.error.codeTaken");
		}
		Organization organization = new Organization(form.getCode(), form.getKind());
		Changes changes = apply(form, organization);
		this.organizations.saveAndFlush(organization);
		written(actor, "organization.audit.created", organization, changes);
	}

	void update(String code, OrganizationForm form, Actor actor) {
		// One change of the register at a time: two that are each right could together
		// close a circle of successors.
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext('organization'))").query((row, number) -> 1).list();
		Organization organization = get(code);
		form.requireVersion(organization.getVersion(), () -> OrganizationForm.of(organization, this.units));
		boolean closes = organization.getValidTo() == null && form.getValidTo() != null;
		Changes changes = apply(form, organization);
		if (closes && !form.isClosingConfirmed()) {
			this.uses.orderedStream().forEach((use) -> {
				int count = use.count(organization.getId());
				if (count > 0) {
					throw RuleViolation.at("closingConfirmed", use.messageKey(), count);
				}
			});
		}
		this.organizations.saveAndFlush(organization);
		if (!changes.isEmpty()) {
			written(actor, "organization.audit.changed", organization, changes);
		}
	}

	private Changes apply(OrganizationForm form, Organization organization) {
		Unit parent = named(form.getParentCode(), "parentCode");
		Unit successor = named(form.getSuccessorCode(), "successorCode");
		Province province = province(form.getProvinceId());
		if (form.getProvinceId() != null && province == null) {
			throw RuleViolation.at("provinceId", "organization.error.provinceUnknown");
		}
		if (organization.getId() != null) {
			requireNoCircle(organization.getId(), parent, successor);
		}
		boolean isNew = organization.getId() == null;
		boolean newParent = parent != null && !Objects.equals(organization.getParentId(), parent.id());
		boolean newProvince = province != null && !province.id().equals(organization.getProvinceId());
		Changes changes = new Changes()
			.field("organizationForm.code", isNew ? null : organization.getCode(), organization.getCode())
			.field("organizationForm.name", organization.getName(), form.getName())
			.field("organizationForm.shortName", organization.getShortName(), form.getShortName())
			.field("organizationForm.kind", isNew ? null : organization.getKind(), form.getKind())
			.field("organizationForm.parentCode", this.units.name(organization.getParentId()),
					(parent != null) ? parent.name() : "")
			.field("organizationForm.provinceId", provinceName(organization.getProvinceId()),
					provinceName(form.getProvinceId()))
			.field("organizationForm.validFrom", organization.getValidFrom(), form.getValidFrom())
			.field("organizationForm.validTo", organization.getValidTo(), form.getValidTo())
			.field("organizationForm.successorCode", this.units.name(organization.getSuccessorId()),
					(successor != null) ? successor.name() : "");
		organization.describe(form.getName(), form.getShortName(), form.getKind(),
				(parent != null) ? (Long) parent.id() : null, form.getProvinceId());
		organization.setValidity(form.getValidFrom(), form.getValidTo(), successor);
		LocalDate day = lastKnownDay(form);
		if (newParent && !parent.isValidOn(day)) {
			throw RuleViolation.at("parentCode", "organization.error.parentNotThere", parent.name(),
					DateFormats.day(day));
		}
		if (newProvince && !province.isValidOn(day)) {
			throw RuleViolation.at("provinceId", "organization.error.provinceNotThere", province.name(),
					DateFormats.day(day));
		}
		return changes;
	}

	/**
	 * The day on which what a unit belongs to has to be there: its last one, or today, or
	 * the first one if that is still to come. What was chosen long ago is left alone.
	 */
	private LocalDate lastKnownDay(OrganizationForm form) {
		if (form.getValidTo() != null) {
			return form.getValidTo();
		}
		boolean comes = form.getValidFrom() != null && form.getValidFrom().isAfter(today());
		return comes ? form.getValidFrom() : today();
	}

	/** Neither work nor command may run in a circle. */
	private void requireNoCircle(long id, Unit parent, Unit successor) {
		for (Unit next = successor; next != null; next = this.units.find(next.successorId()).orElse(null)) {
			if (next.id() == id) {
				throw RuleViolation.at("successorCode", "organization.error.successorCircle");
			}
		}
		for (Unit next = parent; next != null; next = this.units.find(next.parentId()).orElse(null)) {
			if (next.id() == id) {
				throw RuleViolation.at("parentCode", "organization.error.parentCircle");
			}
		}
	}

	private Unit named(String code, String field) {
		if (code == null) {
			return null;
		}
		return this.units.byCode(code).orElseThrow(() -> RuleViolation.at(field, "organization.error.unitUnknown"));
	}

	private void written(Actor actor, String action, Organization organization, Changes changes) {
		this.events.publishEvent(new AuditedAct(actor, action, "organization", organization.getId(),
				organization.getName() + " (" + organization.getCode() + ")", changes.list()));
		this.events.publishEvent(new UnitDirectory.UnitsChanged());
	}

	private List<OrganizationRow> rows(OrganizationFilter filter, ListRequest list, int limit, long offset) {
		return this.jdbc
			.sql("""
					select o.code, o.name, o.short_name, o.kind, o.valid_from, o.valid_to, p.name as province, p.region
					from organization o left join province p on p.id = o.province_id where\s"""
					+ OrganizationFilter.CONDITION + " order by " + list.orderBy(OrganizationFilter.SORTS, "order")
					+ ", o.name collate \"vi-x-icu\", o.id limit :limit offset :offset")
			.params(filter.parameters())
			.param("limit", limit)
			.param("offset", offset)
			.query((row, number) -> new OrganizationRow(row.getString("code"), row.getString("name"),
					row.getString("short_name"), OrganizationKind.valueOf(row.getString("kind")),
					row.getString("province"),
					(row.getString("region") != null) ? Region.valueOf(row.getString("region")) : null,
					row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class)))
			.list();
	}

	private Organization get(String code) {
		return this.organizations.findByCode(code).orElseThrow(() -> new NotVisibleException("organization", code));
	}

	private Unit unit(String code) {
		return this.units.byCode(code).orElseThrow(() -> new NotVisibleException("organization", code));
	}

	private Province province(String id) {
		return (id != null) ? this.units.province(id).orElse(null) : null;
	}

	private String provinceName(String id) {
		Province province = province(id);
		return (province != null) ? province.name() : "";
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
