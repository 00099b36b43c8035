package jp.kyufu.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.Callable;
import jp.kyufu.city.PlayBank;
import jp.kyufu.city.PlayDay;
import jp.kyufu.value.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kyufu play-bank}: plays bank and point provider. Needs no database. */
@Command(name = "play-bank")
final class PlayBankCommand implements Callable<Integer> {

    @Option(names = "--files", required = true, paramLabel = "DIR", descriptionKey = "files.dir")
    Path files = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "out.dir")
    Path out = Path.of("");

    @Option(names = "--seed", required = true, paramLabel = "S", descriptionKey = "seed")
    long seed;

    @Option(names = "--statements", paramLabel = "DIR", descriptionKey = "statements.dir")
    @Nullable Path statements;

    @Spec @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        LocalDate today = SessionCommand.common(spec).today;
        LocalDate day = today == null ? LocalDate.now(ZoneId.of("Asia/Tokyo")) : today;
        PlayBank.play(files, out, seed, day);
        if (statements != null) {
            PlayDay.play(files, out, statements, day);
        }
        System.out.println(new Words(Locale.getDefault()).of("cli.played", out));
        return 0;
    }
}
