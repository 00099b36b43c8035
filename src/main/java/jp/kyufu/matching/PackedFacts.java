package jp.kyufu.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.kyufu.text.BlockKeys;
import jp.kyufu.text.Keys;
import jp.kyufu.value.Check;

/**
 * The facts of many people without an object for each: some thousands to a page, one after the
 * other as UTF-16 units, each text after its length. Keys are made where the texts lie. Takes
 * records one by one; once all are in, any number of threads may read.
 */
final class PackedFacts {

    /** Records of a page. */
    static final int PAGE = 1 << 12;

    private static final int LONGEST = Character.MAX_VALUE - 1;

    /** In place of a length: the folded name is the name. */
    private static final char AS_WRITTEN = Character.MAX_VALUE;

    /** The units of a page, and where each of its records begins. */
    private static final class Page {
        private char[] units = new char[PAGE * 64];
        private final int[] starts = new int[PAGE];
        private int used;
    }

    /** Goes from text to text of one record. */
    private static final class Cursor {
        private final char[] units;
        private int from;
        private int to;

        Cursor(char[] units, int at) {
            this.units = units;
            this.to = at;
        }

        /** From now on {@code from} to {@code to} are the next text. */
        void next() {
            int length = units[to];
            from = to + 1;
            to = from + length;
        }

        boolean isAsWritten() {
            return units[to] == AS_WRITTEN;
        }

        void skipUnit() {
            to++;
        }

        char unit() {
            return units[to++];
        }

        int integer() {
            return unit() << 16 | unit();
        }

        String text() {
            next();
            return new String(units, from, to - from);
        }

        long key() {
            next();
            return Keys.hash64(units, from, to);
        }

        long joinedKey() {
            next();
            return Keys.hash64Joined(units, from, to);
        }
    }

    private final List<Page> pages = new ArrayList<>();
    private int size;

    int size() {
        return size;
    }

    /**
     * Takes a record.
     *
     * @param first any text of the caller's, and {@code second} another
     * @param mark any unit of the caller's
     */
    void add(String first, String second, char mark, Facts facts) {
        if (size % PAGE == 0) {
            trim();
            pages.add(new Page());
        }
        Page page = pages.getLast();
        page.starts[size++ % PAGE] = page.used;
        text(page, first);
        text(page, second);
        unit(page, mark);
        unit(page, (char) (facts.birthDay() >>> 16));
        unit(page, (char) facts.birthDay());
        text(page, facts.name());
        if (facts.folded().equals(facts.name())) {
            unit(page, AS_WRITTEN);
        } else {
            text(page, facts.folded());
        }
        text(page, facts.kana());
        text(page, facts.address());
        text(page, facts.city());
        text(page, facts.sex());
        unit(page, (char) facts.others().size());
        for (Facts.OtherName other : facts.others()) {
            text(page, other.folded());
            text(page, other.kana());
        }
    }

    /** A full page keeps no room for more. */
    private void trim() {
        if (!pages.isEmpty()) {
            Page full = pages.getLast();
            full.units = Arrays.copyOf(full.units, full.used);
        }
    }

    private static void unit(Page page, char unit) {
        if (page.used == page.units.length) {
            page.units = Arrays.copyOf(page.units, page.used + (page.used >> 1));
        }
        page.units[page.used++] = unit;
    }

    private static void text(Page page, String text) {
        int length = text.length();
        Check.that(length <= LONGEST, "a text of %s characters", length);
        unit(page, (char) length);
        while (page.units.length - page.used < length) {
            page.units = Arrays.copyOf(page.units, page.units.length + (page.units.length >> 1));
        }
        text.getChars(0, length, page.units, page.used);
        page.used += length;
    }

    private Cursor at(int record) {
        Page page = pages.get(record / PAGE);
        return new Cursor(page.units, page.starts[record % PAGE]);
    }

    /** The first text of the caller's. */
    String first(int record) {
        return at(record).text();
    }

    /** The same as a number, where its digits are all it is. */
    long firstNumber(int record) {
        Cursor cursor = at(record);
        cursor.next();
        return number(cursor);
    }

    /** The second text of the caller's. */
    String second(int record) {
        Cursor cursor = at(record);
        cursor.next();
        return cursor.text();
    }

    /** The unit of the caller's. */
    char mark(int record) {
        Cursor cursor = at(record);
        cursor.next();
        cursor.next();
        return cursor.unit();
    }

    /** The facts as they were. */
    Facts facts(int record) {
        Cursor cursor = at(record);
        cursor.next();
        cursor.next();
        cursor.skipUnit();
        int birthDay = cursor.integer();
        String name = cursor.text();
        String folded = name;
        if (cursor.isAsWritten()) {
            cursor.skipUnit();
        } else {
            folded = cursor.text();
        }
        String kana = cursor.text();
        String address = cursor.text();
        String city = cursor.text();
        String sex = cursor.text();
        int others = cursor.unit();
        List<Facts.OtherName> names = new ArrayList<>(others);
        for (int i = 0; i < others; i++) {
            names.add(new Facts.OtherName(cursor.text(), cursor.text()));
        }
        return new Facts(name, folded, kana, birthDay, address, city, sex, List.copyOf(names));
    }

    /** The keys of a record as an applicant's; its second text is the printed number or empty. */
    Applicant applicant(int record, long id) {
        Cursor cursor = at(record);
        cursor.next();
        cursor.next();
        long printed = cursor.from == cursor.to ? Applicant.NONE : number(cursor);
        cursor.skipUnit();
        int birthDay = cursor.integer();
        long writtenKey = cursor.joinedKey();
        long nameKey = foldedKey(cursor, writtenKey);
        return new Applicant(
                id, printed, birthDay, writtenKey, nameKey, cursor.joinedKey(), cursor.key());
    }

    /** The keys of a record as a resident's; its texts are the numbers, the mark what he is. */
    ResidentKeys resident(int record) {
        Cursor cursor = at(record);
        cursor.next();
        long residentNo = PackedNumber.of(number(cursor), cursor.to - cursor.from);
        cursor.next();
        long householdNo = PackedNumber.of(number(cursor), cursor.to - cursor.from);
        char mark = cursor.unit();
        int birthDay = cursor.integer();
        long writtenKey = cursor.joinedKey();
        int nameFrom = cursor.from;
        int nameTo = cursor.to;
        long nameKey = foldedKey(cursor, writtenKey);
        if (cursor.units[nameTo] != AS_WRITTEN) {
            nameFrom = cursor.from;
            nameTo = cursor.to;
        }
        long kanaKey = cursor.joinedKey();
        long addressKey = cursor.key();
        char[] units = cursor.units;
        return new ResidentKeys(
                residentNo,
                householdNo,
                birthDay,
                writtenKey,
                nameKey,
                kanaKey,
                addressKey,
                BlockKeys.givenIn(units, nameFrom, nameTo),
                BlockKeys.townIn(units, cursor.from, cursor.to),
                BlockKeys.familyIn(
                        units, nameFrom, nameTo, BlockKeys.placeIn(units, cursor.from, cursor.to)),
                (mark & Residents.GUARDED) != 0,
                (mark & Residents.LEFT) != 0);
    }

    /** Most names have no variant to fold. */
    private static long foldedKey(Cursor cursor, long writtenKey) {
        if (cursor.isAsWritten()) {
            cursor.skipUnit();
            return writtenKey;
        }
        return cursor.joinedKey();
    }

    private static long number(Cursor cursor) {
        long value = 0;
        for (int i = cursor.from; i < cursor.to; i++) {
            value = value * 10 + (cursor.units[i] - '0');
        }
        return value;
    }
}
