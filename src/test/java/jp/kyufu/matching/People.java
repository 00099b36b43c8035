package jp.kyufu.matching;

import java.time.LocalDate;
import java.util.List;
import jp.kyufu.matching.Outcome.Decided;
import jp.kyufu.matching.Outcome.NeedsText;
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
            boolean guarded,
            boolean left) {

        Person(
                String no,
                String household,
                String name,
                String kana,
                @Nullable LocalDate birth,
                String address,
                boolean left) {
            this(no, household, name, kana, birth, address, false, left);
        }

        Person gone() {
            return new Person(no, household, name, kana, birth, address, guarded, true);
        }

        Person protectedOne() {
            return new Person(no, household, name, kana, birth, address, true, left);
        }

        Facts facts() {
            return Facts.of(name, kana, birth, address, "");
        }

        ResidentKeys keys() {
            return facts().resident(PackedNumber.of(no), PackedNumber.of(household), guarded, left);
        }
    }

    /** What somebody wrote; {@code number} is the household whose notice he copied from. */
    record Form(
            @Nullable String number,
            String name,
            String kana,
            @Nullable LocalDate birth,
            String address) {

        Facts facts() {
            return Facts.of(name, kana, birth, address, "");
        }

        Applicant applicant() {
            return facts().applicant(
                            1,
                            number == null
                                    ? Applicant.NONE
                                    : Long.parseLong(
                                            PrintedNumber.ofHousehold(number).household()));
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
        matcher = new Matcher(register, Model.builtIn());
    }

    Result match(Form form) {
        return result(decide(form));
    }

    Decided decide(Form form) {
        return decide(form, form.applicant());
    }

    /** The same applicant of whom a person has said that he is none of these. */
    Decided decideWithout(Form form, long... residentNos) {
        return decide(form, form.applicant().not(residentNos));
    }

    private Decided decide(Form form, Applicant applicant) {
        Facts facts = form.facts();
        return switch (matcher.byKeys(applicant)) {
            case Decided decided -> decided;
            case NeedsText() ->
                    matcher.byText(
                            applicant,
                            facts,
                            matcher.candidates(applicant, facts),
                            resident -> persons.get(resident).facts());
        };
    }

    boolean needsText(Form form) {
        return matcher.byKeys(form.applicant()) instanceof NeedsText;
    }

    private Result result(Decided decided) {
        return switch (decided) {
            case Outcome.Matched(int resident, MatchMethod method, var _) ->
                    new Result(method.name(), persons.get(resident).no(), List.of());
            case Outcome.Open(var code, var candidates, var _) ->
                    new Result(
                            code.name(),
                            null,
                            candidates.stream()
                                    .map(one -> persons.get(one.resident()).no())
                                    .toList());
        };
    }
}
