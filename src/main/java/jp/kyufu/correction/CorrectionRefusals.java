package jp.kyufu.correction;

import java.util.Objects;
import java.util.function.Supplier;
import jp.kyufu.payment.ClosedDay;
import jp.kyufu.value.Refusal;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;

/** What the database refuses (V102), in words for the person who asked. */
final class CorrectionRefusals {

    private CorrectionRefusals() {}

    /** Does what the ledger may refuse. */
    static <T> T of(String person, Supplier<T> act) {
        try {
            return act.get();
        } catch (DataAccessException e) {
            throw refusal(e, person);
        }
    }

    /** A text that must not be missing, without the space around it. */
    static String given(String text, Refusal ifMissing) {
        if (text.isBlank()) {
            throw ifMissing;
        }
        return text.strip();
    }

    private static RuntimeException refusal(DataAccessException error, String person) {
        if (!(error.getMostSpecificCause() instanceof PSQLException cause)
                || cause.getServerErrorMessage() == null) {
            return error;
        }
        ServerErrorMessage server = cause.getServerErrorMessage();
        String detail = Objects.requireNonNullElse(server.getDetail(), "");
        String[] words = detail.split(" ", 2);
        return switch (Objects.requireNonNullElse(cause.getSQLState(), "")) {
            case "KY061" -> new Refusal("correction.notPaid", words[0], words[1]);
            case "KY062" -> new Refusal("correction.stranger", words[0], words[1]);
            case "KY063" -> new Refusal("correction.nothingChanges", detail);
            case "KY064" -> new Refusal("correction.notEntitled", detail);
            case "KY065" -> new Refusal("correction.inFile", words[0], words[1]);
            case "KY066" -> new Refusal("correction.aboveCap", words[0], words[1]);
            case "KY010" -> new Refusal("correction.paidElsewhere", detail.split(" ", -1)[1]);
            case "KY071" -> new Refusal("correction.unknownCase", detail);
            case "KY072" -> new Refusal("correction.noRoom", words[0], words[1]);
            case "KY073" -> new Refusal("correction.nobodyAsked", detail);
            case ClosedDay.SQL_STATE -> ClosedDay.refusal(detail);
            case "23514" ->
                    "recovery_takes_two".equals(server.getConstraint())
                            ? new Refusal("correction.twoPeople", person)
                            : error;
            default -> error;
        };
    }
}
