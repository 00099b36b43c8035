package jp.kyufu.inquiry;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import jp.kyufu.inquiry.Clue.Word;
import jp.kyufu.matching.ChainedIndex;
import jp.kyufu.matching.PackedNumber;

/**
 * Everybody a caller may ask about, in arrays: residents under each of their names, and applicants
 * who are in nobody's name yet. Says whom words fit; what is shown of them is read from the
 * database. Never changes once built.
 *
 * <p>A household with a protected member is found by a number on its papers alone: none of its
 * members by name, reading, birth date, telephone or address.
 */
final class PeopleIndex {

    /** Of a number in the box: outranks whatever is spelt. */
    private static final int NUMBER = 8;

    private static final int BIRTH = 4;

    private static final int BORN_ON_ONE_DAY = 30;

    /** Days of birth begin long before 1970; a key is not 0. */
    private static final long DAYS = 1L << 20;

    /**
     * One found.
     *
     * @param ref packed number of a resident, or minus the id of an application
     * @param inCase packed number of a household, or minus the id of an application
     */
    record Found(long ref, long inCase, int score) {}

    /** The best, and whether there are more. */
    record Answer(List<Found> best, boolean more) {}

    private final long[] refs;
    private final long[] cases;
    private final int[] births;
    private final BitSet hidden;
    private final NameColumn names;
    private final NameColumn readings;
    private final Places places;
    private final ApplicationKeys applications;
    private final ChainedIndex byBirth;
    private final ChainedIndex byCase;
    private final ChainedIndex byPrinted;

    private PeopleIndex(Builder built, BitSet hidden, ApplicationKeys applications) {
        int size = built.size;
        this.hidden = hidden;
        this.applications = applications;
        refs = Arrays.copyOf(built.refs, size);
        cases = Arrays.copyOf(built.cases, size);
        births = Arrays.copyOf(built.births, size);
        var naming = CompletableFuture.supplyAsync(() -> built.names.build(this::isFound));
        var reading = CompletableFuture.supplyAsync(() -> built.readings.build(this::isFound));
        places = built.places.build(this::isFound);
        names = naming.join();
        readings = reading.join();
        byBirth = new ChainedIndex(size, i -> isFound(i) ? birthKey(births[i]) : 0);
        byCase = new ChainedIndex(size, i -> cases[i]);
        byPrinted = new ChainedIndex(size, i -> cases[i] < 0 ? 0 : 1 + printed(cases[i]));
    }

    int size() {
        return refs.length;
    }

    ApplicationKeys applications() {
        return applications;
    }

    /** Bytes held. */
    long memory() {
        return (8L + 8 + 4 + 3 * 16) * refs.length
                + names.memory()
                + readings.memory()
                + places.memory()
                + applications.memory();
    }

    /** Packed numbers of the members of a household, protected ones included. */
    long[] members(long household) {
        return IntStream.iterate(
                        byCase.first(household), i -> i >= 0, i -> byCase.next(household, i))
                .filter(i -> cases[i] == household)
                .mapToLong(i -> refs[i])
                .distinct()
                .toArray();
    }

    /** Whether a member of the household is protected. */
    boolean isHidden(long household) {
        int first = byCase.first(household);
        return first >= 0 && hidden.get(first);
    }

    /** The cases that carry this number on their papers, hidden ones included. */
    long[] casesOf(Word word, short program) {
        return word.clues().stream()
                .flatMapToLong(clue ->
                        switch (clue) {
                            case Clue.Receipt receipt ->
                                    Arrays.stream(applications.withReceipt(receipt.key(), program));
                            case Clue.Printed printed -> printedOn(printed.number());
                            case Clue.Birth _,
                                    Clue.Name _,
                                    Clue.Reading _,
                                    Clue.Place _,
                                    Clue.Block _,
                                    Clue.Phone _ ->
                                    LongStream.empty();
                        })
                .distinct()
                .toArray();
    }

    private LongStream printedOn(long number) {
        return IntStream.iterate(
                        byPrinted.first(1 + number),
                        i -> i >= 0,
                        i -> byPrinted.next(1 + number, i))
                .filter(i -> printed(cases[i]) == number)
                .mapToLong(i -> cases[i]);
    }

    /** Whom every word fits, the best first, one of each case. */
    Answer find(List<Word> all, short program, int most) {
        List<Word> words = all.stream().filter(w -> !w.optional() || count(w) > 0).toList();
        if (words.isEmpty()) {
            return new Answer(List.of(), false);
        }
        Best best = new Best(most);
        Word rarest = Collections.min(words, Comparator.comparingLong(this::count));
        for (Clue clue : rarest.clues()) {
            each(
                    clue,
                    program,
                    i -> {
                        int score = score(words, i, program);
                        if (score > 0) {
                            best.add(refs[i], cases[i], score);
                        }
                    });
        }
        return best.answer();
    }

