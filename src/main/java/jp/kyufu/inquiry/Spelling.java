package jp.kyufu.inquiry;

import jp.kyufu.text.Kana;
import jp.kyufu.text.NameKey;
import jp.kyufu.text.Width;

/** A name as it is found: keys of the whole and of its first part, by its signs and its reading. */
record Spelling(String name, String family, String reading, String familyReading) {

    /** Of a name and a reading as written, with the space between their parts or without. */
    static Spelling of(String name, String kana) {
        String folded = Width.fold(name);
        String read = Kana.katakana(kana);
        return new Spelling(
                NameKey.folded(folded),
                NameKey.folded(first(folded)),
                Kana.key(read),
                Kana.key(first(read)));
    }

    /** The first part; empty where there is but one. */
    private static String first(String folded) {
        return folded.substring(0, Math.max(0, folded.indexOf(' ')));
    }
}
