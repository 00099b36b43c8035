package jp.kyufu.dispatch;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import jp.kyufu.value.Rail;

/**
 * What a build would take now, and what it would leave.
 *
 * @param at when it was counted, Asia/Tokyo
 * @param payDate of the transfers
 * @param totals what files would carry, by rail and bank, the largest first
 * @param held what the gate stops, by reason; a payment with two reasons is told under both
 */
public record Preview(
        LocalDateTime at,
        LocalDate payDate,
        Optional<Rail> rail,
        List<Total> totals,
        List<Held> held) {

    /**
     * Payments that go one way.
     *
     * @param to number of a bank; WALLET or CODE on points
     * @param name of the bank; empty on points
     * @param unreachable whose branch will not be there on the pay date: held at the build
     */
    public record Total(
            Rail rail, String to, String name, long payments, long amount, long unreachable) {}

    /** Payments stopped for a reason. */
    public record Held(Rail rail, String code, long payments, long amount) {}

    /** All that files of a rail would carry. */
    public Total of(Rail of) {
        List<Total> all = totals.stream().filter(total -> total.rail() == of).toList();
        return new Total(
                of,
                "",
                "",
                all.stream().mapToLong(Total::payments).sum(),
                all.stream().mapToLong(Total::amount).sum(),
                all.stream().mapToLong(Total::unreachable).sum());
    }

    /** Rails on which there is anything to pay. */
    public List<Rail> rails() {
        return totals.stream().map(Total::rail).distinct().sorted().toList();
    }
}
