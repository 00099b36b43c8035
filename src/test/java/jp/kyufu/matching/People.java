package jp.kyufu.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
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

        Linkage.Resident resident() {
            return new Linkage.Resident(no, household, guarded, left, facts());
        }

        ResidentKeys keys() {
            PackedFacts one = new PackedFacts();
            one.add(no, household, ' ', facts());
            return one.resident(0);
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
            Applications one = new Applications();
            String printed = number == null ? null : PrintedNumber.ofHousehold(number).household();
            one.add(new Linkage.Application(0, printed, facts()));
            return one.applicant(0);
        }
    }

    /** What came of a form, in words: a method and a number, or a code and candidates. */
    record Result(String how, @Nullable String residentNo, List<String> candidates) {}

    private final List<Person> persons;
    private final RegisterKeys register;
    private final Matcher matcher;

    People(List<Person> persons) {
        this.persons = persons;
        Residents residents = new Residents();
        persons.forEach(person -> residents.add(person.resident()));
        register = residents.keys();
        matcher = new Matcher(register, Model.builtIn());
    }

    Result match(Form form) {
        return result(decide(form));
    }

    Outcome decide(Form form) {
        return decide(form, form.applicant());
    }

    /** The same applicant of whom a person has said that he is none of these. */
    Outcome decideWithout(Form form, long... residentNos) {
        return decide(form, form.applicant().not(residentNos));
    }

    private Outcome decide(Form form, Applicant applicant) {
        Namesakes namesakes = new Namesakes(register, List.of(applicant));
        Optional<Outcome.Matched> found = byKeys(applicant, namesakes);
        return found.isPresent()
                ? found.get()
                : matcher.byText(List.of(applicant), namesakes, new Written(form)).getFirst();
    }

    private Optional<Outcome.Matched> byKeys(Applicant applicant, Namesakes namesakes) {
        return matcher.byNumber(List.of(applicant))
                .getFirst()
                .or(() -> matcher.byKeys(applicant, namesakes));
    }

    private final class Written implements Matcher.Texts {

        private final Form form;

        Written(Form form) {
            this.form = form;
        }

        @Override
        public List<Facts> applicants(List<Applicant> applicants) {
            return List.of(form.facts());
        }

        @Override
        public IntFunction<Facts> residents(int[] residents) {
            return i -> persons.get(i).facts();
        }
    }

    boolean needsText(Form form) {
        Applicant applicant = form.applicant();
        return byKeys(applicant, new Namesakes(register, List.of(applicant))).isEmpty();
    }

    private Result result(Outcome outcome) {
        return switch (outcome) {
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
