package jp.kyufu.cli;

import java.util.List;
import jp.kyufu.books.Books;
import jp.kyufu.books.Problem;
import picocli.CommandLine.Command;

/** {@code kyufu verify}: every invariant, the balance, the digests, the audit chain. */
@Command(name = "verify")
final class VerifyCommand extends SessionCommand {

    @Override
    int run(Session session) {
        List<Problem> problems = session.get(Books.class).verify();
        if (session.json()) {
            session.json(problems);
        } else if (problems.isEmpty()) {
            session.say("verify.clean");
        } else {
            problems.forEach(problem -> session.line(problem.name() + "  " + problem.rows()));
            session.say("verify.problems", problems.size());
        }
        return problems.isEmpty() ? 0 : Cli.REFUSED;
    }
}
