package jp.kyufu.matching;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;
import jp.kyufu.matching.People.Form;
import jp.kyufu.matching.People.Person;
import jp.kyufu.text.AddressKey;
import jp.kyufu.text.Kana;
import jp.kyufu.text.NameKey;
import org.jspecify.annotations.Nullable;

/** The rules of number and address once more, as slowly and plainly as they can be said. */
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

    /** What number and address decide; null where it is left to scoring. */
    static @Nullable String match(Form form, List<Person> persons) {
        List<Agreed> members =
                persons.stream()
                        .filter(person ->
                                form.number() != null
                                        && printed(form.number())
                                                .equals(printed(person.household())))
                        .map(person -> agreed(form, person))
                        .toList();
        if (members.isEmpty()) {
            return passes(form, persons);
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
            List<Person> proposed = members.stream().map(Agreed::person).toList();
            boolean rival =
                    !isWriter(form, best.getFirst())
                            && persons.stream()
                                    .filter(one -> !proposed.contains(one) && !one.left())
                                    .anyMatch(one -> isWriter(form, one));
            return rival ? "NUMBER_CONTRADICTS" : "NUMBER " + best.getFirst().no();
        }
        boolean nameless = form.name().isEmpty() && form.kana().isEmpty();
        return best.size() > 1
                ? "SEVERAL_CANDIDATES"
                : nameless
                        ? "NAME_MISSING"
                        : form.birth() == null ? "BIRTH_DATE_UNREADABLE" : "NUMBER_CONTRADICTS";
    }

    private static boolean isWriter(Form form, Person person) {
        boolean sameName =
                form.name().isEmpty()
                        ? Kana.key(form.kana()).equals(Kana.key(person.kana()))
                        : NameKey.folded(form.name()).equals(NameKey.folded(person.name()));
        return sameName && form.birth() != null && form.birth().equals(person.birth());
    }

    private static @Nullable String passes(Form form, List<Person> persons) {
        if (form.birth() == null || form.address().isEmpty()) {
            return null;
        }
        Predicate<Person> there =
                one ->
                        form.birth().equals(one.birth())
                                && AddressKey.of(form.address())
                                        .equals(AddressKey.of(one.address()));
        Predicate<Person> name =
                one ->
                        !form.name().isEmpty()
                                && NameKey.folded(one.name()).equals(NameKey.folded(form.name()));
        Predicate<Person> kana =
                one -> !form.kana().isEmpty() && Kana.key(one.kana()).equals(Kana.key(form.kana()));
        List<Predicate<Person>> passes =
                List.of(there.and(name).and(kana), there.and(name), there.and(kana));
        for (int i = 0; i < passes.size(); i++) {
            List<Person> found = withoutLeft(persons.stream().filter(passes.get(i)).toList());
            if (!found.isEmpty()) {
                return found.size() == 1 ? "PASS_" + (i + 1) + " " + found.getFirst().no() : null;
            }
        }
        return null;
    }

    private static List<Person> withoutLeft(List<Person> persons) {
        List<Person> stayed = persons.stream().filter(one -> !one.left()).toList();
        return stayed.isEmpty() ? persons : stayed;
    }

    private static Agreed agreed(Form form, Person person) {
        String written = NameKey.written(form.name());
        String registered = NameKey.written(person.name());
        int name = likeness(written, registered);
        if (name == 0
                && !written.isEmpty()
                && NameKey.folded(written).equals(NameKey.folded(registered))) {
            name = 1;
        }
        int kana = likeness(Kana.key(form.kana()), Kana.key(person.kana()));
        boolean there =
                !form.address().isEmpty()
                        && AddressKey.of(form.address()).equals(AddressKey.of(person.address()));
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
