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
        Set<ReasonCode> codes = codes(row.textArray(5));
        String matchCode = row.nullableText(4);
        if (matchCode != null) {
            codes.add(ReasonCode.valueOf(matchCode));
        }
        return new ApplicationRow(
                row.int8(0),
                Objects.requireNonNull(row.timestamp(1)),
                row.text(2),
                row.nullableText(3),
                codes,
                rail(row.nullableText(6)),
                row.bytes(7),
                row.isNull(8) ? null : earlier(row),
                row.bool(17),
                row.bool(18));
    }

    private static Outcome earlier(CopyRow row) {
        return new Outcome(
                row.int8(0),
                ApplicationState.valueOf(row.text(8)),
                codes(row.textArray(9)),
                rail(row.nullableText(10)),
                row.nullableInt8(11),
                row.isNull(12) ? 0 : row.int2(12),
                row.isNull(13) ? null : row.textArray(13),
                row.textArray(14),
                row.textArray(15),
                row.nullableInt8(16),
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
