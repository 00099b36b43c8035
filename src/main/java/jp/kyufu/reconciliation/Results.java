package jp.kyufu.reconciliation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.bank.ReturnFile;
import jp.kyufu.bank.ReturnLine;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.dispatch.FileOutcomes;
import jp.kyufu.payment.PaymentStore;
import jp.kyufu.payment.Posting;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.ResultStore.Applied;
import jp.kyufu.value.Check;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Limits;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.vault.Keys;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what bank and point provider answered. An answer may be partial, repeated, overlapping,
 * out of order or late; it is taken whole in one transaction, and the same bytes once.
 */
@Component
public class Results {

    private final ResultStore store;
    private final PaymentStore payments;
    private final FileOutcomes files;
    private final Keys keys;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Limits limits;

    Results(
            ResultStore store,
            PaymentStore payments,
            FileOutcomes files,
            Keys keys,
            People people,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock,
            Limits limits) {
        this.store = store;
        this.payments = payments;
        this.files = files;
        this.keys = keys;
        this.people = people;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Takes in a return file of the bank.
     *
     * @param person of finance
     * @throws Refusal for bytes received before, and as {@link ReturnFile#read} and for another
     *     consignor's file
     */
    public ResultSummary importTransfer(Program program, Path path, String person) {
        AnswerFile answer = begin(program, Rail.CASH, path, person);
        ReturnFile file = ReturnFile.read(answer.bytes(), answer.name());
        String consignor = program.terms().consignor().code();
        if (!file.consignorCode().equals(consignor)) {
            throw new FileRefusal(
                    "reconciliation.consignor",
                    answer.name(),
                    1,
                    "c5-14",
                    file.consignorCode(),
                    consignor);
        }
        List<ResultLine> lines =
                file.lines().stream().map(line -> transferLine(answer.bytes(), line)).toList();
        return take(program, Rail.CASH, answer, lines, person);
    }

    /**
     * Takes in the results of the point provider.
     *
     * @param person of finance
     * @throws Refusal for bytes received before and for a file that is not of the form (file
     *     contract §7)
     */
    public ResultSummary importPoints(Program program, Path path, String person) {
        AnswerFile answer = begin(program, Rail.POINTS, path, person);
        List<ResultLine> lines = PointResults.read(answer.bytes(), answer.name());
        return take(program, Rail.POINTS, answer, lines, person);
    }

    private AnswerFile begin(Program program, Rail rail, Path path, String person) {
        people.require(person, today(), Role.FINANCE);
        AnswerFile answer = AnswerFile.read(path, limits);
        mustBeNew(program, rail, answer);
        return answer;
    }

    private void mustBeNew(Program program, Rail rail, AnswerFile answer) {
        store.received(program, rail, answer.sha256()).ifPresent(answer::refuse);
    }

    private static ResultLine transferLine(byte[] file, ReturnLine line) {
        byte[] original = ReturnFile.original(file, line);
        return switch (line) {
            case ReturnLine.Read read -> {
                String code = String.valueOf(read.resultCode());
                yield new ResultLine(
                        read.lineNo(),
                        read.paymentNo(),
                        code,
                        Outcome.ofTransfer(code),
                        read.amount(),
                        read.bank().digits()
                                + read.branch().digits()
                                + read.depositType()
                                + read.account().digits(),
                        null,
                        original);
            }
            case ReturnLine.Unreadable unreadable ->
                    new ResultLine(
                            unreadable.lineNo(),
                            null,
                            "",
                            Optional.empty(),
                            null,
                            null,
                            null,
                            original);
        };
    }

    private ResultSummary take(
            Program program, Rail rail, AnswerFile answer, List<ResultLine> lines, String person) {
        return Check.present(
                transaction.execute(_ -> {
                    Optional<Integer> number =
                            store.add(program, rail, answer, person, lines.size());
                    if (number.isEmpty()) {
                        mustBeNew(program, rail, answer);
                    }
                    int file = number.orElseThrow();
                    int rounds = stage(lines);
                    for (int round = 1; round <= rounds; round++) {
                        store.classify(file, program, rail, round, today());
                        apply(program, file, store.applied(file, round), person);
                    }
                    store.raise(file);
                    files.settle(store.nothingOutstanding(file), today(), person, cause(file));
                    ResultSummary summary =
                            new ResultSummary(
                                    file, answer.name(), lines.size(), store.buckets(file));
                    audit.record(person, "results.import", cause(file), words(summary));
                    return summary;
                }));
    }

    /** Fingerprints and seals the lines on all cores; gives how many lines one payment has. */
    private int stage(List<ResultLine> lines) {
        byte[][] sealed =
                lines.parallelStream()
                        .map(line -> keys.vault().seal(line.original()))
                        .toArray(byte[][]::new);
        byte[][] fingerprints =
                lines.parallelStream().map(this::fingerprint).toArray(byte[][]::new);
        Map<Long, Integer> seen = new HashMap<>();
        CopyBuffer rows = new CopyBuffer();
        int rounds = 0;
        for (int i = 0; i < lines.size(); i++) {
            Long payment = lines.get(i).paymentNo();
            int round =
                    payment == null
                            ? 1
                            : Objects.requireNonNull(seen.merge(payment, 1, Integer::sum));
            rounds = Math.max(rounds, round);
            ResultStore.row(rows, lines.get(i), fingerprints[i], sealed[i], round);
        }
        store.stage(rows);
        return rounds;
    }

    private byte @Nullable [] fingerprint(ResultLine line) {
        String identity = line.identity();
        return identity == null ? null : keys.fingerprints().of(identity);
    }

    private void apply(Program program, int file, List<Applied> applied, String person) {
        int[] accepts =
                applied.stream()
                        .map(Applied::acceptsFile)
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .distinct()
                        .toArray();
        // A result is the evidence that its whole file was accepted.
        files.accept(accepts, today(), person, cause(file));
        Posting posting = new Posting(program.id(), today(), person, "RESULT", "", cause(file));
        payments.post(posting, numbers(applied, true), PaymentState.SETTLED, PaymentState.ACCEPTED);
        payments.post(
                posting,
                numbers(applied, false),
                PaymentState.RETURNED,
                PaymentState.ACCEPTED,
                PaymentState.SETTLED);
    }

    private static long[] numbers(List<Applied> applied, boolean credited) {
        return applied.stream()
                .filter(a -> a.credited() == credited)
                .mapToLong(Applied::paymentNo)
                .toArray();
    }

    private static Map<String, Integer> words(ResultSummary summary) {
        Map<String, Integer> words = new HashMap<>();
        summary.buckets().forEach((bucket, lines) -> words.put(bucket.name(), lines));
        return words;
    }

    private static String cause(int file) {
        return "result file " + file;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
