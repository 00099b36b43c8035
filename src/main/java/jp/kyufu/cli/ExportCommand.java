package jp.kyufu.cli;

import java.nio.file.Path;
import jp.kyufu.export.Export;
import jp.kyufu.export.Exports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kyufu export}: files for audit, printers and other systems. */
@Command(name = "export")
final class ExportCommand extends SessionCommand {

    @Parameters(paramLabel = "WHAT", descriptionKey = "export")
    Export export = Export.REPORT;

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "out.file")
    Path out = Path.of("");

    @Option(names = "--as", paramLabel = "PERSON", descriptionKey = "as")
    String as = Session.OPERATOR;

    @Override
    int run(Session session) {
        session.get(Exports.class).write(export, session.program(), out, as);
        session.say("exported", export.word(), out);
        return 0;
    }
}
