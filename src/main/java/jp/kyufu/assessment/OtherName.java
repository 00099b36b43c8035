package jp.kyufu.assessment;

import java.util.ArrayList;
import java.util.List;

/**
 * A further name that the register certifies: an earlier surname with the given name, an alias. Its
 * bearer may sign, be named and hold an account under it.
 *
 * @param kana its reading; may be empty
 */
record OtherName(String name, String kana) {

    /** From names and readings by turns. */
    static List<OtherName> of(List<String> namesAndReadings) {
        List<OtherName> names = new ArrayList<>(namesAndReadings.size() / 2);
        for (int i = 0; i < namesAndReadings.size(); i += 2) {
            names.add(new OtherName(namesAndReadings.get(i), namesAndReadings.get(i + 1)));
        }
        return names;
    }
}
