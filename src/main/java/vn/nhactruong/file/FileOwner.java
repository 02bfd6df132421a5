package vn.nhactruong.file;

import vn.nhactruong.account.Viewer;

/**
 * A kind of thing that carries attachments; each module implements it for its own. A file
 * has no rule of its own: who sees the thing sees its files.
 */
public interface FileOwner {

	/** The name under which the files are kept, such as {@code agenda-item}; for good. */
	String type();

	/** Whether the thing exists for the viewer. */
	boolean mayRead(Viewer viewer, long ownerId);

	/** Whether the viewer may add and remove files now; asked after {@code mayRead}. */
	boolean mayChange(Viewer viewer, long ownerId);

	/** The page on which the files are listed. */
	String url(long ownerId);

}
