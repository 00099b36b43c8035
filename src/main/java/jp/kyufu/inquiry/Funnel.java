package jp.kyufu.inquiry;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import jp.kyufu.value.ApplicationState;
import jp.kyufu.value.PaymentState;

/**
 * Where a program stands, in figures: from the residents entitled to those paid.
 *
 * @param entitled residents
 * @param findings open ones
 */
public record Funnel(
        long entitled, long findings, List<Applications> applications, List<Payments> payments) {

    /**
     * Applications that came on a day by a channel and are in a state.
     *
     * @param state of {@link ApplicationState}; empty before the first assessment
     */
    public record Applications(LocalDate day, String channel, String state, long count) {}

    /**
     * Payments on a rail in a state.
     *
     * @param amount yen or points
     */
    public record Payments(String rail, String state, long count, long residents, long amount) {}

    /** All applications. */
    public long applied() {
        return count(_ -> true);
    }

    /** Those in a state; {@code ""} before the first assessment. */
    public long in(String state) {
        return count(row -> row.state().equals(state));
    }

    /** Those of a channel in a state; every state where none is named. */
    public long of(String channel, String state) {
        return count(row ->
                row.channel().equals(channel) && (state.isEmpty() || row.state().equals(state)));
    }

    /** Those of a channel that no assessment has seen. */
    public long waiting(String channel) {
        return count(row -> row.channel().equals(channel) && row.state().isEmpty());
    }

    public List<String> channels() {
        return applications.stream().map(Applications::channel).distinct().sorted().toList();
    }

    /**
     * What came on a day.
     *
     * @param ofChannels in the order of {@link #channels}
     */
    public record Day(LocalDate day, List<Long> ofChannels, long all) {}

    /** Days on which something came, in order. */
    public List<Day> byDay() {
        List<String> channels = channels();
        SortedMap<LocalDate, long[]> counts = new TreeMap<>();
        applications.forEach(row ->
                counts.computeIfAbsent(row.day(), _ -> new long[channels.size()])[
                                channels.indexOf(row.channel())] +=
                        row.count());
        return counts.entrySet().stream()
                .map(day ->
                        new Day(
                                day.getKey(),
                                Arrays.stream(day.getValue()).boxed().toList(),
                                Arrays.stream(day.getValue()).sum()))
                .toList();
    }

    /** Residents whose money or points have left or arrived. */
    public long paidResidents() {
        return payments.stream()
                .filter(row ->
                        switch (PaymentState.valueOf(row.state())) {
                            case RELEASED, ACCEPTED, SETTLED -> true;
                            case PLANNED, IN_FILE, RETURNED, CANCELLED -> false;
                        })
                .mapToLong(Payments::residents)
                .sum();
    }

    private long count(Predicate<Applications> which) {
        return applications.stream().filter(which).mapToLong(Applications::count).sum();
    }
}
