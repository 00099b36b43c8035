package jp.kyufu.bank;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names in the characters a bank takes (JBA standard, 令和元年12月, as zengin.md gives it): half-width
 * kana, capital letters, digits, and the signs of the bank profile. A kana and its mark are two
 * bytes. What has no such form is refused, never replaced and never guessed.
 */
public final class ZenginText {

    /** 受取人名 */
    public static final int PAYEE_BYTES = 30;

    /** 振込依頼人名 */
    public static final int CONSIGNOR_BYTES = 40;

    /** Names of banks and branches. */
    public static final int BANK_NAME_BYTES = 15;

    /** The full stop and the middle dot (full, half width): parts a bank's name is sent without. */
    private static final String DROPPED_IN_BANK_NAMES = ".\u30FB\uFF65";

    private static final char VOICED = '\uFF9E';
    private static final char SEMI_VOICED = '\uFF9F';
    private static final @Nullable String[] SENT = table();

    /** Whether a text can be sent. */
    public sealed interface Result {

        /** As it is sent, in half-width characters. */
        record Valid(String halfWidth) implements Result {}

        /** The characters, each once, that cannot be sent; empty if there is nothing to send. */
        record Refused(String offendingCharacters) implements Result {}
    }

    private ZenginText() {}

    /**
     * A payee's name of any width, hiragana or katakana, cut at 30 bytes.
     *
     * @param allowedSymbols of the bank profile, such as {@code ()-.}; with ｦ if the bank takes it
     */
    public static Result payee(String anyKana, String allowedSymbols) {
        return send(anyKana, allowedSymbols, PAYEE_BYTES);
    }

    /** A bank's or branch's name: no space, full stop or middle dot, cut at 15 bytes. */
    public static Result bankName(String anyKana) {
        StringBuilder kept = new StringBuilder(anyKana.length());
        anyKana.codePoints()
                .filter(c -> !Character.isSpaceChar(c) && !isDroppedInBankNames(c))
                .forEach(kept::appendCodePoint);
        return send(kept.toString(), "-", BANK_NAME_BYTES);
    }

    /** Whether a half-width text holds nothing but what a bank with these symbols takes. */
    static boolean isSendable(String halfWidth, String allowedSymbols) {
        for (int i = 0; i < halfWidth.length(); i++) {
            char c = halfWidth.charAt(i);
            boolean sendable =
                    isMark(c)
                            ? i > 0 && takes(halfWidth.charAt(i - 1), c)
                            : c == ' '
                                    || isLetterOrDigit(c)
                                    || isKana(c)
                                    || allowedSymbols.indexOf(c) >= 0;
            if (!sendable) {
                return false;
            }
        }
        return true;
    }

    private static Result send(String text, String allowedSymbols, int bytes) {
        // A mark that is a combining character joins its kana here, if they make one.
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder sent = new StringBuilder(composed.length() + 8);
        Set<String> offending = new LinkedHashSet<>();
        for (int i = 0; i < composed.length(); ) {
            int character = composed.codePointAt(i);
            i += Character.charCount(character);
            if (!append(sent, character, allowedSymbols)) {
                offending.add(Character.toString(character));
            }
        }
        if (!offending.isEmpty()) {
            return new Result.Refused(String.join("", offending));
        }
        String cut = cut(sent, bytes);
        return cut.isEmpty() ? new Result.Refused("") : new Result.Valid(cut);
    }

    private static boolean append(StringBuilder sent, int character, String allowedSymbols) {
        int last = sent.length() - 1;
        if (character == ' ' || character == '\u3000') {
            if (last >= 0 && sent.charAt(last) != ' ') {
                sent.append(' ');
            }
            return true;
        }
        String form = character < SENT.length ? SENT[character] : null;
        if (form == null) {
            return false;
        }
        char c = form.charAt(0);
        if (isMark(c)) {
            if (last < 0 || !takes(sent.charAt(last), c)) {
                return false;
            }
        } else if (!isKana(c) && !isLetterOrDigit(c) && allowedSymbols.indexOf(c) < 0) {
            return false;
        }
        sent.append(form);
        return true;
    }

    /** At most so many bytes, never ending between a kana and its mark, nor in a space. */
    private static String cut(StringBuilder sent, int bytes) {
        int end = Math.min(sent.length(), bytes);
        if (end < sent.length() && isMark(sent.charAt(end))) {
            end--;
        }
        return sent.substring(0, end).stripTrailing();
    }

    private static boolean isDroppedInBankNames(int character) {
        String form = character < SENT.length ? SENT[character] : null;
        return DROPPED_IN_BANK_NAMES.indexOf(character) >= 0 || ".".equals(form);
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** ｱ to ﾝ; ｦ counts as a symbol, since few banks take it. */
    private static boolean isKana(char c) {
        return c >= '\uFF71' && c <= '\uFF9D';
    }

    private static boolean isMark(char c) {
        return c == VOICED || c == SEMI_VOICED;
    }

    /** ﾞ follows ｳ, ｶ to ﾄ and ﾊ to ﾎ; ﾟ follows ﾊ to ﾎ. */
    private static boolean takes(char kana, char mark) {
        boolean ha = kana >= '\uFF8A' && kana <= '\uFF8E';
        boolean ka = kana >= '\uFF76' && kana <= '\uFF84';
        return ha || mark == VOICED && (ka || kana == '\uFF73');
    }

    private static @Nullable String[] table() {
        @Nullable String[] table = new @Nullable String[0x10000];
        // The signs stand for themselves, in both widths; letters become capitals.
        for (char c = '!'; c <= '}'; c++) {
            String capital = String.valueOf(c >= 'a' && c <= 'z' ? (char) (c - 32) : c);
            table[c] = capital;
            table[c + 0xFEE0] = capital;
        }
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        ZenginText.class.getResourceAsStream(
                                                "zengin-characters.txt")),
                                StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(table, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private static void add(@Nullable String[] table, String line) {
        int space = line.indexOf(' ');
        String sent = line.substring(0, space);
        for (char written : line.substring(space + 1).toCharArray()) {
            table[written] = sent;
            if (written >= '\u30A1' && written <= '\u30F6') {
                table[written - 0x60] = sent; // the hiragana of a katakana
            }
        }
    }
}
