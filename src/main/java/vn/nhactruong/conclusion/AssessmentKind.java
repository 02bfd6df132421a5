package vn.nhactruong.conclusion;

/** On which side of the assessment an item stands. */
public enum AssessmentKind {

	/** Kết quả đạt được. */
	ACHIEVEMENT,

	/** Hạn chế, tồn tại. */
	LIMITATION

}
