package jp.kyufu.inquiry;

import java.util.List;

/**
 * A sentence in words of {@code messages*.properties}. Days and amounts among the arguments are
 * {@link java.time.LocalDate}, {@link Amount} and text: whoever shows it puts them into the
 * reader's form.
 */
public record Sentence(String key, List<Object> args) {

    /** Yen or points. */
    public record Amount(long amount, jp.kyufu.value.Rail rail) {}

    static Sentence of(String key, Object... args) {
        return new Sentence(key, List.of(args));
    }
}
