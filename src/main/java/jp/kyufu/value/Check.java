package jp.kyufu.value;

import org.jspecify.annotations.Nullable;

/** A programmer's error: stops the step at once. Never used for what a file or a person says. */
public final class Check {

    private Check() {}

    /** Throws {@link IllegalStateException} with the formatted message unless {@code holds}. */
    public static void that(boolean holds, String message, @Nullable Object... args) {
        if (!holds) {
            throw new IllegalStateException(message.formatted(args));
        }
    }

    /** A value that a library's signature calls nullable and that is never null here. */
    public static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("nothing where something must be");
        }
        return value;
    }
}
