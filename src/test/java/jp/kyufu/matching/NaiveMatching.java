package jp.kyufu.matching;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import jp.kyufu.matching.People.Form;
import jp.kyufu.matching.People.Person;
import jp.kyufu.matching.People.Result;
import jp.kyufu.text.Kana;
import jp.kyufu.text.NameKey;
import org.jspecify.annotations.Nullable;

/** The rules of matching once more, as slowly and plainly as they can be said. */
final class NaiveMatching {

    private record Agreed(Person person, int name, int kana, int birth, int address) {

        int rank() {
            return (Math.max(name, kana) + birth) * 100 + name + kana + birth + address;
        }

        boolean confirms() {
            return Math.max(name, kana) > 0 && birth > 0 && Math.max(name, kana) + birth >= 3;
        }
    }

    private NaiveMatching() {}

    static Result match(Form form, List<Person> persons) {
        List<Agreed> members = new ArrayList<>();
        for (Person person : persons) {
            if (form.number() != null
                    && printed(form.number()).equals(printed(person.household()))) {
                members.add(agreed(form, person, true));
            }
        }
        boolean nameless = form.name().isEmpty() && form.kana().isEmpty();
        String missing = nameless ? "NAME_MISSING" : "BIRTH_DATE_UNREADABLE";
        boolean lacking = nameless || form.birth() == null;
        if (members.isEmpty()) {
            Result found = passes(form, persons);
            return found != null ? found : open(lacking ? missing : "NOT_IN_REGISTER", List.of());
        }
        List<Agreed> confirming = members.stream().filter(Agreed::confirms).toList();
        int most = confirming.stream().mapToInt(Agreed::rank).max().orElse(0);
        List<Person> best =
                withoutLeft(
                        confirming.stream()
                                .filter(one -> one.rank() == most)
                                .map(Agreed::person)
                                .toList());
        if (best.size() == 1) {
            return new Result("NUMBER", best.getFirst().no(), List.of());
        }
        if (best.size() > 1) {
            return open("SEVERAL_CANDIDATES", members);
        }
        Result found = passes(form, persons);
        for (Person person : persons) {
            boolean member = members.stream().anyMatch(one -> one.person().equals(person));
            if (found != null
                    && !member
                    && (person.no().equals(found.residentNo())
                            || found.candidates().contains(person.no()))) {
                members.add(agreed(form, person, false));
            }
        }
        return open(lacking ? missing : "NUMBER_CONTRADICTS", members);
    }

    private static @Nullable Result passes(Form form, List<Person> persons) {
        if (form.birth() == null) {
            return null;
        }
        Predicate<Person> birth = one -> form.birth().equals(one.birth());
        Predicate<Person> name =
                one -> NameKey.folded(one.name()).equals(NameKey.folded(form.name()));
        Predicate<Person> kana =
                one -> !form.kana().isEmpty() && Kana.key(one.kana()).equals(Kana.key(form.kana()));
        Predicate<Person> address =
                one -> !form.address().isEmpty() && one.address().equals(form.address());
        List<Predicate<Person>> passes =
                List.of(
                        birth.and(name).and(kana).and(address),
                        birth.and(name).and(kana),
                        birth.and(name),
                        birth.and(kana).and(address),
                        birth.and(kana).and(one -> form.name().isEmpty()));
        for (int i = 0; i < passes.size(); i++) {
            List<Person> found = withoutLeft(persons.stream().filter(passes.get(i)).toList());
            if (found.size() == 1) {
                return new Result("PASS_" + (i + 1), found.getFirst().no(), List.of());
            }
            if (found.size() > 1) {
                return open(
                        "SEVERAL_CANDIDATES",
                        found.stream().map(one -> agreed(form, one, false)).toList());
            }
        }
        return null;
    }

    private static Result open(String code, List<Agreed> candidates) {
        List<String> best =
                candidates.stream()
                        .sorted((a, b) ->
                                a.rank() != b.rank()
                                        ? b.rank() - a.rank()
                                        : a.person().no().compareTo(b.person().no()))
                        .limit(10)
                        .map(one -> one.person().no())
                        .toList();
        return new Result(code, null, best);
    }

    private static List<Person> withoutLeft(List<Person> persons) {
        List<Person> stayed = persons.stream().filter(one -> !one.left()).toList();
        return stayed.isEmpty() ? persons : stayed;
    }

    /** With {@code strings}, one character away counts; candidates of a pass are told by keys. */
    private static Agreed agreed(Form form, Person person, boolean strings) {
        String written = NameKey.written(form.name());
        String registered = NameKey.written(person.name());
        int name = strings ? likeness(written, registered) : written.equals(registered) ? 2 : 0;
        if (name == 0
                && !written.isEmpty()
                && NameKey.folded(written).equals(NameKey.folded(registered))) {
            name = 1;
        }
        String formKana = Kana.key(form.kana());
        String residentKana = Kana.key(person.kana());
        int kana =
                strings
                        ? likeness(formKana, residentKana)
                        : formKana.isEmpty() || !formKana.equals(residentKana) ? 0 : 2;
        boolean there = !form.address().isEmpty() && form.address().equals(person.address());
        return new Agreed(person, name, kana, birth(form.birth(), person.birth()), there ? 2 : 0);
    }

    private static int birth(@Nullable LocalDate a, @Nullable LocalDate b) {
        if (a == null || b == null) {
            return 0;
        }
        String x = a.format(DateTimeFormatter.BASIC_ISO_DATE);
        String y = b.format(DateTimeFormatter.BASIC_ISO_DATE);
        int differing = 0;
        for (int i = 0; i < 8; i++) {
            differing += x.charAt(i) == y.charAt(i) ? 0 : 1;
        }
        return differing == 0 ? 2 : differing == 1 ? 1 : 0;
    }

    /** 2 equal, 1 an insertion, deletion, substitution or swap away, 0 otherwise or missing. */
    private static int likeness(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        if (a.equals(b)) {
            return 2;
        }
        for (int i = 0; i < Math.max(a.length(), b.length()); i++) {
            if (i < a.length() && without(a, i).equals(b)
                    || i < b.length() && without(b, i).equals(a)
                    || i < a.length() && i < b.length() && without(a, i).equals(without(b, i))
                    || i + 1 < a.length() && swapped(a, i).equals(b)) {
                return 1;
            }
        }
        return 0;
    }

    private static String without(String text, int at) {
        return text.substring(0, at) + text.substring(at + 1);
    }

    private static String swapped(String text, int at) {
        return text.substring(0, at)
                + text.charAt(at + 1)
                + text.charAt(at)
                + text.substring(at + 2);
    }

    private static String printed(String household) {
        String padded = "0000000000" + household;
        return padded.substring(padded.length() - 10);
    }
}
