package vn.nhactruong.organization;

import java.util.List;

/** A province as its page shows it, with the units that lie in it. */
record ProvincePage(Province province, boolean valid, List<Province> successors, List<Province> predecessors,
		List<Unit> units) {
}
