package vn.nhactruong.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;

import vn.nhactruong.account.Viewer;
import vn.nhactruong.shared.AuditedAct;
import vn.nhactruong.shared.Changes;
import vn.nhactruong.shared.NotAllowedException;
import vn.nhactruong.shared.NotVisibleException;
import vn.nhactruong.shared.RuleViolation;

/**
 * The attachments of all modules' things; the only writer of them. Works in the
 * transaction of the caller: if that is rolled back, no file stays.
 */
@Service
@Transactional
public class Files {

	private static final String SELECT = """
			select f.id, f.owner_id, f.name, f.size, f.media_type, f.uploaded_at, a.display_name
			from stored_file f join account a on a.id = f.uploaded_by
			where f.removed_at is null and f.owner_type = :type
			""";

	private final FileContents contents;

	private final FileInspector inspector;

	private final FileSettings settings;

	// Asked late: the owners' own façades call this one.
	private final ObjectProvider<FileOwner> owners;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Files(FileContents contents, FileInspector inspector, FileSettings settings, ObjectProvider<FileOwner> owners,
			JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.contents = contents;
		this.inspector = inspector;
		this.settings = settings;
		this.owners = owners;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Adds files to a thing that the caller has let the viewer change.
	 * @param files as sent; a field left empty sends one without a name, which is skipped
	 * @param field the form's field, at which a refusal is shown
	 * @throws RuleViolation when a file is empty, too large, of a kind that isn't
	 * accepted or not what its name says, or when there would be too many
	 */
	public void attach(String ownerType, long ownerId, List<MultipartFile> files, String field, Viewer viewer) {
		owner(ownerType);
		List<MultipartFile> sent = chosen(files);
		if (!sent.isEmpty()) {
			requireRoom(ownerType, ownerId, sent.size(), field);
			sent.forEach((file) -> attach(ownerType, ownerId, file, field, viewer));
		}
	}

	/**
	 * Adds files that another thing carries, without their being sent again; that one
	 * keeps them. The caller has let the viewer read the one and change the other.
	 * @param field the form's field, at which a refusal is shown
	 * @throws RuleViolation when there would be too many
	 */
	public void attachAgain(String ownerType, long ownerId, List<FileRow> files, String field, Viewer viewer) {
		String url = owner(ownerType).url(ownerId);
		if (files.isEmpty()) {
			return;
		}
		requireRoom(ownerType, ownerId, files.size(), field);
		for (FileRow file : files) {
			this.jdbc.sql("""
					insert into stored_file (owner_type, owner_id, name, size, media_type, sha256, content, uploaded_at,
					    uploaded_by, organization_id)
					select ?, ?, name, size, media_type, sha256, content, ?, ?, ?
					from stored_file where id = ? and removed_at is null returning id, sha256
					""")
				.params(ownerType, ownerId, Timestamp.from(this.clock.instant()), viewer.accountId(), viewer.unitId(),
						file.id())
				.query((RowCallbackHandler) (row) -> audit(viewer, "file.audit.attached", row.getLong(1), file.name(),
						new Changes().field("file.name", null, file.name())
							.field("file.owner", null, url)
							.field("file.sha256", null, row.getString(2))));
		}
	}

	/** One at a time counts and adds. */
	private void requireRoom(String ownerType, long ownerId, int more, String field) {
		this.jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
			.param("stored_file " + ownerType + " " + ownerId)
			.query((row) -> {
			});
		if (count(ownerType, ownerId) + more > this.settings.maxCount()) {
			throw RuleViolation.at(field, "file.error.tooMany", this.settings.maxCount());
		}
	}

	/**
	 * Looks at files as {@link #attach} does, and keeps nothing.
	 * @throws RuleViolation at the field, for the first one that wouldn't be taken
	 */
	public void check(List<MultipartFile> files, String field) {
		List<MultipartFile> sent = chosen(files);
		if (sent.size() > this.settings.maxCount()) {
			throw RuleViolation.at(field, "file.error.tooMany", this.settings.maxCount());
		}
		for (MultipartFile file : sent) {
			FileName name = named(file, field);
			try (FileContents.Staged staged = this.contents.stage(file)) {
				require(this.inspector.inspect(staged.path(), name.extension()), name, field);
			}
		}
	}

	/**
	 * Takes a file off its thing; row and content stay for the record.
	 * @return the page of the thing
	 * @throws NotVisibleException when the viewer may not see the thing
	 * @throws NotAllowedException when the viewer may see but not change the thing
	 */
	public String remove(long fileId, Viewer viewer) {
		StoredFile file = visible(fileId, viewer);
		FileOwner owner = owner(file.ownerType());
		if (!owner.mayChange(viewer, file.ownerId())) {
			throw new NotAllowedException("remove file");
		}
		int removed = this.jdbc
			.sql("update stored_file set removed_at = ?, removed_by = ? where id = ? and removed_at is null")
			.params(Timestamp.from(this.clock.instant()), viewer.accountId(), fileId)
			.update();
		if (removed == 0) {
			throw new NotVisibleException("file", fileId);
		}
		audit(viewer, "file.audit.removed", fileId, file.name(), new Changes().field("file.name", file.name(), null)
			.field("file.owner", owner.url(file.ownerId()), null));
		return owner.url(file.ownerId());
	}

	/** The files of one thing in the order they came; unguarded. */
	@Transactional(readOnly = true)
	public List<FileRow> of(String ownerType, long ownerId) {
		return of(ownerType, Set.of(ownerId)).getOrDefault(ownerId, List.of());
	}

	/**
	 * The files of several things, with one statement; things without any are missing in
	 * the map. Unguarded.
	 */
	@Transactional(readOnly = true)
	public Map<Long, List<FileRow>> of(String ownerType, Collection<Long> ownerIds) {
		if (ownerIds.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql(SELECT + " and f.owner_id = any(:owners) order by f.id")
			.param("type", ownerType)
			.param("owners", ownerIds.toArray(Long[]::new))
			.query((row, number) -> Map.entry(row.getLong("owner_id"), row(row)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	@Transactional(readOnly = true)
	public int count(String ownerType, long ownerId) {
		return this.jdbc
			.sql("select count(*) from stored_file where removed_at is null and owner_type = ? and owner_id = ?")
			.params(ownerType, ownerId)
			.query(Integer.class)
			.single();
	}

	/**
	 * The file, if the viewer may see what it belongs to.
	 * @throws NotVisibleException otherwise, whether it exists or not
	 */
	@Transactional(readOnly = true)
	StoredFile visible(long fileId, Viewer viewer) {
		return this.jdbc
			.sql("select owner_type, owner_id, name, media_type, content from stored_file"
					+ " where id = ? and removed_at is null")
			.param(fileId)
			.query((row, number) -> new StoredFile(row.getString("owner_type"), row.getLong("owner_id"),
					row.getString("name"), row.getString("media_type"), row.getObject("content", UUID.class)))
			.optional()
			.filter((file) -> viewer != null && owner(file.ownerType()).mayRead(viewer, file.ownerId()))
			.orElseThrow(() -> new NotVisibleException("file", fileId));
	}

	private void attach(String ownerType, long ownerId, MultipartFile sent, String field, Viewer viewer) {
		FileName name = named(sent, field);
		try (FileContents.Staged staged = this.contents.stage(sent)) {
			FileType type = this.inspector.inspect(staged.path(), name.extension());
			require(type, name, field);
			UUID content = staged.keep();
			long id = this.jdbc.sql("""
					insert into stored_file (owner_type, owner_id, name, size, media_type, sha256, content, uploaded_at,
					    uploaded_by, organization_id)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
					""")
				.params(ownerType, ownerId, name.text(), staged.size(), type.mediaType(), staged.sha256(), content,
						Timestamp.from(this.clock.instant()), viewer.accountId(), viewer.unitId())
				.query(Long.class)
				.single();
			audit(viewer, "file.audit.attached", id, name.text(),
					new Changes().field("file.name", null, name.text())
						.field("file.owner", null, owner(ownerType).url(ownerId))
						.field("file.sha256", null, staged.sha256()));
		}
	}

	/** Its name, if it has one and is of a size that is taken. */
	private FileName named(MultipartFile sent, String field) {
		FileName name = FileName.of(sent.getOriginalFilename());
		if (name.isEmpty()) {
			throw RuleViolation.at(field, "file.error.noName");
		}
		if (sent.isEmpty()) {
			throw RuleViolation.at(field, "file.error.empty", name.text());
		}
		if (sent.getSize() > this.settings.maxSize().toBytes()) {
			throw RuleViolation.at(field, "file.error.tooLarge", name.text(), this.settings.maxSize().toMegabytes());
		}
		return name;
	}

	/** Refuses with the sentence that helps most. */
	private static void require(FileType type, FileName name, String field) {
		String extension = name.extension();
		if (type.isAccepted() && type.hasExtension(extension)) {
			return;
		}
		DefaultMessageSourceResolvable found = new DefaultMessageSourceResolvable("FileType." + type.name());
		switch (type) {
			case MACRO -> throw RuleViolation.at(field, "file.error.macro", name.text());
			case ENCRYPTED -> throw RuleViolation.at(field, "file.error.encrypted", name.text());
			case DAMAGED -> throw RuleViolation.at(field, "file.error.damaged", name.text());
			default -> {
			}
		}
		if (FileType.acceptsExtension(extension)) {
			throw RuleViolation.at(field, "file.error.mismatch", name.text(), extension, found);
		}
		if (type.isAccepted()) {
			throw extension.isEmpty()
					? RuleViolation.at(field, "file.error.noExtension", name.text(), found, type.extension())
					: RuleViolation.at(field, "file.error.extension", name.text(), extension);
		}
		throw RuleViolation.at(field, "file.error.kind", name.text(), found);
	}

	private FileOwner owner(String type) {
		return this.owners.stream()
			.filter((owner) -> Objects.equals(owner.type(), type))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No FileOwner of type " + type));
	}

	private static List<MultipartFile> chosen(List<MultipartFile> files) {
		return (files != null) ? files.stream().filter(Files::isChosen).toList() : List.of();
	}

	/** Whether a file was chosen at all; a browser sends an empty part otherwise. */
	public static boolean isChosen(MultipartFile file) {
		return file != null && !(file.isEmpty() && Objects.toString(file.getOriginalFilename(), "").isEmpty());
	}

	private static FileRow row(ResultSet row) throws SQLException {
		return new FileRow(row.getLong("id"), row.getString("name"), row.getLong("size"), row.getString("media_type"),
				row.getTimestamp("uploaded_at").toInstant(), row.getString("display_name"));
	}

	private void audit(Viewer viewer, String action, long id, String name, Changes changes) {
		this.events.publishEvent(new AuditedAct(viewer, action, "file", id, name, changes.list()));
	}

	/** What a download needs. */
	record StoredFile(String ownerType, long ownerId, String name, String mediaType, UUID content) {
	}

}
