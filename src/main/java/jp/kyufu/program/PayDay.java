package jp.kyufu.program;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kyufu.value.BankProfile;
import jp.kyufu.value.Refusal;

/**
 * A day on which transfers could be paid, as a calendar shows it.
 *
 * @param isFirst the first that is still feasible
 * @param handOver until when a file must be handed over, Asia/Tokyo
 * @param obstacle why it is no pay date; empty: it is one
 */
public record PayDay(
        LocalDate day, boolean isFirst, LocalDateTime handOver, Optional<Refusal> obstacle) {

    /** From today to the bank's horizon and some days beyond. */
    public static List<PayDay> ahead(LocalDateTime now, BankProfile profile, int days) {
        List<PayDay> ahead = new ArrayList<>();
        boolean found = false;
        for (int i = 0; i < days; i++) {
            LocalDate day = now.toLocalDate().plusDays(i);
            Optional<Refusal> obstacle = obstacle(day, now, profile);
            boolean isFirst = obstacle.isEmpty() && !found;
            found |= isFirst;
            ahead.add(new PayDay(day, isFirst, PayDates.lastHandOver(day, profile), obstacle));
        }
        return ahead;
    }

    private static Optional<Refusal> obstacle(
            LocalDate day, LocalDateTime now, BankProfile profile) {
        try {
            PayDates.check(day, now, profile);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    public boolean isFeasible() {
        return obstacle.isEmpty();
    }
}
