package jp.kyufu.cli;

import jp.kyufu.vault.KeyRotation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kyufu keys}: the keys by number, and new ones in their place. */
@Command(
        name = "keys",
        subcommands = {KeyCommands.Rotate.class, KeyCommands.ListAll.class})
final class KeyCommands {

    @Command(name = "rotate")
    static final class Rotate extends SessionCommand {

        @Option(names = "--as", required = true, paramLabel = "PERSON", descriptionKey = "as")
        String as = "";

        @Override
        int run(Session session) {
            KeyRotation.Listing keys = session.get(KeyRotation.class).rotate(as);
            print(session, keys);
            if (!session.json()) {
                session.say("keys.rotated", keys.retired().getLast());
            }
            return 0;
        }
    }

    @Command(name = "list")
    static final class ListAll extends SessionCommand {

        @Override
        int run(Session session) {
            print(session, session.get(KeyRotation.class).list());
            return 0;
        }
    }

    private static void print(Session session, KeyRotation.Listing keys) {
        if (session.json()) {
            session.json(keys);
            return;
        }
        keys.keys()
                .forEach(key ->
                        session.line(
                                "%-6s %5d  %s%s"
                                        .formatted(
                                                key.kind(),
                                                key.number(),
                                                key.madeAt().toLocalDate(),
                                                key.current() ? "  *" : "")));
        keys.retired().forEach(file -> session.say("keys.retired", file));
    }
}
