package vn.nhactruong.organization;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;

import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills an empty register with the provinces and units of the sector, in every profile: a
 * new office starts with the real map. Later changes are an administrator's; nothing is
 * read again. Loads as it is created, so that whoever asks for it finds the units there.
 */
@Component
public class ReferenceUnits implements InitializingBean {

	private static final Logger log = LoggerFactory.getLogger(ReferenceUnits.class);

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	ReferenceUnits(JdbcTemplate jdbc, TransactionTemplate transaction, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.events = events;
	}

	@Override
	public void afterPropertiesSet() {
		this.transaction.executeWithoutResult((status) -> {
			// Two nodes may start at once on an empty database.
			this.jdbc.execute("lock table province in share row exclusive mode");
			if (Boolean.TRUE.equals(this.jdbc.queryForObject("select exists (select from province)", Boolean.class))) {
				return;
			}
			load();
			this.events.publishEvent(new UnitDirectory.UnitsChanged());
		});
	}

	private void load() {
		this.jdbc.execute("""
				create temporary table region_import (gso_code text primary key, region text) on commit drop;
				create temporary table province_import (id text, gso_code text, name text, kind text, valid_from date,
				    valid_to date, successor_id text) on commit drop;
				create temporary table organization_import (position int generated always as identity, code text,
				    name text, short_name text, kind text, parent_code text, province_id text, valid_from date,
				    valid_to date, successor_code text) on commit drop;
				""");
		copy("region_import (gso_code, region)", "reference/regions.csv");
		copy("province_import (id, gso_code, name, kind, valid_from, valid_to, successor_id)",
				"reference/provinces.csv");
		copy("organization_import (code, name, short_name, kind, parent_code, province_id, valid_from, valid_to,"
				+ " successor_code)", "reference/organizations.csv");
		int provinces = this.jdbc.update("""
				insert into province (id, gso_code, name, kind, region, valid_from, valid_to, successor_id)
				select p.id, p.gso_code, p.name, p.kind, r.region, p.valid_from, p.valid_to, p.successor_id
				from province_import p join region_import r using (gso_code)
				""");
		int units = this.jdbc.update("""
				insert into organization (code, name, short_name, kind, province_id, valid_from, valid_to)
				select code, name, short_name, kind, province_id, valid_from, valid_to
				from organization_import order by position
				""");
		this.jdbc.update("""
				update organization o set parent_id = parent.id, successor_id = successor.id
				from organization_import i
				left join organization parent on parent.code = i.parent_code
				left join organization successor on successor.code = i.successor_code
				where i.code = o.code
				""");
		log.info("Loaded {} provinces and {} units", provinces, units);
	}

	private void copy(String target, String resource) {
		this.jdbc.execute((ConnectionCallback<Long>) (connection) -> copy(connection, target, resource));
	}

	private static Long copy(Connection connection, String target, String resource) throws SQLException {
		try (InputStream csv = new ClassPathResource(resource).getInputStream()) {
			return connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyIn("copy " + target + " from stdin (format csv, header)", csv);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
