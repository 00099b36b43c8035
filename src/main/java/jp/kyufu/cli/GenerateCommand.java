package jp.kyufu.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import jp.kyufu.city.BundledMaster;
import jp.kyufu.city.CityGenerator;
import jp.kyufu.value.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kyufu generate}: a realistic messy city with the truth about it. Needs no database. */
@Command(name = "generate")
final class GenerateCommand implements Callable<Integer> {

    @Option(
            names = "--households",
            required = true,
            paramLabel = "N",
            descriptionKey = "households")
    int households;

    @Option(names = "--seed", required = true, paramLabel = "S", descriptionKey = "seed")
    long seed;

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "out.dir")
    Path out = Path.of("");

    @Option(names = "--bank-master", paramLabel = "FILE", descriptionKey = "bank.file")
    @Nullable Path bankMaster;

    @Option(names = "--hard", descriptionKey = "hard")
    boolean hard;

    @Override
    public Integer call() throws Exception {
        CityGenerator.generate(
                households,
                seed,
                out,
                bankMaster == null ? BundledMaster.copyTo(out) : bankMaster,
                hard);
        System.out.println(new Words(Locale.getDefault()).of("cli.generated", out));
        return 0;
    }
}
