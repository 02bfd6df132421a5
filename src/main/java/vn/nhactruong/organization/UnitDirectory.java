package vn.nhactruong.organization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import vn.nhactruong.shared.NotVisibleException;

/**
 * All units and provinces in memory, in the order a ministry lists them: a few hundred
 * rows that every page needs and hardly anybody changes. Another node sees a change after
 * a minute at the latest.
 */
@Service
public class UnitDirectory {

	/** Code of Văn phòng Bộ, whose observers see the whole sector. */
	public static final String MINISTRY_OFFICE = "VPB";

	/** Code of the ministry itself. */
	public static final String MINISTRY = "BTP";

	private static final Duration KEPT = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	private final Clock clock;

	private volatile Snapshot snapshot;

	UnitDirectory(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The unit.
	 * @throws NotVisibleException when there is none with that id
	 */
	public Unit get(long id) {
		return find(id).orElseThrow(() -> new NotVisibleException("unit", id));
	}

	public Optional<Unit> find(Long id) {
		return Optional.ofNullable(id).map(units().byId()::get);
	}

	public Optional<Unit> byCode(String code) {
		return Optional.ofNullable(units().byCode().get(code));
	}

	/** The unit's name, or the empty text for {@code null}. */
	public String name(Long id) {
		return find(id).map(Unit::name).orElse("");
	}

	public List<String> names(Collection<Long> ids) {
		return units().ordered().stream().filter((unit) -> ids.contains(unit.id())).map(Unit::name).toList();
	}

	public List<Unit> all() {
		return units().ordered();
	}

	public List<Unit> validOn(LocalDate day) {
		return units().ordered().stream().filter((unit) -> unit.isValidOn(day)).toList();
	}

	/** The units of a kind that exist on a day; {@code region} null means all regions. */
	public List<Unit> ofKind(OrganizationKind kind, Region region, LocalDate day) {
		return validOn(day).stream()
			.filter((unit) -> unit.kind() == kind && (region == null || unit.region() == region))
			.toList();
	}

	/**
	 * The unit that holds this unit's work on that day: itself, or the last successor.
	 */
	public Unit holderOn(long id, LocalDate day) {
		Unit unit = get(id);
		Set<Long> seen = new LinkedHashSet<>();
		while (unit.isOverOn(day) && unit.successorId() != null && seen.add(unit.id())) {
			unit = get(unit.successorId());
		}
		return unit;
	}

	/**
	 * The unit and every unit whose work has come down to it by that day; a succession
	 * that is entered ahead passes nothing on before its day.
	 */
	public Set<Long> lineage(long id, LocalDate day) {
		Map<Long, List<Long>> predecessors = units().predecessors();
		Set<Long> lineage = new LinkedHashSet<>();
		Deque<Long> open = new ArrayDeque<>(List.of(id));
		while (!open.isEmpty()) {
			Long next = open.pop();
			if (lineage.add(next)) {
				predecessors.getOrDefault(next, List.of())
					.stream()
					.filter((before) -> get(before).isOverOn(day))
					.forEach(open::add);
			}
		}
		return lineage;
	}

	public List<Unit> predecessors(long id) {
		return units().predecessors().getOrDefault(id, List.of()).stream().map(this::get).toList();
	}

	public List<Province> provinces() {
		return units().provinces();
	}

	public List<Province> provincesOn(LocalDate day) {
		return provinces().stream().filter((province) -> province.isValidOn(day)).toList();
	}

	public Optional<Province> province(String id) {
		return provinces().stream().filter((province) -> province.id().equals(id)).findFirst();
	}

	/** First of all: whoever follows the change asks this directory. */
	@TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION, fallbackExecution = true)
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void forget(UnitsChanged changed) {
		this.snapshot = null;
	}

	private Snapshot units() {
		Snapshot current = this.snapshot;
		if (current == null || current.readAt().plus(KEPT).isBefore(this.clock.instant())) {
			current = read();
			this.snapshot = current;
		}
		return current;
	}

	private Snapshot read() {
		List<Province> provinces = this.jdbc
			.sql("select * from province order by valid_to is not null, name collate \"vi-x-icu\", id")
			.query((row, number) -> new Province(row.getString("id"), row.getString("gso_code"), row.getString("name"),
					row.getString("kind"), Region.valueOf(row.getString("region")),
					row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class),
					row.getString("successor_id")))
			.list();
		List<Unit> ordered = this.jdbc.sql("""
				select o.*, p.region
				from organization o left join province p on p.id = o.province_id
				order by array_position(array['MINISTRY', 'DEPARTMENT', 'PUBLIC_UNIT', 'PROVINCIAL_JUSTICE',
				    'PROVINCIAL_ENFORCEMENT', 'EXTERNAL'], o.kind), p.name collate "vi-x-icu" nulls first,
				    case when o.province_id is null then o.id end, o.name collate "vi-x-icu", o.id
				""")
			.query((row, number) -> new Unit(row.getLong("id"), row.getString("code"), row.getString("name"),
					row.getString("short_name"), OrganizationKind.valueOf(row.getString("kind")),
					row.getObject("parent_id", Long.class), row.getString("province_id"),
					(row.getString("region") != null) ? Region.valueOf(row.getString("region")) : null,
					row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class),
					row.getObject("successor_id", Long.class)))
			.list();
		Map<Long, Unit> byId = new LinkedHashMap<>();
		Map<String, Unit> byCode = new LinkedHashMap<>();
		Map<Long, List<Long>> predecessors = new LinkedHashMap<>();
		for (Unit unit : ordered) {
			byId.put(unit.id(), unit);
			byCode.put(unit.code(), unit);
			if (unit.successorId() != null) {
				predecessors.computeIfAbsent(unit.successorId(), (id) -> new ArrayList<>()).add(unit.id());
			}
		}
		return new Snapshot(Objects.requireNonNull(this.clock.instant()), ordered, byId, byCode, predecessors,
				provinces);
	}

	/** A unit was added or changed. */
	public record UnitsChanged() {
	}

	private record Snapshot(Instant readAt, List<Unit> ordered, Map<Long, Unit> byId, Map<String, Unit> byCode,
			Map<Long, List<Long>> predecessors, List<Province> provinces) {
	}

}
