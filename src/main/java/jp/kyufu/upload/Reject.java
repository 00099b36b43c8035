package jp.kyufu.upload;

import java.util.List;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Words;

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

    /** The sentence for the person who has the row corrected. */
    String words(Words words) {
        Object[] all = new Object[args.size() + 1];
        all[0] = column;
        System.arraycopy(args.toArray(), 0, all, 1, args.size());
        return words.of("upload.reject." + code.name(), all);
    }
}
