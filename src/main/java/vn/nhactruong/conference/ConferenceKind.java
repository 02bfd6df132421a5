package vn.nhactruong.conference;

import vn.nhactruong.setting.RuleKey;

/** What sort of meeting this is; decides how long it may last (QĐ 45/2018/QĐ-TTg). */
public enum ConferenceKind {

	/** Hội nghị toàn quốc. */
	NATIONAL(RuleKey.DURATION_NATIONAL_CONFERENCE),

	/** Triển khai công tác. */
	DEPLOYMENT(RuleKey.DURATION_DEPLOYMENT),

	/** Tập huấn, bồi dưỡng nghiệp vụ. */
	TRAINING(RuleKey.DURATION_TRAINING),

	/** Sơ kết, tổng kết. */
	REVIEW(RuleKey.DURATION_REVIEW),

	/** Chuyên đề. */
	TOPICAL(RuleKey.DURATION_TOPICAL),

	/** Giao ban. */
	BRIEFING(RuleKey.DURATION_BRIEFING),

	/** Giải quyết công việc. */
	PROBLEM_SOLVING(RuleKey.DURATION_PROBLEM_SOLVING),

	/** Tham mưu, tư vấn. */
	ADVISORY(RuleKey.DURATION_ADVISORY),

	/** Điều phối, phối hợp. */
	COORDINATION(RuleKey.DURATION_COORDINATION);

	private final RuleKey longest;

	ConferenceKind(RuleKey longest) {
		this.longest = longest;
	}

	/** The rule that says how many half-days a meeting of this kind may last. */
	public RuleKey longest() {
		return this.longest;
	}

}
