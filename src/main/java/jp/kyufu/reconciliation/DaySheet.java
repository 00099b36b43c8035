package jp.kyufu.reconciliation;

import java.time.LocalDate;
import java.util.List;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Rail;
import org.jspecify.annotations.Nullable;

/**
 * 日計表: the books of one program on a closed day.
 *
 * @param closedOn the last business day it covers
 * @param since the day closed before; null: this is the first close
 * @param digest in hex, over the previous one and every line
 */
public record DaySheet(
        String program,
        LocalDate closedOn,
        @Nullable LocalDate since,
        String person,
        String previous,
        String digest,
        List<Line> lines,
        List<Recovery> recoveries) {

    /** Payments, residents, and yen or points. */
    public record Figures(long count, long residents, long sum) {}

    /**
     * One state on one rail; {@code closing} is {@code opening} and {@code in} less {@code out}.
     */
    public record Line(
            Rail rail,
            PaymentState state,
            Figures opening,
            Figures in,
            Figures out,
            Figures closing) {}

    /**
     * What is to come back from residents on one rail; {@code closing} is {@code opening} and
     * {@code opened} less the others.
     *
     * @param paid paid back, less given back
     * @param ended withdrawn and lapsed
     */
    public record Recovery(
            Rail rail,
            long opening,
            long opened,
            long paid,
            long writtenOff,
            long ended,
            long closing) {}

    public DaySheet {
        lines = List.copyOf(lines);
        recoveries = List.copyOf(recoveries);
    }
}
