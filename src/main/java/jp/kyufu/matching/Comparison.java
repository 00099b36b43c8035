package jp.kyufu.matching;

import java.time.LocalDate;
import java.util.Comparator;
import jp.kyufu.text.Slip;

/** One resident beside one applicant, fact by fact. */
record Comparison(
        int resident, Agreement name, Agreement kana, Agreement birth, boolean sameAddress) {

    /** Worst first: the person (name or kana, birth date) before everything else that agrees. */
    static final Comparator<Comparison> BY_AGREEMENT =
            Comparator.comparingInt(Comparison::ofPerson).thenComparingInt(Comparison::ofAll);

    /** What the keys alone show: slips of a character are not among it. */
    static Comparison byKeys(RegisterKeys register, int resident, Applicant applicant) {
        Agreement name = name(register, resident, applicant);
        Agreement kana =
                equal(register.kanaKey(resident), applicant.kanaKey())
                        ? Agreement.EXACT
                        : Agreement.NONE;
        boolean named = name != Agreement.NONE || kana != Agreement.NONE;
        return new Comparison(
                resident,
                name,
                kana,
                birth(register.birthDay(resident), applicant.birthDay(), named),
                equal(register.addressKey(resident), applicant.addressKey()));
    }

    /** The same where name or kana turn out to be a slip away. */
    Comparison withSlips(boolean nameSlips, boolean kanaSlips) {
        return new Comparison(
                resident,
                nameSlips ? Agreement.better(name, Agreement.SLIP) : name,
                kanaSlips ? Agreement.better(kana, Agreement.SLIP) : kana,
                birth,
                sameAddress);
    }

    /** The best that reading the strings could make of it. */
    Comparison atBest(RegisterKeys register, Applicant applicant) {
        return withSlips(
                register.writtenKey(resident) != 0 && applicant.writtenKey() != 0,
                register.kanaKey(resident) != 0 && applicant.kanaKey() != 0);
    }

    /** Whether it is the person: name or kana and birth date, at most one a slip (contract §9). */
    boolean confirms() {
        return nameOrKana() != Agreement.NONE
                && birth != Agreement.NONE
                && (nameOrKana() == Agreement.EXACT || birth == Agreement.EXACT);
    }

    private Agreement nameOrKana() {
        return Agreement.better(name, kana);
    }

    private int ofPerson() {
        return nameOrKana().ordinal() + birth.ordinal();
    }

    private int ofAll() {
        return name.ordinal() + kana.ordinal() + birth.ordinal() + (sameAddress ? 2 : 0);
    }

    private static Agreement name(RegisterKeys register, int resident, Applicant applicant) {
        if (equal(register.writtenKey(resident), applicant.writtenKey())) {
            return Agreement.EXACT;
        }
        return equal(register.nameKey(resident), applicant.nameKey())
                ? Agreement.SLIP
                : Agreement.NONE;
    }

    /** A slip in it confirms nobody whose name is not right, so it is not looked for then. */
    private static Agreement birth(int registered, int written, boolean named) {
        if (registered == Applicant.NONE || written == Applicant.NONE) {
            return Agreement.NONE;
        }
        if (registered == written) {
            return Agreement.EXACT;
        }
        return named
                        && Slip.oneDigit(
                                LocalDate.ofEpochDay(registered), LocalDate.ofEpochDay(written))
                ? Agreement.SLIP
                : Agreement.NONE;
    }

    private static boolean equal(long registered, long written) {
        return written != 0 && registered == written;
    }
}
