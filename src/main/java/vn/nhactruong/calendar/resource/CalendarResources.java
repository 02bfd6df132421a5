package vn.nhactruong.calendar.resource;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Accounts;
import vn.nhactruong.shared.Actor;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.Option;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.RuleViolation;

/**
 * The catalogue of leaders' positions, rooms and cars in their customary order; the only
 * writer. Open to the office and administrators, held at the endpoints.
 */
@Service
@Transactional
@NamedInterface("resource")
public class CalendarResources {

	private static final String SELECT = """
			select r.*, a.display_name as account_name from calendar_resource r
			left join account a on a.id = r.account_id
			""";

	private static final String ORDER = " order by r.position_no, r.name collate \"vi-x-icu\", r.id";

	private final CalendarResourceRepository resources;

	private final Accounts accounts;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	CalendarResources(CalendarResourceRepository resources, Accounts accounts, JdbcClient jdbc,
			ApplicationEventPublisher events) {
		this.resources = resources;
		this.accounts = accounts;
		this.jdbc = jdbc;
		this.events = events;
	}

	/** Everything, also what is retired, in its order. */
	@Transactional(readOnly = true)
	public Map<Long, Resource> all() {
		Map<Long, Resource> all = new LinkedHashMap<>();
		query(this.jdbc.sql(SELECT + ORDER)).forEach((resource) -> all.put(resource.id(), resource));
		return all;
	}

	@Transactional(readOnly = true)
	public List<Resource> ofKind(ResourceKind kind) {
		return query(this.jdbc.sql(SELECT + " where r.kind = :kind" + ORDER).param("kind", kind.name()));
	}

	/** Who may be named as the holder of a leader's position. */
	@Transactional(readOnly = true)
	List<Option> holders() {
		return this.jdbc.sql("""
				select id, display_name from account where id in (:leaders) order by display_name collate "vi-x-icu", id
				""")
			.param("leaders", orNone(this.accounts.withRoles(List.of(Role.LEADER)).keySet()))
			.query((row, number) -> new Option(row.getString("id"), row.getString("display_name")))
			.list();
	}

	@Transactional(readOnly = true)
	ResourceForm blank(ResourceKind kind) {
		ResourceForm form = new ResourceForm();
		form.setPositionNo(this.resources.nextPosition(kind));
		return form;
	}

	@Transactional(readOnly = true)
	public ResourceForm edit(ResourceKind kind, long id) {
		return ResourceForm.of(find(kind, id));
	}

	/** Adds a position, room or car; its id. */
	long add(ResourceKind kind, ResourceForm form, Actor actor) {
		check(kind, null, form);
		CalendarResource resource = new CalendarResource(kind);
		resource.write(form);
		this.resources.saveAndFlush(resource);
		audit(actor, "calendar.audit.resourceAdded", resource, changes(new ResourceForm(), form));
		return resource.getId();
	}

	/** Adds a leader's position, held by the account or by nobody in the portal. */
	public long addLeader(String position, Long accountId, Actor actor) {
		ResourceForm form = blank(ResourceKind.LEADER);
		form.setName(position);
		form.setAccountId(accountId);
		return add(ResourceKind.LEADER, form, actor);
	}

	public long addRoom(String name, String place, Integer seats, Actor actor) {
		ResourceForm form = blank(ResourceKind.ROOM);
		form.setName(name);
		form.setPlace(place);
		form.setSeats(seats);
		return add(ResourceKind.ROOM, form, actor);
	}

	public long addCar(String plate, Integer seats, Actor actor) {
		ResourceForm form = blank(ResourceKind.CAR);
		form.setName(plate);
		form.setSeats(seats);
		return add(ResourceKind.CAR, form, actor);
	}

	public void update(ResourceKind kind, long id, ResourceForm form, Actor actor) {
		CalendarResource resource = find(kind, id);
		form.requireVersion(resource.getVersion(), () -> ResourceForm.of(resource));
		check(kind, id, form);
		ResourceForm before = ResourceForm.of(resource);
		resource.write(form);
		this.resources.saveAndFlush(resource);
		Changes changes = changes(before, ResourceForm.of(resource));
		if (!changes.isEmpty()) {
			audit(actor, "calendar.audit.resourceChanged", resource, changes);
		}
	}

	/** The position that the person holds, or {@code null}. */
	@Transactional(readOnly = true)
	public Long leaderOf(Long accountId) {
		return this.jdbc.sql("select id from calendar_resource where account_id = ?")
			.param(accountId)
			.query(Long.class)
			.optional()
			.orElse(null);
	}

	private void check(ResourceKind kind, Long id, ResourceForm form) {
		boolean taken = !form.isRetired() && this.jdbc.sql("""
				select exists (select from calendar_resource
				where kind = :kind and fold(name) = fold(:name) and not retired and id is distinct from :id)
				""")
			.param("kind", kind.name())
			.param("name", form.getName())
			.param("id", id, java.sql.Types.BIGINT)
			.query(Boolean.class)
			.single();
		if (taken) {
			throw RuleViolation.at("name", kind.nameTaken());
		}
		if (kind != ResourceKind.LEADER || form.getAccountId() == null) {
			return;
		}
		Long holder = leaderOf(form.getAccountId());
		if (holder != null && !holder.equals(id)) {
			throw RuleViolation.at("accountId", "calendar.error.accountTaken");
		}
		boolean kept = id != null && form.getAccountId().equals(find(kind, id).getAccountId());
		if (!kept && !this.accounts.withRoles(List.of(Role.LEADER)).containsKey(form.getAccountId())) {
			throw RuleViolation.at("accountId", "calendar.error.noLeaderAccount");
		}
	}

	private CalendarResource find(ResourceKind kind, long id) {
		return this.resources.findById(id)
			.filter((resource) -> resource.getKind() == kind)
			.orElseThrow(() -> new NotVisibleException("resource", id));
	}

	private static List<Resource> query(JdbcClient.StatementSpec statement) {
		return statement
			.query((row, number) -> new Resource(row.getLong("id"), ResourceKind.valueOf(row.getString("kind")),
					row.getString("name"), row.getInt("position_no"), row.getString("place"),
					row.getObject("seats", Integer.class), row.getObject("account_id", Long.class),
					row.getString("account_name"), row.getBoolean("retired"), row.getInt("version")))
			.list();
	}

	private static Collection<Long> orNone(Collection<Long> ids) {
		return ids.isEmpty() ? List.of(-1L) : ids;
	}

	private Changes changes(ResourceForm before, ResourceForm after) {
		return new Changes().field("resourceForm.name", before.getName(), after.getName())
			.field("resourceForm.positionNo", before.getPositionNo(), after.getPositionNo())
			.field("resourceForm.place", before.getPlace(), after.getPlace())
			.field("resourceForm.seats", before.getSeats(), after.getSeats())
			.field("resourceForm.accountId", name(before.getAccountId()), name(after.getAccountId()))
			.field("resourceForm.retired", before.isRetired(), after.isRetired());
	}

	private String name(Long accountId) {
		return (accountId == null) ? null
				: this.jdbc.sql("select display_name from account where id = ?")
					.param(accountId)
					.query(String.class)
					.optional()
					.orElse(null);
	}

	private void audit(Actor actor, String action, CalendarResource resource, Changes changes) {
		this.events.publishEvent(new AuditedAct(actor, action, "calendar", null, resource.getName(), changes.list()));
	}

}
