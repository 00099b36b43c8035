package jp.kyufu.kanji;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * On what the map rests when it names another character for a glyph, the strongest first. {@code
 * evidence.properties} has the member names of the file.
 */
public enum Evidence {
    /** Circulars of the Ministry of Justice on family registers. */
    NOTICE,
    /** Announcement 582 of the Ministry of Justice, table 4: characters of residence cards. */
    TABLE_4,
    /** The unification rules of JIS X 0213 and ISO/IEC 10646. */
    JIS,
    /** Dictionaries. */
    DICTIONARY,
    /** Likeness of reading and shape. */
    ANALOGY;

    private final List<String> members = List.of(MapNames.get(name()).split(","));

    /** The evidence that a member of an entry lists. */
    static Optional<Evidence> ofMember(String member) {
        return Arrays.stream(values()).filter(one -> one.members.contains(member)).findFirst();
    }

    /** The members that list evidence, for messages. */
    static String known() {
        return String.join(
                ", ", Arrays.stream(values()).map(one -> one.members.getFirst()).toList());
    }
}
