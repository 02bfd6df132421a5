package vn.nhactruong.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes.Change;
import vn.nhactruong.shared.ListRequest;
import vn.nhactruong.shared.Slice;

/**
 * Writes each {@link AuditedAct} in the transaction that published it, and reads the
 * history of a thing. Rows can't be updated or deleted: the database refuses.
 */
@Service
public class AuditTrail {

	private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {
	};

	private static final int FETCHED_AT_ONCE = 1000;

	/** Groups of an IPv6 address that may be left out. */
	private static final Pattern ZEROS = Pattern.compile("(^|:)0(:0)+(:|$)");

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	AuditTrail(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/** Outside of a transaction the act itself would not be safe either: refused. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void write(AuditedAct act) {
		this.jdbc
			.sql("""
					insert into audit_entry (at, account_id, actor, role, organization_id, address, area, action, subject_id,
					    subject, subject_en, changes)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
					""")
			.params(Timestamp.from(this.clock.instant()), act.actor().accountId(), act.actor().displayName(),
					act.actor().roleName(), act.actor().unitId(), address(), act.area(), act.action(), act.subjectId(),
					act.subject(), act.subjectEn(), this.json.writeValueAsString(act.changes()))
			.update();
	}

	/**
	 * The history of one thing, newest first. Whoever asks has been let through to the
	 * thing itself.
	 */
	@Transactional(readOnly = true)
	public List<AuditEntry> history(String area, long subjectId) {
		return this.jdbc.sql("select * from audit_entry where area = ? and subject_id = ? order by id desc limit 200")
			.params(area, subjectId)
			.query((row, number) -> entry(row))
			.list();
	}

	@Transactional(readOnly = true)
	Slice<AuditEntry> list(AuditFilter filter, ListRequest list) {
		long counted = this.jdbc.sql(Slice.countOf(filter.query("1")))
			.params(filter.parameters(Slice.CAP + 1))
			.query(Long.class)
			.single();
		return Slice.ofMany(rows(filter, list.size(), list.offset()), counted, list);
	}

	/** All that the filter finds, one after the other, for the workbook. */
	@Transactional(readOnly = true)
	void each(AuditFilter filter, Consumer<AuditEntry> reader) {
		select(filter, Long.MAX_VALUE, 0).withFetchSize(FETCHED_AT_ONCE)
			.query((RowCallbackHandler) (row) -> reader.accept(entry(row)));
	}

	private List<AuditEntry> rows(AuditFilter filter, int limit, long offset) {
		return select(filter, limit, offset).query((row, number) -> entry(row)).list();
	}

	private JdbcClient.StatementSpec select(AuditFilter filter, long limit, long offset) {
		return this.jdbc.sql(filter.query("e.*") + " order by e.at desc, e.id desc limit :limit offset :offset")
			.params(filter.parameters((limit < Long.MAX_VALUE) ? limit + offset : limit))
			.param("limit", limit)
			.param("offset", offset);
	}

	private AuditEntry entry(java.sql.ResultSet row) throws java.sql.SQLException {
		return new AuditEntry(row.getLong("id"), row.getTimestamp("at").toInstant(), row.getString("actor"),
				row.getString("role"), row.getObject("organization_id", Long.class), readable(row.getString("address")),
				row.getString("area"), row.getString("action"), row.getObject("subject_id", Long.class),
				row.getString("subject"), row.getString("subject_en"),
				this.json.readValue(row.getString("changes"), CHANGES));
	}

	/** The short form that people know, such as ::1 for 0:0:0:0:0:0:0:1 (RFC 5952). */
	static String readable(String address) {
		if (address == null || address.indexOf(':') < 0 || address.contains("::")) {
			return address;
		}
		return ZEROS.matcher(address)
			.results()
			.max(Comparator.comparingInt((run) -> run.group().replace(":", "").length()))
			.map((run) -> address.substring(0, run.start()) + "::" + address.substring(run.end()))
			.orElse(address);
	}

	private static String address() {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
			HttpServletRequest request = attributes.getRequest();
			return request.getRemoteAddr();
		}
		return null;
	}

}
