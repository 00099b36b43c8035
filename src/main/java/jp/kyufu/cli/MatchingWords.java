package jp.kyufu.cli;

import jp.kyufu.matching.Explanation;
import jp.kyufu.matching.Explanation.Candidate;
import jp.kyufu.matching.Explanation.Decided;
import jp.kyufu.matching.Explanation.Person;
import jp.kyufu.matching.Explanation.Step;
import jp.kyufu.matching.Explanation.Text;
import org.jspecify.annotations.Nullable;

/** An explanation of matching as people read it. */
final class MatchingWords {

    private MatchingWords() {}

    static void print(Session session, Explanation explained) {
        Decided decided = explained.decided();
        if (decided.method() != null) {
            session.say(
                    "matching.matched",
                    explained.receiptNo(),
                    String.valueOf(decided.residentNo()),
                    String.valueOf(decided.householdNo()),
                    decided.method());
        } else {
            session.say("matching.open", explained.receiptNo(), String.valueOf(decided.code()));
        }
        session.say(
                "matching.now",
                explained.pass(),
                explained.model(),
                explained.thresholds().accept(),
                explained.thresholds().gap(),
                explained.thresholds().review());
        session.say("matching.applicant");
        print(session, explained.applicant());
        for (Candidate one : explained.candidates()) {
            session.say(
                    "matching.candidate", one.residentNo(), one.householdNo(), bits(one.weight()));
            print(session, one.person());
            session.line("    %-9s %-20s %8s".formatted("", "", bits(explained.prior())));
            for (Step step : one.steps()) {
                session.line(
                        "    %-9s %-20s %8s"
                                .formatted(step.fact(), step.level(), bits(step.bits())));
            }
        }
    }

    private static void print(Session session, Person person) {
        print(session, person.name());
        print(session, person.kana());
        print(session, person.birth());
        print(session, person.address());
    }

    private static void print(Session session, @Nullable Text text) {
        if (text == null) {
            session.say("matching.hidden");
        } else {
            session.line("    %s  [%s]".formatted(text.written(), text.compared()));
        }
    }

    private static String bits(double bits) {
        return "%+.2f".formatted(bits);
    }
}
