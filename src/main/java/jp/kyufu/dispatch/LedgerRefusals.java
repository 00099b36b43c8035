package jp.kyufu.dispatch;

import java.util.List;
import java.util.Objects;
import jp.kyufu.payment.ClosedDay;
import jp.kyufu.payment.HeldFast;
import jp.kyufu.value.Refusal;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;

/** What the database refuses (V105, V110, V111), in words for the person who asked. */
final class LedgerRefusals {

    private LedgerRefusals() {}

    /** The refusal behind an error, or the error itself where it is none. */
    static RuntimeException of(DataAccessException error, String person) {
        return of(error, person, List.of());
    }

    /** The same; {@code files} are those of the act as they stand. */
    static RuntimeException of(DataAccessException error, String person, List<DispatchFile> files) {
        if (!(error.getMostSpecificCause() instanceof PSQLException cause)
                || cause.getServerErrorMessage() == null) {
            return error;
        }
        ServerErrorMessage server = cause.getServerErrorMessage();
        String detail = Objects.requireNonNullElse(server.getDetail(), "");
        String[] words = detail.split(" ", -1);
        return switch (Objects.requireNonNullElse(cause.getSQLState(), "")) {
            case "KY001" -> stale(List.of(words));
            case "KY002" -> new Refusal("dispatch.blocked", detail);
            case "KY003" -> new Refusal("dispatch.amount", detail);
            case "KY004" -> new Refusal("dispatch.budget", words[0], words[1]);
            case "KY005" -> new Refusal("dispatch.decidedBy", person, detail);
            case "KY007" -> state(words, files);
            case "KY008" -> new Refusal("dispatch.notApproved", detail);
            case "KY009" -> new Refusal("dispatch.payDayPassed", words[0], words[1]);
            case "KY011" -> new Refusal("dispatch.severalPrograms", detail);
            case HeldFast.SQL_STATE -> HeldFast.refusal(detail);
            case "KY042" -> new Refusal("dispatch.bytesChanged", detail);
            case "KY043" -> new Refusal("dispatch.goesNowhere", words[0], words[1]);
            case "KY044" -> new Refusal("dispatch.handedOver", detail);
            case "KY045" -> new Refusal("dispatch.nobodyAsked", detail);
            case "KY046" -> new Refusal("dispatch.notStoppable", detail);
            case "KY047" -> new Refusal("dispatch.stopAnswered", detail);
            case ClosedDay.SQL_STATE -> ClosedDay.refusal(detail);
            case "23514" -> person(server, error, person, files);
            default -> error;
        };
    }

    /** Nothing is built while something was not assessed: what, one line each. */
    static Refusal stale(List<String> what) {
        return new Refusal(
                what.stream().map(kind -> new Refusal("dispatch.stale." + kind)).toList(),
                "dispatch.stale");
    }

    private static Refusal state(String[] words, List<DispatchFile> files) {
        for (DispatchFile file : files) {
            if (Integer.toString(file.fileNo()).equals(words[0]) && file.releasedOn().isPresent()) {
                return new Refusal(
                        "dispatch.released",
                        file.fileNo(),
                        file.releasedOn().get(),
                        file.name(),
                        words[2]);
            }
        }
        return new Refusal("dispatch.state", words[0], words[1], words[2]);
    }

    private static RuntimeException person(
            ServerErrorMessage server,
            DataAccessException error,
            String person,
            List<DispatchFile> files) {
        boolean people =
                "approver_is_not_maker".equals(server.getConstraint())
                        || "releaser_is_a_third".equals(server.getConstraint());
        if ("resending_takes_two".equals(server.getConstraint())) {
            return new Refusal("dispatch.twoPeople", person);
        }
        if (!people) {
            return error;
        }
        List<String> done =
                files.stream()
                        .filter(f -> isIn(person, f))
                        .map(f -> Integer.toString(f.fileNo()))
                        .toList();
        return new Refusal("dispatch.threePeople", person, String.join(", ", done));
    }

    private static boolean isIn(String person, DispatchFile file) {
        return file.builtBy().equals(person)
                || file.submittedBy().filter(person::equals).isPresent()
                || file.approvedBy().filter(person::equals).isPresent();
    }
}
