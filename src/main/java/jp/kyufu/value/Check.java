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
}
