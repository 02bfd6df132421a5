package vn.nhactruong.conclusion;

import java.time.LocalDate;
import java.util.List;

import vn.nhactruong.organization.OrganizationKind;

/**
 * A clause of an issued conclusion, as a directive quotes it.
 *
 * @param label its number within the conclusion, such as {@code 2.1}
 * @param leadIds single lead units
 * @param leadKinds whole kinds of units that lead, such as all Sở Tư pháp
 * @param deadline {@code null} when there is none
 * @param deliverable {@code null} when none was named
 * @param noTask marked as giving nobody a task
 * @param noticeNumber such as {@code 21/TB-BTP}; {@code null} for what was taken over
 * without a number
 * @param noticeDate the notice's date, {@code null} together with its number
 */
public record IssuedClause(long id, long conferenceId, String conferenceCode, String conferenceTitle, String label,
		String content, List<Long> leadIds, List<OrganizationKind> leadKinds, List<Long> coordinatingIds,
		List<OrganizationKind> coordinatingKinds, LocalDate deadline, String deliverable, boolean noTask,
		String noticeNumber, LocalDate noticeDate) {
}
