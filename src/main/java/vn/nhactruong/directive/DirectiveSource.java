package vn.nhactruong.directive;

/** Where a directive comes from. */
enum DirectiveSource {

	/** A clause of a conference's conclusion. */
	CLAUSE

}
