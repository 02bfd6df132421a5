/** The pages on which the office writes assessment, discussion and clauses. */
package vn.nhactruong.conclusion.writing;
