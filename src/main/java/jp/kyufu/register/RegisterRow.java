package jp.kyufu.register;

import java.time.LocalDate;
import java.util.List;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/** What one row of an extract says. */
sealed interface RegisterRow {

    /**
     * A person. Texts are as written; whatever is compared later is a key of them.
     *
     * @param birthDate null where the register itself does not know it
     * @param leftReason null for who is on the register; then {@code leftOn} is null too
     * @param otherNames further names the person may use, each of another kind
     */
    record Resident(
            String residentNo,
            String householdNo,
            String name,
            String kana,
            @Nullable LocalDate birthDate,
            String sex,
            String relation,
            boolean head,
            String postalCode,
            String address,
            String building,
            boolean foreigner,
            LocalDate residentFrom,
            @Nullable LeftReason leftReason,
            @Nullable LocalDate leftOn,
            boolean isProtected,
            List<OtherName> otherNames)
            implements RegisterRow {

        /** 住所 and 方書 as people write them, in one. */
        String dwelling() {
            return building.isEmpty() ? address : address + " " + building;
        }
    }

    /**
     * A further name that the register certifies, in whole.
     *
     * @param kana its reading; may be empty
     */
    record OtherName(Kind kind, String name, String kana) {

        /** 旧氏 (an earlier surname, with the given name) and 通称 (of a foreign national). */
        enum Kind {
            FORMER_SURNAME,
            ALIAS
        }
    }

    /** A row that breaks rules of §9; only the reject remains of it. */
    record Rejected(List<Fault> faults) implements RegisterRow {}

    /** A broken rule, and the column where. */
    record Fault(ReasonCode code, RegisterColumn column) {}
}
