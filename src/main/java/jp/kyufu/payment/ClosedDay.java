package jp.kyufu.payment;

import java.util.function.Supplier;
import jp.kyufu.value.Refusal;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataAccessException;

/** A day that was closed takes no further postings (V126): what a person who tries is told. */
public final class ClosedDay {

    /** What the database says. */
    public static final String SQL_STATE = "KY021";

    private ClosedDay() {}

    /** The refusal; {@code detail} is the database's: the day, and until when it is closed. */
    public static Refusal refusal(String detail) {
        String[] days = detail.split(" ", 2);
        return new Refusal("payment.dayClosed", days[0], days[days.length - 1]);
    }

    /** Posts; refused in words where the day is closed or a payment is held fast. */
    static <T> T post(Supplier<T> posting) {
        try {
            return posting.get();
        } catch (DataAccessException e) {
            if (e.getMostSpecificCause() instanceof PSQLException cause
                    && cause.getServerErrorMessage() != null) {
                String detail = String.valueOf(cause.getServerErrorMessage().getDetail());
                switch (String.valueOf(cause.getSQLState())) {
                    case SQL_STATE -> throw refusal(detail);
                    case HeldFast.SQL_STATE -> throw HeldFast.refusal(detail);
                    default -> {}
                }
            }
            throw e;
        }
    }
}
