package jp.kyufu.cli;

import java.time.LocalDate;
import java.util.Optional;
import jp.kyufu.reconciliation.DayClose;
import jp.kyufu.reconciliation.DaySheet;
import jp.kyufu.reconciliation.DaySheet.Figures;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kyufu close}: closes a day and prints its sheet (日計表). */
@Command(name = "close")
final class CloseCommand extends SessionCommand {

    @Option(names = "--date", paramLabel = "yyyy-MM-dd", descriptionKey = "close.date")
    @Nullable LocalDate date;

    @Option(names = "--as", required = true, paramLabel = "PERSON", descriptionKey = "as")
    String as = "";

    @Override
    int run(Session session) {
        DaySheet sheet =
                session.get(DayClose.class).close(session.program(), Optional.ofNullable(date), as);
        answer(session, sheet);
        return 0;
    }

    static void answer(Session session, DaySheet sheet) {
        if (session.json()) {
            session.json(sheet);
        } else {
            print(session, sheet);
        }
    }

    static void print(Session session, DaySheet sheet) {
        session.say(
                "day.head",
                sheet.program(),
                sheet.closedOn(),
                sheet.since() == null ? "-" : sheet.since(),
                sheet.person());
        session.say("day.columns");
        for (DaySheet.Line line : sheet.lines()) {
            session.line(
                    "  %-6s %-9s %s %s %s %s"
                            .formatted(
                                    line.rail(),
                                    line.state(),
                                    words(line.opening()),
                                    words(line.in()),
                                    words(line.out()),
                                    words(line.closing())));
        }
        for (DaySheet.Recovery recovery : sheet.recoveries()) {
            session.say(
                    "day.recovery",
                    recovery.rail(),
                    recovery.opening(),
                    recovery.opened(),
                    recovery.paid(),
                    recovery.writtenOff(),
                    recovery.ended(),
                    recovery.closing());
        }
        session.say("day.digest", sheet.digest());
    }

    private static String words(Figures figures) {
        return "%,9d %,9d %,15d".formatted(figures.count(), figures.residents(), figures.sum());
    }
}
