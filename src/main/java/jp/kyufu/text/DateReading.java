package jp.kyufu.text;

import java.time.LocalDate;

/** What a field that should hold a date says. */
public sealed interface DateReading {

    /**
     * A date.
     *
     * @param eraOverrun it was written past the end of its era (平成31年5月1日); it counts, with a note
     */
    record Read(LocalDate date, boolean eraOverrun) implements DateReading {}

    /** The register says that nobody knows (不詳), wholly or in part. */
    record Unknown() implements DateReading {}

    /** Nothing was written. */
    record Empty() implements DateReading {}

    /**
     * Something was written that is no date, or not one date only.
     *
     * @param found the text as written
     */
    record Unreadable(String found) implements DateReading {}
}
