package jp.kyufu.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import jp.kyufu.kanji.KanjiMaps;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that works on an installation. */
abstract class SessionCommand implements Callable<Integer> {

    @Spec @Nullable CommandSpec spec;

    /** The options given to this command or any of those it stands below. */
    static CommonOptions common(@Nullable CommandSpec spec) {
        Cli root = (Cli) Objects.requireNonNull(spec).root().userObject();
        return Objects.requireNonNull(root.common);
    }

    @Override
    public final Integer call() throws Exception {
        try (Session session = Session.open(common(spec))) {
            session.get(KanjiMaps.class).activate();
            session.answerAsOne();
            return run(session);
        }
    }

    /** Does the work and answers; gives the exit code. */
    abstract int run(Session session) throws Exception;
}
