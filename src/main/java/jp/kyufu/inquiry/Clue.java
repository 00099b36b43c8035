package jp.kyufu.inquiry;

import java.util.List;

/** What one word of a search may mean. */
sealed interface Clue {

    /** A day of birth, as days since 1970. */
    record Birth(int day) implements Clue {}

    /** Kanji or letters of a name, folded, in UTF-8: family, given, or both in either order. */
    record Name(byte[] text) implements Clue {}

    /** The same of its reading. */
    record Reading(byte[] text) implements Clue {}

    /** The beginning of an address key: a town, or a town, a space and numbers. */
    record Place(byte[] key) implements Clue {}

    /** Numbers of an address without the town. */
    record Block(byte[] numbers) implements Clue {}

    /** A telephone number in ASCII digits. */
    record Phone(String digits) implements Clue {}

    /** The household part of a printed number. */
    record Printed(long number) implements Clue {}

    /** A receipt number by its key. */
    record Receipt(long key) implements Clue {}

    /**
     * One word of a search with everything it may mean.
     *
     * @param optional left out where it fits nobody: the name of a city, which all live in
     */
    record Word(List<Clue> clues, boolean optional) {}
}
