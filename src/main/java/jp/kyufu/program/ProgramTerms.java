package jp.kyufu.program;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kyufu.value.BankProfile;
import jp.kyufu.value.Consignor;
import jp.kyufu.value.Rail;

/**
 * What a program promises, as its file says it (file contract §11).
 *
 * @param code short name in file names and commands: letters, digits, hyphen and underscore
 * @param referenceDate residents on the register on this day are entitled
 * @param rates what each entitled resident is paid on each rail; 0 where the rail is not offered
 * @param points present whenever the points rail is offered
 * @param householdCap the most that one household may be paid on each rail; {@link
 *     Amounts#UNLIMITED} without a cap
 * @param today the day on which a training database stands; empty in earnest
 * @param excludes codes of programs: who is live or paid in one of them is not payable here, and
 *     the other way round
 * @param continues code of the program of which this one is the next round: who was paid in that or
 *     in one before it is not paid again, under whatever head
 */
public record ProgramTerms(
        String code,
        String name,
        LocalDate referenceDate,
        Window window,
        Amounts rates,
        Optional<Points> points,
        Amounts householdCap,
        List<BudgetLine> budget,
        Consignor consignor,
        BankProfile bankProfile,
        Optional<LocalDate> today,
        List<String> excludes,
        Optional<String> continues) {

    public ProgramTerms {
        budget = List.copyOf(budget);
        excludes = List.copyOf(excludes);
    }

    /** Codes of the programs that these terms name. */
    List<String> others() {
        return Stream.concat(excludes.stream(), continues.stream()).toList();
    }

    /** The days on which applications are received, both ends included, in Asia/Tokyo. */
    public record Window(LocalDate from, LocalDate to) {

        public boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** Yen and points, never added to each other. */
    public record Amounts(long cash, long points) {

        /** In place of a cap: there is none. */
        public static final long UNLIMITED = Long.MAX_VALUE;

        public long of(Rail rail) {
            return switch (rail) {
                case CASH -> cash;
                case POINTS -> points;
            };
        }
    }

    /** The digital currency of the points rail and the last day on which points can be spent. */
    public record Points(String currency, LocalDate expires) {}

    /** What one funding source gives to each rail. */
    public record BudgetLine(String source, Amounts amounts) {}

    /** Whether a resident can be paid over this rail at all. */
    public boolean offers(Rail rail) {
        return rates.of(rail) > 0;
    }

    /** The budget of a rail over all funding sources. */
    public long budget(Rail rail) {
        return budget.stream().mapToLong(line -> line.amounts().of(rail)).sum();
    }

    /**
     * How an amount falls on the funding sources of a rail, in their order: by their shares of its
     * budget, what is left over by the largest remainder (as view {@code subsidy} does).
     */
    public List<Long> shares(Rail rail, long amount) {
        BigInteger whole = BigInteger.valueOf(budget(rail));
        List<Long> shares = new ArrayList<>();
        List<BigInteger> rests = new ArrayList<>();
        for (BudgetLine line : budget) {
            BigInteger[] part =
                    whole.signum() == 0
                            ? new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO}
                            : BigInteger.valueOf(amount)
                                    .multiply(BigInteger.valueOf(line.amounts().of(rail)))
                                    .divideAndRemainder(whole);
            shares.add(part[0].longValueExact());
            rests.add(part[1]);
        }
        long left = whole.signum() == 0 ? 0 : amount - shares.stream().mapToLong(s -> s).sum();
        IntStream.range(0, budget.size())
                .boxed()
                .sorted(Comparator.comparing(rests::get).reversed())
                .limit(left)
                .forEach(line -> shares.set(line, shares.get(line) + 1));
        return shares;
    }

    /** The household cap of a rail; {@link Amounts#UNLIMITED} where the program has none. */
    public long cap(Rail rail) {
        return householdCap.of(rail);
    }
}
