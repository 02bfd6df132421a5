package vn.nhactruong.conference.register;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.conference.ConferenceAccess;
import vn.nhactruong.conference.ConferenceKind;
import vn.nhactruong.conference.ConferenceStatus;
import vn.nhactruong.conference.HalfDay;
import vn.nhactruong.conference.Session;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Slice;
import vn.nhactruong.shared.TextFolding;

/** Lists of conferences: one statement for the rows, one for their number. */
@Component
@Transactional(readOnly = true)
@NamedInterface("register")
public class ConferenceQueries {

	private static final Map<String, String> SORTS = Map.of("date", "c.starts_on", "code", "c.code", "title",
			"c.title collate \"vi-x-icu\"", "status", "c.status", "organizer", "o.name collate \"vi-x-icu\"");

	private final JdbcClient jdbc;

	private final ConferenceAccess access;

	ConferenceQueries(JdbcClient jdbc, ConferenceAccess access) {
		this.jdbc = jdbc;
		this.access = access;
	}

	public Slice<ConferenceRow> list(ListRequest list, Viewer viewer) {
		Filter filter = filter(list, viewer);
		long total = this.jdbc.sql("select count(*) from conference c where " + filter.condition())
			.params(filter.parameters())
			.query(Long.class)
			.single();
		return new Slice<>(rows(list, filter, list.size(), list.offset()), total, list.page(), list.size());
	}

	/** All rows of the filtered list, for the workbook. */
	public List<ConferenceRow> all(ListRequest list, Viewer viewer) {
		return rows(list, filter(list, viewer), Integer.MAX_VALUE, 0);
	}

	/** The public conferences, next ones first, then those gone by. */
	public List<PublicConference> open(LocalDate today, int limit) {
		return this.jdbc.sql("""
				select c.*, o.name as organizer,
				    (select string_agg(p.name || coalesce(', ' || p.position, ''), '; ' order by p.position_no)
				     from conference_person p where p.conference_id = c.id and p.part = 'CHAIR') as chairs
				from conference c join organization o on o.id = c.organizer_id
				where c.open and %s
				order by c.ends_on >= :today desc, case when c.ends_on >= :today then c.starts_on end,
				    c.starts_on desc, c.id
				limit :limit
				""".formatted(ConferenceAccess.KNOWN))
			.param("today", today)
			.param("limit", limit)
			.query((row, number) -> new PublicConference(row.getLong("id"), row.getString("title"),
					ConferenceStatus.valueOf(row.getString("status")), row.getObject("starts_on", LocalDate.class),
					HalfDay.valueOf(row.getString("starts_half")), row.getObject("ends_on", LocalDate.class),
					HalfDay.valueOf(row.getString("ends_half")), row.getString("place"), row.getString("organizer"),
					row.getString("chairs"), row.getBoolean("example")))
			.list();
	}

	/**
	 * What takes place between two days and was announced, for who plans around it; what
	 * was put off or called off is not in it. Unguarded: the caller filters.
	 */
	public List<ScheduledConference> between(LocalDate from, LocalDate to) {
		return this.jdbc.sql("""
				select c.*,
				    (select array_agg(p.name || coalesce(', ' || p.position, '') order by p.position_no)
				     from conference_person p where p.conference_id = c.id and p.part = 'CHAIR') as chairs,
				    (select array_agg(i.organization_id) from invitation i where i.conference_id = c.id) as invited
				from conference c
				where c.starts_on <= :to and c.ends_on >= :from and %s and c.status not in ('POSTPONED', 'CANCELLED')
				order by c.starts_on, c.id
				""".formatted(ConferenceAccess.KNOWN))
			.param("from", from)
			.param("to", to)
			.query((row, number) -> scheduled(row))
			.list();
	}

	private static ScheduledConference scheduled(ResultSet row) throws SQLException {
		Array chairs = row.getArray("chairs");
		Array invited = row.getArray("invited");
		return new ScheduledConference(row.getLong("id"), row.getString("title"),
				Session.between(row.getObject("starts_on", LocalDate.class),
						HalfDay.valueOf(row.getString("starts_half")), row.getObject("ends_on", LocalDate.class),
						HalfDay.valueOf(row.getString("ends_half"))),
				row.getString("place"), row.getString("participants"), row.getLong("organizer_id"),
				(chairs != null) ? List.of((String[]) chairs.getArray()) : List.of(),
				(invited != null) ? List.of((Long[]) invited.getArray()) : List.of());
	}

	/**
	 * Earlier conferences that a new one may follow, the latest first.
	 * @param chosen stays among them however old it is, or {@code null}
	 */
	public List<Following> earlier(LocalDate before, Long chosen) {
		return this.jdbc.sql("""
				select id, code, title from conference
				where id = :chosen or starts_on <= :before and status in ('CONCLUDED', 'CLOSED', 'IN_SESSION')
				order by id is not distinct from :chosen desc, starts_on desc, id desc limit 50
				""")
			.param("before", before)
			.param("chosen", chosen, Types.BIGINT)
			.query((row, number) -> new Following(row.getLong("id"), row.getString("code"), row.getString("title")))
			.list();
	}

	private List<ConferenceRow> rows(ListRequest list, Filter filter, int limit, long offset) {
		return this.jdbc.sql("""
				select c.*, o.name as organizer,
				    (select count(*) from invitation i where i.conference_id = c.id) as invited
				from conference c join organization o on o.id = c.organizer_id
				where %s
				order by %s, c.id desc
				limit :limit offset :offset
				""".formatted(filter.condition(), list.orderBy(SORTS, "-date")))
			.params(filter.parameters())
			.param("limit", limit)
			.param("offset", offset)
			.query((row, number) -> row(row))
			.list();
	}

	private Filter filter(ListRequest list, Viewer viewer) {
		List<String> conditions = new ArrayList<>(List.of(this.access.condition(viewer)));
		Map<String, Object> parameters = new HashMap<>();
		parameters.put("units", this.access.units(viewer));
		if (list.parameter("q") != null) {
			conditions.add("fold(c.code || ' ' || c.title || ' ' || c.place) like :q");
			parameters.put("q", TextFolding.likePattern(list.parameter("q")));
		}
		list.constant("status", ConferenceStatus.class).ifPresent((status) -> {
			conditions.add("c.status = :status");
			parameters.put("status", status.name());
		});
		list.constant("kind", ConferenceKind.class).ifPresent((kind) -> {
			conditions.add("c.kind = :kind");
			parameters.put("kind", kind.name());
		});
		list.year("year").ifPresent((year) -> {
			conditions.add("c.starts_on between :yearStart and :yearEnd");
			parameters.put("yearStart", LocalDate.of(year, 1, 1));
			parameters.put("yearEnd", LocalDate.of(year, 12, 31));
		});
		return new Filter(String.join(" and ", conditions), parameters);
	}

	private static ConferenceRow row(ResultSet row) throws SQLException {
		return new ConferenceRow(row.getLong("id"), row.getString("code"), row.getString("title"),
				ConferenceKind.valueOf(row.getString("kind")), ConferenceStatus.valueOf(row.getString("status")),
				row.getObject("starts_on", LocalDate.class), HalfDay.valueOf(row.getString("starts_half")),
				row.getObject("ends_on", LocalDate.class), HalfDay.valueOf(row.getString("ends_half")),
				row.getString("place"), row.getString("organizer"), row.getInt("invited"), row.getBoolean("example"));
	}

	/** An earlier conference as a choice. */
	public record Following(long id, String code, String title) {
	}

	private record Filter(String condition, Map<String, Object> parameters) {
	}

}
