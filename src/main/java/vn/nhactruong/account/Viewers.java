package vn.nhactruong.account;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import vn.nhactruong.organization.OrganizationKind;
import vn.nhactruong.organization.Unit;
import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.Role;

/** Reads the {@link Viewer} of an account, with one statement. */
@Service
public class Viewers {

	private final JdbcClient jdbc;

	private final UnitDirectory units;

	private final Clock clock;

	Viewers(JdbcClient jdbc, UnitDirectory units, Clock clock) {
		this.jdbc = jdbc;
		this.units = units;
		this.clock = clock;
	}

	/**
	 * The person, if still admitted.
	 * @param actingGrant the chosen grant; without one, or when it was withdrawn, the
	 * first by weight of role
	 */
	public Optional<Found> find(long accountId, Long actingGrant) {
		return read("a.id = ?", accountId, actingGrant);
	}

	/**
	 * The person as they would act after signing in, for what runs outside of a request.
	 */
	public Optional<Viewer> byUsername(String username) {
		return read("a.username = ?", username, null).map(Found::viewer);
	}

	private Optional<Found> read(String condition, Object value, Long actingGrant) {
		List<Row> rows = this.jdbc
			.sql("""
					select a.id, a.username, a.display_name, a.position, a.password_change_required, g.id as grant_id, g.role,
					    g.organization_id
					from account a join role_grant g on g.account_id = a.id
					where a.locked_at is null and\s"""
					+ condition)
			.param(value)
			.query((row, number) -> new Row(row.getLong("id"), row.getString("username"), row.getString("display_name"),
					row.getString("position"), row.getBoolean("password_change_required"),
					grant(row.getLong("grant_id"), Role.valueOf(row.getString("role")),
							row.getLong("organization_id"))))
			.list();
		if (rows.isEmpty()) {
			return Optional.empty();
		}
		List<Grant> grants = new ArrayList<>(rows.stream().map(Row::grant).toList());
		grants
			.sort(Comparator.comparing(Grant::role, Comparator.comparingInt(Viewers::weight)).thenComparing(Grant::id));
		Grant acting = grants.stream()
			.filter((grant) -> actingGrant != null && grant.id() == actingGrant)
			.findFirst()
			.orElse(grants.get(0));
		Row person = rows.get(0);
		Viewer viewer = new Viewer(person.accountId(), person.username(), person.displayName(), person.position(),
				acting, List.copyOf(grants), seesWholeSector(acting));
		return Optional.of(new Found(viewer, person.passwordChangeRequired()));
	}

	private Grant grant(long id, Role role, long unitId) {
		Unit unit = this.units.get(unitId);
		return new Grant(id, role, unitId, unit.name(), this.units.lineage(unitId, LocalDate.now(this.clock)));
	}

	private boolean seesWholeSector(Grant acting) {
		if (acting.role() == Role.LEADER || acting.role() == Role.OFFICE) {
			return true;
		}
		Unit unit = this.units.get(acting.unitId());
		return acting.role() == Role.OBSERVER
				&& (unit.kind() == OrganizationKind.MINISTRY || unit.code().equals(UnitDirectory.MINISTRY_OFFICE));
	}

	/** Daily work comes first, administration last: that is chosen on purpose. */
	private static int weight(Role role) {
		return switch (role) {
			case LEADER -> 0;
			case OFFICE -> 1;
			case UNIT_HEAD -> 2;
			case CLERK -> 3;
			case OBSERVER -> 4;
			case ADMIN -> 5;
		};
	}

	public record Found(Viewer viewer, boolean passwordChangeRequired) {
	}

	private record Row(long accountId, String username, String displayName, String position,
			boolean passwordChangeRequired, Grant grant) {
	}

}
