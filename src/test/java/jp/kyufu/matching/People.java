package jp.kyufu.matching;

import java.time.LocalDate;
import java.util.List;
import jp.kyufu.matching.Outcome.Decided;
import jp.kyufu.matching.Outcome.NeedsText;
import jp.kyufu.text.Kana;
import jp.kyufu.text.Keys;
import jp.kyufu.text.NameKey;
import jp.kyufu.text.Slip;
import jp.kyufu.value.PrintedNumber;
import org.jspecify.annotations.Nullable;

/** Residents and applicants of tests as strings, and the matcher over them. */
final class People {

    record Person(
            String no,
            String household,
            String name,
            String kana,
            @Nullable LocalDate birth,
            String address,
            boolean left) {

        Person gone() {
            return new Person(no, household, name, kana, birth, address, true);
        }

        ResidentKeys keys() {
            return new ResidentKeys(
                    PackedNumber.of(no),
                    PackedNumber.of(household),
                    day(birth),
                    Keys.hash64(NameKey.written(name)),
                    Keys.hash64(NameKey.folded(name)),
                    Keys.hash64(Kana.key(kana)),
                    Keys.hash64(address),
                    left);
        }
    }

    /** What somebody wrote; {@code number} is the household whose notice he copied from. */
    record Form(
            @Nullable String number,
            String name,
            String kana,
            @Nullable LocalDate birth,
            String address) {

        Applicant applicant() {
            return new Applicant(
                    1,
                    number == null
                            ? Applicant.NONE
                            : Long.parseLong(PrintedNumber.ofHousehold(number).household()),
                    day(birth),
                    Keys.hash64(NameKey.written(name)),
                    Keys.hash64(NameKey.folded(name)),
                    Keys.hash64(Kana.key(kana)),
                    Keys.hash64(address));
        }
    }

    /** What came of a form, in words: a method and a number, or a code and candidates. */
    record Result(String how, @Nullable String residentNo, List<String> candidates) {}

    private final List<Person> persons;
    private final RegisterKeys register;
    private final Matcher matcher;

    People(List<Person> persons) {
        this.persons = persons;
        RegisterKeys.Builder builder = new RegisterKeys.Builder();
        persons.forEach(person -> builder.add(person.keys()));
        register = builder.build();
        matcher = new Matcher(register);
    }

    Result match(Form form) {
        return result(decide(form));
    }

    Decided decide(Form form) {
        Applicant applicant = form.applicant();
        return switch (matcher.byKeys(applicant)) {
            case Decided decided -> decided;
            case NeedsText needed -> matcher.byText(applicant, needed, slips(form));
        };
    }

    boolean needsText(Form form) {
        return matcher.byKeys(form.applicant()) instanceof NeedsText;
    }

    private Result result(Decided decided) {
        return switch (decided) {
            case Outcome.Matched(int resident, MatchMethod method) ->
                    new Result(method.name(), persons.get(resident).no(), List.of());
            case Outcome.Open(var code, var candidates) ->
                    new Result(
                            code.name(),
                            null,
                            candidates.stream()
                                    .map(one -> persons.get(one.resident()).no())
                                    .toList());
        };
    }

    private Slips slips(Form form) {
        return new Slips() {
            @Override
            public boolean name(int resident) {
                return slip(
                        NameKey.written(persons.get(resident).name()),
                        NameKey.written(form.name()));
            }

            @Override
            public boolean kana(int resident) {
                return slip(Kana.key(persons.get(resident).kana()), Kana.key(form.kana()));
            }
        };
    }

    private static boolean slip(String a, String b) {
        return !a.isEmpty() && !b.isEmpty() && Slip.distanceAtMostOne(a, b);
    }

    private static int day(@Nullable LocalDate date) {
        return date == null ? Applicant.NONE : (int) date.toEpochDay();
    }
}
