package jp.kyufu.assessment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Members of households as tests need them, all named 山田, each changed by one fact at a time. */
final class Family {

    static final LocalDate REFERENCE = LocalDate.of(2026, 1, 1);

    static final Member HEAD = head(adult("1", "太郎", "タロウ"));
    static final Member WIFE = adult("2", "花子", "ハナコ");
    static final Member CHILD = born(adult("3", "一郎", "イチロウ"), LocalDate.of(2015, 5, 5));
    static final Member YOUNGER = born(adult("4", "二郎", "ジロウ"), LocalDate.of(2018, 8, 8));
    static final Member MOTHER = adult("5", "梅", "ウメ");

    private Family() {}

    static Household of(Member... members) {
        return new Household("0000000001", List.of(members), REFERENCE);
    }

    static Member adult(String no, String given, String kana) {
        LocalDate birth = LocalDate.of(1970, 1, 1);
        return new Member(
                no, "山田　" + given, "ヤマダ　" + kana, birth, false, null, false, true, List.of(), null);
    }

    static Member named(Member m, String name, String kana) {
        return with(m, name, kana, m.birthDate(), m.head(), m.leftOn(), m.guarded(), m.entitled());
    }

    /** With an earlier surname or an alias. */
    static Member alias(Member m, String name, String kana) {
        return new Member(
                m.residentNo(),
                m.name(),
                m.kana(),
                m.birthDate(),
                m.head(),
                m.leftOn(),
                m.guarded(),
                m.entitled(),
                List.of(new OtherName(name, kana)),
                m.paidElsewhere());
    }

    static Member born(Member m, @Nullable LocalDate day) {
        return with(m, m.name(), m.kana(), day, m.head(), m.leftOn(), m.guarded(), m.entitled());
    }

    static Member head(Member m) {
        return with(
                m, m.name(), m.kana(), m.birthDate(), true, m.leftOn(), m.guarded(), m.entitled());
    }

    static Member guarded(Member m) {
        return with(m, m.name(), m.kana(), m.birthDate(), m.head(), m.leftOn(), true, m.entitled());
    }

    /** Became a resident after the reference date, or was not entitled for another reason. */
    static Member notEntitled(Member m) {
        return with(m, m.name(), m.kana(), m.birthDate(), m.head(), m.leftOn(), m.guarded(), false);
    }

    /** Left on that day, and so is entitled only if it is after the reference date (§1). */
    static Member left(Member m, String day) {
        LocalDate on = LocalDate.parse(day);
        boolean entitled = m.entitled() && on.isAfter(REFERENCE);
        return with(m, m.name(), m.kana(), m.birthDate(), m.head(), on, m.guarded(), entitled);
    }

    private static Member with(
            Member m,
            String name,
            String kana,
            @Nullable LocalDate birth,
            boolean head,
            @Nullable LocalDate left,
            boolean guarded,
            boolean entitled) {
        return new Member(
                m.residentNo(),
                name,
                kana,
                birth,
                head,
                left,
                guarded,
                entitled,
                m.otherNames(),
                m.paidElsewhere());
    }
}
