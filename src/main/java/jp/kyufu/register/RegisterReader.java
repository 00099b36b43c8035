package jp.kyufu.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.register.RegisterRow.Fault;
import jp.kyufu.register.RegisterRow.OtherName;
import jp.kyufu.register.RegisterRow.Rejected;
import jp.kyufu.register.RegisterRow.Resident;
import jp.kyufu.text.DateReading;
import jp.kyufu.text.Dates;
import jp.kyufu.text.Width;
import jp.kyufu.value.Digits;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads one row of an extract (file contract §1, §9): numbers as written, dates in every form of
 * the contract, words only where they are known. Used for one row, all of whose faults it collects.
 */
final class RegisterReader {

    private static final int NUMBER_DIGITS = 15;

    private final RegisterWords words;
    private final String[] cells;
    private final List<Fault> faults = new ArrayList<>(0);

    private RegisterReader(RegisterWords words, String[] cells) {
        this.words = words;
        this.cells = cells;
    }

    /**
     * The person of a row, or why it is rejected.
     *
     * @param cells one text for each {@link RegisterColumn}, in its order
     */
    static RegisterRow read(RegisterWords words, String[] cells) {
        return new RegisterReader(words, cells).row();
    }

    private RegisterRow row() {
        String residentNo = number(RegisterColumn.RESIDENT_NO);
        String householdNo = number(RegisterColumn.HOUSEHOLD_NO);
        String name = required(RegisterColumn.NAME);
        LocalDate birthDate = birthDate();
        String relation = folded(RegisterColumn.RELATION);
        boolean foreigner = known(RegisterColumn.NATIONALITY, words.foreigners(), false);
        LocalDate residentFrom = date(RegisterColumn.RESIDENT_FROM);
        LeftReason left =
                known(RegisterColumn.CHANGE, words.changes(), Optional.<LeftReason>empty())
                        .orElse(null);
        LocalDate leftOn = leftOn(left);
        boolean isProtected = known(RegisterColumn.PROTECTED, words.protections(), true);
        if (!faults.isEmpty()) {
            return new Rejected(faults);
        }
        return new Resident(
                residentNo,
                householdNo,
                name,
                cell(RegisterColumn.KANA),
                birthDate,
                folded(RegisterColumn.SEX),
                relation,
                relation.equals(words.head()),
                cell(RegisterColumn.POSTAL_CODE),
                cell(RegisterColumn.ADDRESS),
                cell(RegisterColumn.BUILDING),
                foreigner,
                residentFrom,
                left,
                leftOn,
                isProtected,
                otherNames(name));
    }

    /** 旧氏 comes without the given name, 通称 is a whole name. */
    private List<OtherName> otherNames(String name) {
        List<OtherName> names = new ArrayList<>(0);
        String surname = folded(RegisterColumn.FORMER_SURNAME);
        String given = afterSurname(Width.fold(name));
        if (!surname.isEmpty() && !given.isEmpty()) {
            String kana = folded(RegisterColumn.FORMER_SURNAME_KANA);
            String givenKana = afterSurname(folded(RegisterColumn.KANA));
            boolean readable = !kana.isEmpty() && !givenKana.isEmpty();
            names.add(
                    new OtherName(
                            OtherName.Kind.FORMER_SURNAME,
                            surname + given,
                            readable ? kana + givenKana : ""));
        }
        String alias = cell(RegisterColumn.ALIAS);
        if (!alias.isBlank()) {
            String kana = cell(RegisterColumn.ALIAS_KANA);
            names.add(new OtherName(OtherName.Kind.ALIAS, alias, kana));
        }
        return names;
    }

    /** The given name with the space before it; empty where the register does not part them. */
    private static String afterSurname(String folded) {
        int space = folded.indexOf(' ');
        return space < 0 ? "" : folded.substring(space);
    }

    private String cell(RegisterColumn column) {
        return cells[column.ordinal()];
    }

    private String folded(RegisterColumn column) {
        return Width.fold(cell(column));
    }

    private String required(RegisterColumn column) {
        String text = cell(column);
        if (text.isBlank()) {
            reject(ReasonCode.REQUIRED_EMPTY, column);
        }
        return text;
    }

    /** 宛名番号 and 世帯番号: compared as written, so nothing in them is folded or filled. */
    private String number(RegisterColumn column) {
        String text = required(column).strip();
        if (!text.isEmpty() && !Digits.isDigits(text, 1, NUMBER_DIGITS)) {
            reject(ReasonCode.NUMBER_MALFORMED, column);
        }
        return text;
    }

    private <T> T known(RegisterColumn column, Map<String, T> meanings, T otherwise) {
        T meaning = meanings.get(folded(column));
        if (meaning == null) {
            reject(ReasonCode.VALUE_UNKNOWN, column);
            return otherwise;
        }
        return meaning;
    }

    /** Only the register may say that nobody knows; an empty birth date says nothing. */
    private @Nullable LocalDate birthDate() {
        return switch (Dates.read(cell(RegisterColumn.BIRTH_DATE))) {
            case DateReading.Read read -> read.date();
            case DateReading.Unknown unknown -> null;
            case DateReading.Empty empty -> rejectedDate(true, RegisterColumn.BIRTH_DATE);
            case DateReading.Unreadable text -> rejectedDate(false, RegisterColumn.BIRTH_DATE);
        };
    }

    private LocalDate date(RegisterColumn column) {
        return switch (Dates.read(cell(column))) {
            case DateReading.Read read -> read.date();
            case DateReading.Empty empty -> rejectedDate(true, column);
            case DateReading.Unknown unknown -> rejectedDate(false, column);
            case DateReading.Unreadable text -> rejectedDate(false, column);
        };
    }

    /** 異動日: needed by who left; for anyone else it may be empty but not unreadable. */
    private @Nullable LocalDate leftOn(@Nullable LeftReason left) {
        if (left == null && cell(RegisterColumn.CHANGED_ON).isBlank()) {
            return null;
        }
        LocalDate changedOn = date(RegisterColumn.CHANGED_ON);
        return left == null ? null : changedOn;
    }

    private LocalDate rejectedDate(boolean empty, RegisterColumn column) {
        reject(empty ? ReasonCode.REQUIRED_EMPTY : ReasonCode.DATE_UNREADABLE, column);
        return LocalDate.EPOCH;
    }

    private void reject(ReasonCode code, RegisterColumn column) {
        faults.add(new Fault(code, column));
    }
}
