package vn.nhactruong.directive.origin;

import java.util.Optional;

import org.springframework.modulith.NamedInterface;

import vn.nhactruong.account.Viewer;

/**
 * Knows the items of a work program from which directives are given; implemented by the
 * module that keeps them. The form opens at
 * {@code /directives/new?origin=WORK_ITEM&originId=…}.
 */
@NamedInterface("origin")
public interface DirectiveOrigins {

	/** What the item says; empty when there is none or the viewer may not see it. */
	Optional<OriginItem> find(long itemId, Viewer viewer);

}
