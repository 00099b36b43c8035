package jp.kyufu.upload;

import java.util.List;
import jp.kyufu.value.ReasonCode;

/**
 * Why a row is not accepted.
 *
 * @param column name of the header, or empty
 * @param args of the sentence {@code reject.<CODE>}; nothing private, for they are stored readable
 */
public record Reject(String column, ReasonCode code, List<String> args) {

    public Reject {
        args = List.copyOf(args);
    }

    public static Reject of(String column, ReasonCode code, String... args) {
        return new Reject(column, code, List.of(args));
    }
}
