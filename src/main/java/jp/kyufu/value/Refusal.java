package jp.kyufu.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An act or a whole file that is refused, in words for the person who asked: a message key of
 * {@code messages*.properties} with its arguments. Changes nothing; the command exits with 1.
 */
public class Refusal extends RuntimeException {

    private final String key;
    private final List<Object> args;
    private final List<Refusal> details = new ArrayList<>();

    public Refusal(String key, Object... args) {
        super(key + " " + List.of(args));
        this.key = key;
        this.args = List.of(args);
    }

    /** A refusal with the single errors that led to it, all of them listed to the person. */
    public Refusal(List<? extends Refusal> details, String key, Object... args) {
        this(key, args);
        this.details.addAll(details);
    }

    public String key() {
        return key;
    }

    public List<Object> args() {
        return args;
    }

    public List<Refusal> details() {
        return List.copyOf(details);
    }

    /** Where in a file, if anywhere; {@link FileRefusal} knows. */
    public @Nullable String location() {
        return null;
    }
}
