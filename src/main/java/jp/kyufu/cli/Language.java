package jp.kyufu.cli;

import java.util.Locale;
import java.util.Objects;

/** The language a command answers in: {@code --lang}, else KYUFU_LANG, else Japanese. */
final class Language {

    private Language() {}

    /** Looked up before the arguments are parsed, for the help text and parse errors too. */
    static Locale of(String... args) {
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--lang=")) {
                return locale(args[i].substring("--lang=".length()));
            }
            if (args[i].equals("--lang") && i + 1 < args.length) {
                return locale(args[i + 1]);
            }
        }
        return locale(Objects.requireNonNullElse(System.getenv("KYUFU_LANG"), "ja"));
    }

    private static Locale locale(String tag) {
        return tag.startsWith("en") ? Locale.ENGLISH : Locale.JAPANESE;
    }
}
