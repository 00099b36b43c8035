package jp.kyufu.assessment;

import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.kyufu.database.CopyRow;
import jp.kyufu.value.ApplicationState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/** A row of {@code applications.sql}, its form still sealed. */
record ApplicationRow(
        @Nullable String householdNo,
        long applicationId,
        LocalDateTime receivedAt,
        String receiptNo,
        @Nullable String residentNo,
        Set<ReasonCode> codes,
        @Nullable Rail rail,
        byte[] sealed,
        @Nullable Outcome earlier,
        boolean inFile,
        boolean hasAccount) {

    static ApplicationRow of(CopyRow row) {
        Set<ReasonCode> codes = codes(row.textArray(6));
        String matchCode = row.nullableText(5);
        if (matchCode != null) {
            codes.add(ReasonCode.valueOf(matchCode));
        }
        return new ApplicationRow(
                row.nullableText(0),
                row.int8(1),
                Objects.requireNonNull(row.timestamp(2)),
                row.text(3),
                row.nullableText(4),
                codes,
                rail(row.nullableText(7)),
                row.bytes(8),
                row.isNull(9) ? null : earlier(row),
                row.bool(18),
                row.bool(19));
    }

    private static Outcome earlier(CopyRow row) {
        return new Outcome(
                row.int8(1),
                ApplicationState.valueOf(row.text(9)),
                codes(row.textArray(10)),
                rail(row.nullableText(11)),
                row.nullableInt8(12),
                row.isNull(13) ? 0 : row.int2(13),
                row.isNull(14) ? null : row.textArray(14),
                row.textArray(15),
                row.textArray(16),
                row.nullableInt8(17),
                null);
    }

    private static Set<ReasonCode> codes(List<String> names) {
        Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
        names.forEach(name -> codes.add(ReasonCode.valueOf(name)));
        return codes;
    }

    private static @Nullable Rail rail(@Nullable String name) {
        return name == null ? null : Rail.valueOf(name);
    }
}
