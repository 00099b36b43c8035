package jp.kyufu.city;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes the register extract (file contract §1), with a few rows that must be rejected. */
final class RegisterFile implements Closeable {

    /** A row of a register that no reader may take (file contract §9). */
    private enum Reject {
        COLUMN_COUNT,
        DATE,
        CONTROL_CHARACTER,
        NAME_EMPTY,
        NUMBER_MALFORMED,
        RESIDENT_REPEATED
    }

    private static final String SPACE = "\u3000";
    private static final String UNKNOWN_BIRTH = Lexicon.of("birth.unknown");
    private static final String MALE = Lexicon.of("sex.MALE");
    private static final String FEMALE = Lexicon.of("sex.FEMALE");
    private static final String JAPANESE = Lexicon.of("kind.japanese");
    private static final String FOREIGN = Lexicon.of("kind.foreign");

    /** Numbers from here on are of rows that must be rejected. */
    static final long GHOSTS = 9_000_000_000L;

    private static final List<String> HEADER = Lexicon.list("header.register");
    private static final List<String> OTHER_NAMES = Lexicon.list("header.other-names");

    private final CsvFile csv;
    private final boolean otherNames;
    private final int rejectStep;

    /**
     * @param otherNames whether the extract has the optional columns of former and other names
     */
    RegisterFile(Path folder, int households, boolean otherNames) throws IOException {
        String day = Dates.AS_OF.format(DateTimeFormatter.BASIC_ISO_DATE);
        Path path = folder.resolve("register-" + day + ".csv");
        this.otherNames = otherNames;
        csv = CsvFile.utf8(path, otherNames ? joined(HEADER, OTHER_NAMES) : HEADER);
        rejectStep = Math.max(1, households / (Reject.values().length + 1));
    }

    void write(Household home) throws IOException {
        for (Person person : home.members) {
            csv.write(row(home, person));
        }
        int place = (home.index + 1) / rejectStep;
        boolean due = (home.index + 1) % rejectStep == 0;
        if (due && place >= 1 && place <= Reject.values().length) {
            csv.write(reject(Reject.values()[place - 1], home));
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private List<String> row(Household home, Person person) {
        LocalDate moved = person.moved;
        List<String> row =
                List.of(
                        person.number,
                        home.number,
                        person.name(person.latin ? " " : SPACE),
                        person.withoutKana ? "" : person.kana(SPACE),
                        person.birthUnknown ? UNKNOWN_BIRTH : Dates.iso(person.birth),
                        person.female ? FEMALE : MALE,
                        person.relation.word(),
                        home.address.postal(),
                        home.address.registered(),
                        home.address.buildingAndRoom(),
                        person.latin ? FOREIGN : JAPANESE,
                        Dates.iso(person.became),
                        person.move == null ? "" : person.move.word(),
                        moved == null ? "" : Dates.iso(moved),
                        person.guarded ? "1" : "0");
        return otherNames ? joined(row, otherNames(person)) : row;
    }

    private static List<String> otherNames(Person person) {
        Names.Word former = person.former;
        Names.Word alias = person.alias;
        return List.of(
                former == null ? "" : former.text(),
                former == null ? "" : former.kana(),
                alias == null ? "" : alias.text(),
                alias == null ? "" : alias.kana());
    }

    private static List<String> joined(List<String> left, List<String> right) {
        return Stream.concat(left.stream(), right.stream()).toList();
    }

    /** A resident of nobody's household, or one a second time: never missed when rejected. */
    private List<String> reject(Reject kind, Household home) {
        List<String> row = new ArrayList<>(row(home, home.head()));
        if (kind == Reject.RESIDENT_REPEATED) {
            return row;
        }
        row.set(0, HouseholdMaker.digits(GHOSTS + kind.ordinal(), 10));
        row.set(1, HouseholdMaker.digits(GHOSTS + kind.ordinal(), 10));
        switch (kind) {
            case COLUMN_COUNT -> row.removeLast();
            case DATE -> row.set(4, "1975-02-31");
            case CONTROL_CHARACTER -> row.set(2, row.get(2) + "\u0001");
            case NAME_EMPTY -> row.set(2, "");
            case NUMBER_MALFORMED -> row.set(0, "12A45");
            case RESIDENT_REPEATED -> throw new IllegalStateException("returned above");
        }
        return row;
    }
}
