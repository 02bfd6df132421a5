/**
 * The conclusion as people read it: its page beside the conference, the issue of the
 * notice and the paper.
 */
package vn.nhactruong.conclusion.notice;
