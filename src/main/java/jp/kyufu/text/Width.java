package jp.kyufu.text;

import java.text.Normalizer;

/**
 * Width folding: Unicode NFKC, which makes half-width kana full and full-width ASCII plain, plus
 * what NFKC leaves undone for Japanese forms.
 */
public final class Width {

    private static final String HALF_KANA =
            "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノ"
                    + "ハヒフヘホマミムメモヤユヨラリルレロワン"
                    + VoicedMarks.VOICED
                    + VoicedMarks.SEMI_VOICED;

    private Width() {}

    /**
     * The text in one width: half-width kana → full, full-width ASCII → ASCII (－ too), voiced marks
     * composed (also the free-standing ゛ ゜), variation selectors and zero-width characters dropped,
     * white space trimmed and each run of it one ASCII space. The dashes U+2010–2015, 2212, 2500
     * and the prolonged marks 30FC, FF70 become "-" between two digits and nowhere else, so that
     * コーポ stays コーポ. Idempotent; private-use characters stay, half a surrogate becomes U+FFFD.
     */
    public static String fold(String text) {
        return isClean(text) ? text : emit(normalised(text));
    }

    /**
     * A number as people write it: width folded, spaces and hyphens of every kind dropped. Whether
     * the rest is digits is for the caller to ask.
     */
    public static String digits(String text) {
        String folded = fold(text);
        StringBuilder kept = null;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c == ' ' || CharKind.isHyphen(c)) {
                if (kept == null) {
                    kept = new StringBuilder(folded.length()).append(folded, 0, i);
                }
            } else if (kept != null) {
                kept.append(c);
            }
        }
        return kept == null ? folded : fold(kept.toString());
    }

    private static boolean isClean(String text) {
        boolean afterSpace = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (CharKind.of(c)) {
                case CharKind.CLEAN -> afterSpace = false;
                case CharKind.SPACE -> {
                    if (c != ' ' || afterSpace) {
                        return false;
                    }
                    afterSpace = true;
                }
                case CharKind.DASH -> {
                    if (isBetweenDigits(text, i)) {
                        return false;
                    }
                    afterSpace = false;
                }
                default -> {
                    return false;
                }
            }
        }
        return !afterSpace || text.isEmpty();
    }

    private static boolean isBetweenDigits(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && CharKind.isDigit(narrow(text.charAt(at - 1)))
                && CharKind.isDigit(narrow(text.charAt(at + 1)));
    }

    private static char narrow(char c) {
        return CharKind.of(c) == CharKind.FULL_ASCII ? (char) (c - 0xfee0) : c;
    }

    /** The text after NFKC, unless every character is one that {@link #emit} folds itself. */
    private static String normalised(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (CharKind.of(text.charAt(i)) == CharKind.OTHER) {
                return Normalizer.normalize(withoutInvisible(text), Normalizer.Form.NFKC);
            }
        }
        return text;
    }

    /**
     * Drops what is invisible before composing, or a selector between a kana and its mark would
     * keep them apart; the free-standing marks become combining, for NFKC would put a space before
     * them.
     */
    private static String withoutInvisible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == 0x309b) {
                kept.append(VoicedMarks.VOICED);
            } else if (c == 0x309c) {
                kept.append(VoicedMarks.SEMI_VOICED);
            } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                // Half a character: what is dropped between two halves must not make them a whole.
                kept.append('\ufffd');
            } else if (!isInvisible(c)) {
                kept.appendCodePoint(c);
            }
        }
        return kept.toString();
    }

    private static boolean isInvisible(int c) {
        return (c >= 0xfe00 && c <= 0xfe0f)
                || (c >= 0xe0100 && c <= 0xe01ef)
                || (c >= 0x200b && c <= 0x200f)
                || c == 0x2060
                || c == 0xfeff
                || c == 0xad;
    }

    private static String emit(String text) {
        char[] out = new char[text.length()]; // one unit for each at most
        int length = 0;
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            byte kind = CharKind.of(c);
            if (kind == CharKind.SPACE) {
                space = length > 0;
                continue;
            }
            char folded = folded(text, i, c, kind);
            if (VoicedMarks.isMark(folded) && kind == CharKind.HALF_KANA && length > 0 && !space) {
                char composed = VoicedMarks.compose(out[length - 1], folded);
                if (composed != 0) {
                    out[length - 1] = composed;
                    continue;
                }
            }
            if (space) {
                out[length++] = ' ';
                space = false;
            }
            out[length++] = folded;
        }
        return new String(out, 0, length);
    }

    private static char folded(String text, int at, char c, byte kind) {
        return switch (kind) {
            case CharKind.FULL_ASCII -> (char) (c - 0xfee0);
            case CharKind.HALF_KANA ->
                    c == '\uff70' && isBetweenDigits(text, at) ? '-' : HALF_KANA.charAt(c - 0xff61);
            case CharKind.DASH -> isBetweenDigits(text, at) ? '-' : c;
            default -> c;
        };
    }
}
