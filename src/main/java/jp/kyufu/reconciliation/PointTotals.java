package jp.kyufu.reconciliation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.program.Program;
import jp.kyufu.program.Programs;
import jp.kyufu.value.Check;
import jp.kyufu.value.Digits;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Limits;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in the point provider's totals (docs/formats/point-totals.md). Compared with the results by
 * a view: a difference is unexplained until the results or a newer total agree, or a person says
 * why.
 */
@Component
public class PointTotals {

    private static final ResourceBundle HEADERS =
            ResourceBundle.getBundle("jp.kyufu.reconciliation.point-total-columns");

    /** More digits than any city has grants or points. */
    private static final int DIGITS = 12;

    private enum Column {
        PROGRAM,
        DAY,
        GRANTED,
        POINTS,
        FAILED,
        EXPIRED
    }

    private final Limits limits;
    private final PointTotalStore store;
    private final Programs programs;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PointTotals(
            PointTotalStore store,
            Programs programs,
            People people,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock,
            Limits limits) {
        this.limits = limits;
        this.store = store;
        this.programs = programs;
        this.people = people;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Takes in a file of totals, whole.
     *
     * @param person of finance
     * @return what was taken and which days differ from the results
     * @throws Refusal for bytes received before, a file that is not of the form, and with every row
     *     that cannot be right: a program that is not open, a day in the future or twice, something
     *     else than a number
     */
    public PointTotalSummary importTotals(Path path, String person) {
        LocalDate today = LocalDate.now(clock);
        people.require(person, today, Role.FINANCE);
        AnswerFile answer = AnswerFile.read(path, limits);
        store.received(answer.sha256()).ifPresent(answer::refuse);
        List<PointTotal> totals = read(answer, today);
        return Check.present(
                transaction.execute(_ -> {
                    Optional<Integer> number = store.add(answer, person);
                    if (number.isEmpty()) {
                        store.received(answer.sha256()).ifPresent(answer::refuse);
                    }
                    int file = number.orElseThrow();
                    store.add(file, totals);
                    audit.record(
                            person,
                            "point-totals.import",
                            "point total file " + file,
                            Map.of("days", totals.size()));
                    return new PointTotalSummary(
                            file, answer.name(), totals.size(), store.differing(file));
                }));
    }

    private List<PointTotal> read(AnswerFile answer, LocalDate today) {
        var csv = new AnswerCsv<>(Column.class, column -> HEADERS.getString(column.name()));
        List<FileRefusal> wrong = new ArrayList<>();
        List<PointTotal> totals = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (var row : csv.read(answer.bytes(), answer.name())) {
            try {
                PointTotal total = total(row, answer.name(), today);
                if (!seen.add(total.program() + " " + total.day())) {
                    throw wrong(row, answer.name(), Column.DAY, "1");
                }
                totals.add(total);
            } catch (FileRefusal refusal) {
                wrong.add(refusal);
            }
        }
        if (!wrong.isEmpty()) {
            throw new Refusal(wrong, "reconciliation.totalErrors", answer.name(), wrong.size());
        }
        return totals;
    }

    private PointTotal total(AnswerCsv<Column>.Row row, String file, LocalDate today) {
        String code = row.get(Column.PROGRAM);
        List<Program> open = programs.all();
        Program program =
                open.stream()
                        .filter(p -> p.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> wrong(row, file, Column.PROGRAM, codes(open)));
        LocalDate day = PointResults.day(row.get(Column.DAY));
        if (day == null || day.isAfter(today)) {
            throw wrong(row, file, Column.DAY, "<= " + today);
        }
        return new PointTotal(
                program.id(),
                day,
                (int) number(row, file, Column.GRANTED, 9),
                number(row, file, Column.POINTS, DIGITS),
                (int) number(row, file, Column.FAILED, 9),
                (int) number(row, file, Column.EXPIRED, 9));
    }

    private static long number(AnswerCsv<Column>.Row row, String file, Column column, int digits) {
        String text = row.get(column);
        if (!Digits.isDigits(text, 1, digits)) {
            throw wrong(row, file, column, "0-9");
        }
        return Long.parseLong(text);
    }

    private static FileRefusal wrong(
            AnswerCsv<Column>.Row row, String file, Column column, String expected) {
        return new FileRefusal(
                "reconciliation.totalField",
                file,
                row.line(),
                HEADERS.getString(column.name()),
                row.get(column),
                expected);
    }

    private static String codes(List<Program> open) {
        return String.join(", ", open.stream().map(Program::code).toList());
    }
}
