package jp.kyufu.cli;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import jp.kyufu.access.People;
import jp.kyufu.dispatch.Alarms;
import jp.kyufu.export.Report;
import jp.kyufu.inquiry.Inquiry;
import jp.kyufu.inquiry.Story;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kyufu status}: totals of the program, or one application's whole story. */
@Command(name = "status")
final class StatusCommand extends SessionCommand {

    @Parameters(arity = "0..1", paramLabel = "RECEIPT_NO", descriptionKey = "receipt")
    @Nullable String receiptNo;

    @Option(names = "--as", paramLabel = "PERSON", descriptionKey = "as")
    String as = Session.OPERATOR;

    @Option(names = "--protected", paramLabel = "REASON", descriptionKey = "protected")
    @Nullable String whyProtected;

    @Override
    int run(Session session) {
        if (receiptNo == null) {
            session.get(People.class).requireLists(as, session.today());
            Map<String, Object> report = session.get(Report.class).of(session.program());
            if (session.json()) {
                session.json(report);
            } else {
                print(session, report);
                AlarmsCommand.print(session, session.get(Alarms.class).of(session.program()));
            }
            return 0;
        }
        List<Story> stories = stories(session, receiptNo, as, whyProtected);
        if (session.json()) {
            session.json(stories);
        } else {
            stories.forEach(story -> print(session, story));
        }
        return 0;
    }

    static List<Story> stories(
            Session session, String receiptNo, String as, @Nullable String whyProtected) {
        Inquiry inquiry = session.get(Inquiry.class);
        return whyProtected == null
                ? inquiry.stories(session.program(), receiptNo)
                : inquiry.wholeStories(session.program(), receiptNo, as, whyProtected);
    }

    static void print(Session session, Map<String, Object> report) {
        report.forEach((key, value) -> {
            if (value instanceof Map<?, ?> part) {
                session.line(key);
                part.forEach((name, figure) -> session.line("  " + name + "  " + figure));
            } else if (value instanceof List<?> rows) {
                session.line(key);
                rows.forEach(row -> session.line("  " + row));
            } else {
                session.line(key + "  " + value);
            }
        });
    }

    /** The day and the minute; the day alone of paper, which tells no hour. */
    private static String received(LocalDateTime at) {
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? at.toLocalDate().toString()
                : at.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ');
    }

    /** The story as people are told it: sentences alone, no code of ours (札幌 2020). */
    static void print(Session session, Story story) {
        session.say(
                "status.application",
                story.receiptNo(),
                channel(session, story.channel()),
                received(story.receivedAt()),
                story.file());
        session.say("status.state." + (story.state().isEmpty() ? "NONE" : story.state()));
        story.codes()
                .forEach(code -> session.line("  " + session.words().of(ReasonCode.valueOf(code))));
        if (story.householdNo() != null) {
            session.say(
                    "status.household", story.householdNo(), String.valueOf(story.residentNo()));
        }
        if (story.duplicateOf() != null) {
            session.say("status.duplicate", story.duplicateOf());
        }
        story.elsewhere()
                .forEach(one ->
                        session.say(
                                one.round() ? "status.elsewhere.round" : "status.elsewhere",
                                one.residentNo(),
                                one.program(),
                                session.words().of("cli.status.payment." + one.state()),
                                one.receiptNo(),
                                String.valueOf(one.applicant())));
        if (story.amount() != null && story.rail() != null) {
            session.say(
                    "status.amount." + story.rail(),
                    story.amount(),
                    String.valueOf(story.residents()));
        }
        story.movements()
                .forEach(move ->
                        session.say(
                                "status.movement",
                                move.paymentNo(),
                                move.attempt(),
                                move.at().toLocalDate(),
                                session.words().of("cli.status.payment." + move.state()),
                                move.amount(),
                                move.account() == null ? "" : "****" + move.account()));
        story.findings()
                .forEach(finding ->
                        session.say(
                                "status.finding." + finding.state(),
                                session.words().of(ReasonCode.valueOf(finding.code()))));
    }

    /** How an application came, in words; a channel of a city's own has its own name. */
    private static String channel(Session session, String channel) {
        return switch (channel) {
            case "ONLINE", "PAPER" -> session.words().of("cli.status.channel." + channel);
            default -> channel;
        };
    }
}
