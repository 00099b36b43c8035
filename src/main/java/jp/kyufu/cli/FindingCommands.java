package jp.kyufu.cli;

import java.util.List;
import java.util.Optional;
import jp.kyufu.access.People;
import jp.kyufu.assessment.Findings;
import jp.kyufu.assessment.Findings.Finding;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kyufu findings}: what people must look at, and what they say of it. */
@Command(
        name = "findings",
        subcommands = {
            FindingCommands.ListOpen.class,
            FindingCommands.Show.class,
            FindingCommands.Resolve.class,
            FindingCommands.Reopen.class
        })
final class FindingCommands {

    @Command(name = "list")
    static final class ListOpen extends SessionCommand {

        @Option(names = "--reason", paramLabel = "CODE", descriptionKey = "code")
        @Nullable ReasonCode code;

        @Option(names = "--as", paramLabel = "PERSON", descriptionKey = "as")
        String as = Session.OPERATOR;

        @Override
        int run(Session session) {
            session.get(People.class).requireLists(as, session.today());
            List<Finding> findings =
                    session.get(Findings.class).open(session.program(), Optional.ofNullable(code));
            if (session.json()) {
                session.json(findings);
            } else {
                findings.forEach(finding -> session.line(line(session, finding)));
                session.say("findings.open", findings.size());
            }
            return 0;
        }
    }

    @Command(name = "show")
    static final class Show extends SessionCommand {

        @Parameters(paramLabel = "NO", descriptionKey = "finding")
        long findingNo;

        @Option(names = "--as", paramLabel = "PERSON", descriptionKey = "as")
        String as = Session.OPERATOR;

        @Option(names = "--protected", paramLabel = "REASON", descriptionKey = "protected")
        @Nullable String whyProtected;

        @Override
        int run(Session session) {
            session.get(People.class).requireLists(as, session.today());
            mustBeOfProgram(session, findingNo);
            Finding finding = session.get(Findings.class).get(findingNo);
            if (session.json()) {
                session.json(finding);
                return 0;
            }
            session.line(line(session, finding));
            if (finding.decision() != null) {
                session.say(
                        "findings.decided",
                        finding.decision(),
                        String.valueOf(finding.decidedBy()),
                        String.valueOf(finding.reason()));
            }
            session.get(Findings.class)
                    .candidates(findingNo)
                    .forEach(candidate ->
                            session.say(
                                    "findings.candidate",
                                    candidate.residentNo(),
                                    candidate.householdNo(),
                                    candidate.evidence()));
            if (finding.receiptNo() != null) {
                StatusCommand.stories(session, finding.receiptNo(), as, whyProtected)
                        .forEach(story -> StatusCommand.print(session, story));
            }
            return 0;
        }
    }

    @Command(name = "resolve")
    static final class Resolve extends SessionCommand {

        @Parameters(paramLabel = "NO", descriptionKey = "finding")
        long findingNo;

        @Option(
                names = "--decision",
                required = true,
                paramLabel = "CODE",
                descriptionKey = "decision")
        String decision = "";

        @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "reason")
        String reason = "";

        @Option(names = "--as", required = true, paramLabel = "PERSON", descriptionKey = "as")
        String as = "";

        @Override
        int run(Session session) {
            mustBeOfProgram(session, findingNo);
            session.get(Findings.class).resolve(findingNo, decision, reason, as);
            session.say("findings.resolved", findingNo, decision);
            return 0;
        }
    }

    @Command(name = "reopen")
    static final class Reopen extends SessionCommand {

        @Parameters(paramLabel = "NO", descriptionKey = "finding")
        long findingNo;

        @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "reason")
        String reason = "";

        @Option(names = "--as", required = true, paramLabel = "PERSON", descriptionKey = "as")
        String as = "";

        @Override
        int run(Session session) {
            mustBeOfProgram(session, findingNo);
            session.get(Findings.class).reopen(findingNo, reason, as);
            session.say("findings.reopened", String.valueOf(findingNo));
            return 0;
        }
    }

    private static void mustBeOfProgram(Session session, long findingNo) {
        session.named()
                .ifPresent(program -> session.get(Findings.class).mustBeOf(program, findingNo));
    }

    private static String line(Session session, Finding finding) {
        return "%6d  %-24s %s  %s%s%s"
                .formatted(
                        finding.findingNo(),
                        finding.code(),
                        finding.raisedOn(),
                        finding.receiptNo() == null ? "" : finding.receiptNo() + " ",
                        finding.paymentNo() == null ? "" : "#" + finding.paymentNo() + " ",
                        session.words().of(finding.code()));
    }
}
