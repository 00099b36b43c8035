package jp.kyufu.city;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One resident as the register carries him or her; built step by step by {@link HouseholdMaker}.
 */
final class Person {

    final String number;
    boolean female;
    Relation relation;
    String surname;
    String given;
    String surnameKana;
    String givenKana;
    LocalDate birth;
    LocalDate became;
    boolean latin;

    /** 氏名カナ is empty in the register. */
    boolean withoutKana;

    /** 生年月日 is 不詳 in the register. */
    boolean birthUnknown;

    /** 旧氏 and 旧氏カナ, where the register carries a former surname. */
    Names.@Nullable Word former;

    /** 通称 and 通称カナ, where the register carries another name in use. */
    Names.@Nullable Word alias;

    /** 支援措置. */
    boolean guarded;

    @Nullable Move move;
    @Nullable LocalDate moved;

    Person(
            String number,
            boolean female,
            Relation relation,
            Names.Word surname,
            Names.Word given,
            LocalDate birth) {
        this.number = number;
        this.female = female;
        this.relation = relation;
        this.surname = surname.text();
        this.given = given.text();
        this.surnameKana = surname.kana();
        this.givenKana = given.kana();
        this.birth = birth;
        this.became = birth;
    }

    void leave(Move reason, LocalDate day) {
        move = reason;
        moved = day;
    }

    /** Name with the separator given: a full-width space in the register, anything by hand. */
    String name(String separator) {
        return surname + separator + given;
    }

    /** Reading in full-width katakana with the separator given. */
    String kana(String separator) {
        return surnameKana + separator + givenKana;
    }

    /** Eligible on the reference date (file contract §1). */
    boolean entitled() {
        return !became.isAfter(Dates.REFERENCE) && !leftBy(Dates.REFERENCE);
    }

    boolean adult() {
        return !birth.isAfter(Dates.REFERENCE.minusYears(18));
    }

    private boolean leftBy(LocalDate day) {
        return move != null && move.leaves() && moved != null && !moved.isAfter(day);
    }
}
