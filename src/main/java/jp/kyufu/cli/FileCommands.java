package jp.kyufu.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kyufu.access.People;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.dispatch.DispatchFiles;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.FileBuild;
import jp.kyufu.value.Rail;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kyufu files}: build, submit, approve, release; three people, one gate. */
@Command(
        name = "files",
        subcommands = {
            FileCommands.Build.class,
            FileCommands.Submit.class,
            FileCommands.Approve.class,
            FileCommands.Reject.class,
            FileCommands.Withdraw.class,
            FileCommands.Release.class,
            FileCommands.Download.class,
            FileCommands.Accepted.class,
            ReleaseCommands.Unknown.class,
            ReleaseCommands.CancelRequest.class,
            ReleaseCommands.Executed.class,
            ReleaseCommands.NeverReceived.class,
            ReleaseCommands.Cancelled.class,
            ReleaseCommands.Sent.class,
            ReleaseCommands.ResendRequest.class,
            ReleaseCommands.Resend.class,
            ReleaseCommands.Show.class,
            FileCommands.ListAll.class
        })
final class FileCommands {

    /** An act of a person. */
    abstract static class Act extends SessionCommand {

        @Option(names = "--as", required = true, paramLabel = "PERSON", descriptionKey = "as")
        String as = "";
    }

    /** An act on several files, all of them or none. */
    abstract static class ActOnSeveral extends Act {

        @Parameters(arity = "1..*", paramLabel = "NO", descriptionKey = "file.no")
        List<Integer> files = List.of();

        @Override
        final int run(Session session) {
            session.mustBeOfProgram(files);
            return act(session);
        }

        /** Acts on the files, which are those of the program that was named, if one was. */
        abstract int act(Session session);
    }

    /** An act on one file. */
    abstract static class ActOnOne extends Act {

        @Parameters(paramLabel = "NO", descriptionKey = "file.no")
        int file;

        @Override
        final int run(Session session) {
            session.mustBeOfProgram(List.of(file));
            return act(session);
        }

        /** Acts on the file, which is of the program that was named, if one was. */
        abstract int act(Session session);
    }

    /** An act on one file that takes back or repeats, and so needs a reason. */
    abstract static class ActWithReason extends ActOnOne {

        @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "reason")
        String reason = "";
    }

    @Command(name = "build")
    static final class Build extends Act {

        @Option(names = "--pay-date", paramLabel = "yyyy-MM-dd", descriptionKey = "pay-date")
        @Nullable LocalDate payDate;

        @Option(names = "--rail", paramLabel = "cash|points", descriptionKey = "rail")
        @Nullable Rail rail;

        @Override
        int run(Session session) {
            List<DispatchFile> built =
                    session.get(FileBuild.class)
                            .build(
                                    session.program(),
                                    Optional.ofNullable(payDate),
                                    Optional.ofNullable(rail),
                                    as);
            print(session, built);
            if (built.isEmpty() && !session.json()) {
                session.say("files.nothing");
            }
            return 0;
        }
    }

    @Command(name = "submit")
    static final class Submit extends ActOnSeveral {

        @Override
        int act(Session session) {
            session.get(FileActs.class).submit(files, as);
            session.say("files.submitted", files);
            lookAlikes(session, files);
            return 0;
        }
    }

    @Command(name = "approve")
    static final class Approve extends ActOnSeveral {

        @Override
        int act(Session session) {
            session.get(FileActs.class).approve(files, as);
            session.say("files.approved", files);
            lookAlikes(session, files);
            return 0;
        }
    }

    @Command(name = "reject")
    static final class Reject extends ActWithReason {

        @Override
        int act(Session session) {
            session.get(FileActs.class).reject(List.of(file), reason, as);
            session.say("files.rejected", file);
            return 0;
        }
    }

    @Command(name = "withdraw")
    static final class Withdraw extends ActWithReason {

        @Override
        int act(Session session) {
            session.get(FileActs.class).withdraw(List.of(file), reason, as);
            session.say("files.withdrawn", file);
            return 0;
        }
    }

    @Command(name = "release")
    static final class Release extends ActOnSeveral {

        @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "out.dir")
        Path out = Path.of("");

        @Override
        int act(Session session) {
            session.get(FileActs.class)
                    .release(files, out, as)
                    .forEach(path -> session.say("files.released", path));
            lookAlikes(session, files);
            return 0;
        }
    }

    @Command(name = "download")
    static final class Download extends ActOnOne {

        @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "out.dir")
        Path out = Path.of("");

        @Override
        int act(Session session) {
            session.say("files.released", session.get(FileActs.class).download(file, out, as));
            return 0;
        }
    }

    @Command(name = "accepted")
    static final class Accepted extends ActOnOne {

        @Option(
                names = "--evidence",
                required = true,
                paramLabel = "TEXT",
                descriptionKey = "evidence")
        String evidence = "";

        @Override
        int act(Session session) {
            session.get(FileActs.class).accepted(file, evidence, as);
            session.say("files.accepted", file);
            return 0;
        }
    }

    @Command(name = "list")
    static final class ListAll extends SessionCommand {

        @Option(names = "--as", paramLabel = "PERSON", descriptionKey = "as")
        String as = Session.OPERATOR;

        @Override
        int run(Session session) {
            session.get(People.class).requireLists(as, session.today());
            print(session, session.get(DispatchFiles.class).list(session.program()));
            return 0;
        }
    }

    static void print(Session session, List<DispatchFile> files) {
        if (session.json()) {
            session.json(files);
            return;
        }
        files.forEach(file ->
                session.line(
                        "%6d  %-6s  %-16s  %6d  %,15d  %s  %s"
                                .formatted(
                                        file.fileNo(),
                                        file.rail(),
                                        file.state(),
                                        file.count(),
                                        file.sum(),
                                        file.name(),
                                        file.sha256().substring(0, 16))));
        lookAlikes(session, files.stream().map(DispatchFile::fileNo).toList());
    }

    /** Says of each file which others could be taken for it: equal count and sum prove nothing. */
    static void lookAlikes(Session session, List<Integer> files) {
        session.get(DispatchFiles.class)
                .lookAlikes(files)
                .forEach(other ->
                        session.say(
                                other.releasedOn().isPresent()
                                        ? "files.lookAlike.released"
                                        : "files.lookAlike",
                                other.fileNo(),
                                other.other(),
                                other.releasedOn().orElse(other.builtOn()),
                                other.name(),
                                other.state()));
    }
}
