package vn.nhactruong.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import vn.nhactruong.organization.UnitDirectory;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Role;
import vn.nhactruong.shared.TextFolding;

/**
 * What the list of accounts is narrowed to.
 *
 * @param role constant name, or {@code null} for any
 * @param unit id, or {@code null} for any
 * @param locked "true" or "false", or {@code null} for both
 */
record AccountFilter(String q, String role, String unit, String locked) {

	static final Map<String, String> SORTS = Map.of("name", "a.display_name collate \"vi-x-icu\"", "username",
			"a.username", "position", "a.position collate \"vi-x-icu\"", "locked", "a.locked_at");

	static final String CONDITION = """
			(cast(:q as text) is null or fold(a.display_name || ' ' || a.username) like :q)
			and (cast(:locked as boolean) is null or (a.locked_at is not null) = :locked)
			and (cast(:role as text) is null and cast(:unit as text) is null or exists (
			    select from role_grant g where g.account_id = a.id
			    and (cast(:role as text) is null or g.role = :role)
			    and (cast(:unit as text) is null or g.organization_id::text = :unit)))
			""";

	static AccountFilter of(ListRequest list, UnitDirectory units) {
		return new AccountFilter(list.parameter("q"), list.constant("role", Role.class).map(Enum::name).orElse(null),
				list.number("unit", (id) -> units.find(id).isPresent()).map(String::valueOf).orElse(null),
				list.oneOf("locked", List.of("true", "false")).orElse(null));
	}

	Map<String, Object> parameters() {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("q", (this.q != null) ? TextFolding.likePattern(this.q) : null);
		parameters.put("role", this.role);
		parameters.put("unit", this.unit);
		parameters.put("locked", (this.locked != null) ? Boolean.valueOf(this.locked) : null);
		return parameters;
	}

}