    /** Of all words together; 0 if one does not fit. */
    private int score(List<Word> words, int i, short program) {
        if (refs[i] < 0 && !applications.isOf(-refs[i], program)) {
            return 0;
        }
        int sum = 0;
        for (Word word : words) {
            int best = 0;
            for (Clue clue : word.clues()) {
                best = Math.max(best, score(clue, i, program));
            }
            if (best == 0) {
                return 0;
            }
            sum += best;
        }
        return sum;
    }

    private int score(Clue clue, int i, short program) {
        return switch (clue) {
            case Clue.Birth birth -> births[i] == birth.day() ? BIRTH : 0;
            case Clue.Name name -> names.score(i, name.text());
            case Clue.Reading reading -> readings.score(i, reading.text());
            case Clue.Place place -> places.score(i, place.key());
            case Clue.Block block -> places.scoreNumbers(i, block.numbers());
            case Clue.Phone phone ->
                    applications.hasPhone(cases[i], phone.digits(), program) ? NUMBER : 0;
            case Clue.Printed printed ->
                    cases[i] >= 0 && printed(cases[i]) == printed.number() ? NUMBER : 0;
            case Clue.Receipt receipt ->
                    applications.hasReceipt(cases[i], receipt.key(), program) ? NUMBER : 0;
        };
    }

    /** About how many a word fits; more than anybody where it does not find them by itself. */
    private long count(Word word) {
        long sum = 0;
        for (Clue clue : word.clues()) {
            sum +=
                    switch (clue) {
                        case Clue.Birth _ -> BORN_ON_ONE_DAY;
                        case Clue.Name name -> names.count(name.text());
                        case Clue.Reading reading -> readings.count(reading.text());
                        case Clue.Place place -> places.count(place.key());
                        case Clue.Block _ -> Integer.MAX_VALUE;
                        case Clue.Phone _, Clue.Printed _, Clue.Receipt _ -> 1;
                    };
        }
        return sum;
    }

    private void each(Clue clue, short program, IntConsumer found) {
        switch (clue) {
            case Clue.Birth birth -> each(byBirth, birthKey(birth.day()), found);
            case Clue.Name name -> names.each(name.text(), found);
            case Clue.Reading reading -> readings.each(reading.text(), found);
            case Clue.Place place -> places.each(place.key(), found);
            case Clue.Block _ -> {
                // Numbers alone are of every town.
            }
            case Clue.Phone phone ->
                    Arrays.stream(applications.withPhone(phone.digits(), program))
                            .forEach(inCase -> eachShown(inCase, found));
            case Clue.Printed printed ->
                    printedOn(printed.number())
                            .distinct()
                            .forEach(inCase -> eachShown(inCase, found));
            case Clue.Receipt receipt ->
                    Arrays.stream(applications.withReceipt(receipt.key(), program))
                            .forEach(inCase -> eachShown(inCase, found));
        }
    }

    private void eachShown(long inCase, IntConsumer found) {
        each(
                byCase,
                inCase,
                i -> {
                    if (cases[i] == inCase && isFound(i)) {
                        found.accept(i);
                    }
                });
    }

    private static void each(ChainedIndex index, long key, IntConsumer found) {
        for (int i = index.first(key); i >= 0; i = index.next(key, i)) {
            found.accept(i);
        }
    }

    private boolean isFound(int i) {
        return !hidden.get(i);
    }

    private static long birthKey(int day) {
        return day == Builder.NO_DAY ? 0 : day + DAYS;
    }

    private static long printed(long household) {
        return PackedNumber.printed(household);
    }

    /** Takes residents and applicants one by one. */
    static final class Builder {

        static final int NO_DAY = Integer.MIN_VALUE;

        private long[] refs = new long[1 << 10];
        private long[] cases = refs.clone();
        private int[] births = new int[refs.length];
        private final NameColumn.Builder names = new NameColumn.Builder();
        private final NameColumn.Builder readings = new NameColumn.Builder();
        private final Places.Builder places = new Places.Builder();
        private int size;

        void add(long ref, long inCase, int birth, Spelling spelling, Places.Key address) {
            if (size == refs.length) {
                int larger = size + (size >> 1);
                refs = Arrays.copyOf(refs, larger);
                cases = Arrays.copyOf(cases, larger);
                births = Arrays.copyOf(births, larger);
            }
            refs[size] = ref;
            cases[size] = inCase;
            births[size] = birth;
            size++;
            names.add(spelling.name(), spelling.family());
            readings.add(spelling.reading(), spelling.familyReading());
            places.add(address);
        }

        /**
         * @param guarded households with a protected member
         */
        PeopleIndex build(Set<Long> guarded, ApplicationKeys applications) {
            BitSet hidden = new BitSet();
            for (int i = 0; i < size; i++) {
                boolean hides =
                        refs[i] < 0 ? applications.isHidden(-refs[i]) : guarded.contains(cases[i]);
                hidden.set(i, hides);
            }
            return new PeopleIndex(this, hidden, applications);
        }
    }
}
