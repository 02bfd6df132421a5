package vn.nhactruong.organization;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.TextFolding;

/**
 * What the list of units is narrowed to.
 *
 * @param asOf the day on which the units exist
 * @param all whether dissolved and future units are listed, too
 */
record OrganizationFilter(String q, String kind, String region, LocalDate asOf, boolean all) {

	static final Map<String, String> SORTS = Map.of("name", "o.name collate \"vi-x-icu\"", "code", "o.code",
			"validFrom", "o.valid_from", "validTo", "o.valid_to", "order", """
					array_position(array['MINISTRY', 'DEPARTMENT', 'PUBLIC_UNIT', 'PROVINCIAL_JUSTICE',
					    'PROVINCIAL_ENFORCEMENT', 'EXTERNAL'], o.kind), p.name collate "vi-x-icu" nulls first,
					case when o.province_id is null then o.id end""", "province", "p.name collate \"vi-x-icu\"");

	static final String CONDITION = """
			(cast(:q as text) is null or fold(o.name || ' ' || o.short_name || ' ' || o.code) like :q)
			and (cast(:kind as text) is null or o.kind = :kind)
			and (cast(:region as text) is null or p.region = :region)
			and (:all or (o.valid_from is null or o.valid_from <= :asOf)
			    and (o.valid_to is null or o.valid_to >= :asOf))
			""";

	static OrganizationFilter of(ListRequest list, LocalDate today) {
		return new OrganizationFilter(list.parameter("q"),
				list.constant("kind", OrganizationKind.class).map(Enum::name).orElse(null),
				list.constant("region", Region.class).map(Enum::name).orElse(null), list.day("asOf").orElse(today),
				list.oneOf("all", List.of("true")).isPresent());
	}

	Map<String, Object> parameters() {
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("q", (this.q != null) ? TextFolding.likePattern(this.q) : null);
		parameters.put("kind", this.kind);
		parameters.put("region", this.region);
		parameters.put("asOf", this.asOf);
		parameters.put("all", this.all);
		return parameters;
	}

}
