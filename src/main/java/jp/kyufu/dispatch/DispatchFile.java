package jp.kyufu.dispatch;

import java.time.LocalDate;
import java.util.Optional;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Rail;

/**
 * A transfer or point file as it stands, without its bytes.
 *
 * @param payDate empty on the point rail
 * @param sum yen or points
 * @param sha256 of the bytes, in hexadecimal
 * @param digest over payments, amounts, fingerprints and payees, in hexadecimal
 * @param releasedOn the day in Japan
 */
public record DispatchFile(
        int fileNo,
        short program,
        Rail rail,
        Optional<LocalDate> payDate,
        String name,
        FileState state,
        int count,
        long sum,
        String sha256,
        String digest,
        String builtBy,
        Optional<String> submittedBy,
        Optional<String> approvedBy,
        Optional<String> releasedBy,
        Optional<LocalDate> releasedOn) {

    /** Whether a person built or submitted it. */
    public boolean isMaker(String person) {
        return builtBy.equals(person) || submittedBy.filter(person::equals).isPresent();
    }
}
