package jp.kyufu.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.kyufu.bank.AccountForm;
import jp.kyufu.text.Width;
import jp.kyufu.value.Check;

/**
 * An application as written: one text per {@link Field}, empty where the form says nothing. This is
 * what is kept sealed; nothing in it is normalised.
 */
public final class ApplicationForm {

    /** Control characters never pass intake, so this one cannot occur in a field. */
    private static final String SEPARATOR = "\u001f";

    private static final byte END_OF_FIELD = 0x1f;

    private static final int FIELDS = Field.values().length;

    private final String[] texts;

    private ApplicationForm(String[] texts) {
        this.texts = texts;
    }

    /** A form of one text per field, in the order of {@link Field}. */
    public static ApplicationForm of(String[] texts) {
        Check.that(texts.length == FIELDS, "%s fields instead of %s", texts.length, FIELDS);
        return new ApplicationForm(texts.clone());
    }

    /** What the applicant wrote in this field; empty if nothing. */
    public String get(Field field) {
        return texts[field.ordinal()];
    }

    /** The same form with other texts in some fields. */
    ApplicationForm with(Map<Field, String> others) {
        String[] changed = texts.clone();
        others.forEach((field, text) -> changed[field.ordinal()] = text);
        return new ApplicationForm(changed);
    }

    /** Fields in which another form says something else. */
    public Set<Field> differences(ApplicationForm other) {
        Set<Field> differing = EnumSet.noneOf(Field.class);
        for (Field field : Field.values()) {
            if (!get(field).equals(other.get(field))) {
                differing.add(field);
            }
        }
        return differing;
    }

    /** The account fields as written; on points they say nothing. */
    public AccountForm account() {
        return new AccountForm(
                get(Field.BANK),
                get(Field.BRANCH),
                get(Field.DEPOSIT_TYPE),
                get(Field.ACCOUNT_NO),
                get(Field.HOLDER),
                get(Field.YUCHO_SYMBOL),
                get(Field.YUCHO_NUMBER));
    }

    /**
     * The wallet id in one width and case, without spaces and hyphens, as fingerprints are computed
     * over it; empty if none is given. Whether it is one, the code WALLET_INVALID says.
     */
    public String wallet() {
        return Width.digits(get(Field.WALLET)).toUpperCase(Locale.ROOT);
    }

    /**
     * The form without the spaces around its texts, itself where there are none: two rows of one
     * content have equal ones.
     */
    ApplicationForm stripped() {
        for (int i = 0; i < FIELDS; i++) {
            if (texts[i].strip().length() < texts[i].length()) {
                return new ApplicationForm(
                        Arrays.stream(texts).map(String::strip).toArray(String[]::new));
            }
        }
        return this;
    }

    /** The bytes that are sealed; {@link #fromBytes} reads them back. */
    public byte[] toBytes() {
        return String.join(SEPARATOR, texts).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads what {@link #toBytes} wrote. A form of an older, shorter field list reads as empty
     * there.
     */
    public static ApplicationForm fromBytes(byte[] bytes) {
        String[] texts = new String[FIELDS];
        int from = 0;
        for (int i = 0; i < FIELDS; i++) {
            int to = from;
            while (to < bytes.length && bytes[to] != END_OF_FIELD) {
                to++;
            }
            texts[i] = from >= to ? "" : new String(bytes, from, to - from, StandardCharsets.UTF_8);
            from = to + 1;
        }
        return new ApplicationForm(texts);
    }
}
