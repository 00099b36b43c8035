package jp.kyufu.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import jp.kyufu.cli.FileCommands.ActOnOne;
import jp.kyufu.cli.FileCommands.ActWithReason;
import jp.kyufu.dispatch.Alarms;
import jp.kyufu.dispatch.DispatchFiles;
import jp.kyufu.dispatch.Evidence;
import jp.kyufu.dispatch.FileDoubts;
import jp.kyufu.dispatch.FileStory;
import jp.kyufu.dispatch.Sendings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kyufu files} after release: doubts and their evidence, sendings, what happened. */
final class ReleaseCommands {

    private ReleaseCommands() {}

    /** What shows what became of something. */
    static final class EvidenceOptions {

        @Option(
                names = "--evidence",
                required = true,
                paramLabel = "TEXT",
                descriptionKey = "evidence")
        String document = "";

        @Option(names = "--who", required = true, paramLabel = "TEXT", descriptionKey = "told-by")
        String toldBy = "";

        @Option(names = "--when", paramLabel = "yyyy-MM-dd", descriptionKey = "dated")
        @Nullable LocalDate dated;

        Evidence on(LocalDate today) {
            return new Evidence(document, toldBy, dated == null ? today : dated);
        }
    }

    /** Begins a doubt: what is known of it is its reason. */
    abstract static class Doubt extends ActOnOne {

        @Option(
                names = {"--reason", "--evidence"},
                required = true,
                paramLabel = "TEXT",
                descriptionKey = "reason")
        String reason = "";
    }

    /** Ends a doubt by what shows what became of the file. */
    abstract static class WayOut extends ActOnOne {

        @Mixin EvidenceOptions evidence = new EvidenceOptions();
    }

    @Command(name = "unknown")
    static final class Unknown extends Doubt {

        @Override
        int act(Session session) {
            session.get(FileDoubts.class).unknown(file, reason, as);
            session.say("files.unknown", file);
            return 0;
        }
    }

    @Command(name = "cancel-request")
    static final class CancelRequest extends Doubt {

        @Override
        int act(Session session) {
            session.get(FileDoubts.class).cancelRequested(file, reason, as);
            session.say("files.cancelRequested", file);
            return 0;
        }
    }

    @Command(name = "executed")
    static final class Executed extends WayOut {

        @Override
        int act(Session session) {
            session.get(FileDoubts.class).executed(file, evidence.on(session.today()), as);
            session.say("files.accepted", file);
            return 0;
        }
    }

    @Command(name = "never-received")
    static final class NeverReceived extends WayOut {

        @Override
        int act(Session session) {
            session.get(FileDoubts.class).neverReceived(file, evidence.on(session.today()), as);
            session.say("files.neverReceived", file);
            return 0;
        }
    }

    @Command(name = "cancelled")
    static final class Cancelled extends WayOut {

        @Override
        int act(Session session) {
            session.get(FileDoubts.class).cancelledByBank(file, evidence.on(session.today()), as);
            session.say("files.cancelled", file);
            return 0;
        }
    }

    @Command(name = "sent")
    static final class Sent extends ActOnOne {

        @Option(names = "--how", required = true, paramLabel = "TEXT", descriptionKey = "sent.how")
        String how = "";

        @Option(names = "--to", required = true, paramLabel = "TEXT", descriptionKey = "sent.to")
        String to = "";

        @Override
        int act(Session session) {
            session.get(Sendings.class).sent(file, how, to, as);
            session.say("files.sent", file);
            return 0;
        }
    }

    @Command(name = "resend-request")
    static final class ResendRequest extends ActWithReason {

        @Override
        int act(Session session) {
            session.say(
                    "files.resendAsked",
                    file,
                    session.get(Sendings.class).askToResend(file, reason, as));
            return 0;
        }
    }

    @Command(name = "resend")
    static final class Resend extends ActOnOne {

        @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "out.dir")
        Path out = Path.of("");

        @Override
        int act(Session session) {
            session.say("files.released", session.get(Sendings.class).resend(file, out, as));
            return 0;
        }
    }

    @Command(name = "show")
    static final class Show extends SessionCommand {

        @Parameters(paramLabel = "NO", descriptionKey = "file.no")
        int file;

        @Override
        int run(Session session) {
            FileStory story = session.get(DispatchFiles.class).story(file);
            if (session.json()) {
                session.json(story);
            } else {
                print(session, story);
            }
            return 0;
        }
    }

    private static void print(Session session, FileStory story) {
        FileCommands.print(session, List.of(story.file()));
        story.cutOff()
                .ifPresent(until ->
                        session.say(
                                "files.cutOff",
                                story.file().payDate().orElseThrow(),
                                Alarms.written(until)));
        story.doubts()
                .forEach(doubt ->
                        session.say(
                                "files.doubt",
                                doubt.recordedOn(),
                                doubt.from(),
                                doubt.to(),
                                doubt.document(),
                                doubt.toldBy(),
                                doubt.dated(),
                                doubt.person()));
        story.sendings()
                .forEach(sending -> {
                    session.say(
                            "files.sending",
                            sending.sendingNo(),
                            sending.on(),
                            sending.kind(),
                            sending.person(),
                            sending.how(),
                            sending.goesTo(),
                            sending.sha256().substring(0, 16));
                    sending.requestedBy()
                            .ifPresent(who ->
                                    session.say(
                                            "files.sending.again",
                                            who,
                                            sending.reason().orElse("")));
                    if (!sending.done()) {
                        session.say("files.sending.cutOff");
                    }
                });
        story.stops().forEach(stop -> StopCommands.print(session, stop));
    }
}
