/**
 * How proposals become one program: accepted, returned, merged, with warnings.
 */
package vn.nhactruong.workprogram.consolidation;
