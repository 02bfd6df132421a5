package vn.nhactruong.conclusion;

import java.time.LocalDate;

/**
 * What makes an approved conclusion a notice.
 *
 * @param signerTitle such as "TL. BỘ TRƯỞNG, CHÁNH VĂN PHÒNG"
 */
public record IssuePlan(int number, LocalDate issuedOn, String signerTitle, String signerName) {
}
