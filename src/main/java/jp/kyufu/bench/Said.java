package jp.kyufu.bench;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.temporal.ChronoField;
import jp.kyufu.bench.SearchSampleStore.Caller;
import jp.kyufu.text.Kana;
import jp.kyufu.text.Width;
import jp.kyufu.value.PrintedNumber;

/** The ways a caller is typed into the search box. */
enum Said {
    RECEIPT_NUMBER,
    PRINTED_NUMBER,
    NAME,
    NAME_TURNED,
    READING_BIRTH,
    FAMILY_BIRTH,
    PHONE,
    ADDRESS,
    FAMILY_ADDRESS,
    FAMILY;

    private static final String ERAS = "MTSHR";

    /** Whether the one who rang must be among what is found; by a family name alone, hardly. */
    boolean finds() {
        return this != FAMILY;
    }

    String of(Caller caller) {
        String name = Width.fold(caller.name());
        String family = part(name, 0);
        return switch (this) {
            case RECEIPT_NUMBER -> wide(caller.receiptNo());
            case PRINTED_NUMBER -> {
                String digits = PrintedNumber.ofHousehold(caller.householdNo()).digits();
                yield digits.substring(0, 10) + "-" + digits.substring(10);
            }
            case NAME -> family + part(name, 1);
            case NAME_TURNED -> part(name, 1) + " " + family;
            case READING_BIRTH -> hiragana(caller.kana()) + " " + inEra(caller.birth());
            case FAMILY_BIRTH -> family + " " + caller.birth().toString().replace("-", "/");
            case PHONE -> caller.phone();
            case ADDRESS -> caller.address();
            case FAMILY_ADDRESS -> family + " " + caller.address();
            case FAMILY -> family;
        };
    }

    private static String part(String name, int part) {
        String[] parts = name.split(" ", 2);
        return part < parts.length ? parts[part] : "";
    }

    /** {@code S50.1.2}. */
    private static String inEra(LocalDate day) {
        JapaneseDate date = JapaneseDate.from(day);
        return "%s%d.%d.%d"
                .formatted(
                        ERAS.charAt(date.getEra().getValue() + 1),
                        date.get(ChronoField.YEAR_OF_ERA),
                        day.getMonthValue(),
                        day.getDayOfMonth());
    }

    /** Letters and digits of full width. */
    private static String wide(String text) {
        StringBuilder wide = new StringBuilder(text.length());
        text.chars().forEach(c -> wide.append((char) (c > ' ' && c < 0x7f ? c + 0xfee0 : c)));
        return wide.toString();
    }

    private static String hiragana(String kana) {
        StringBuilder text = new StringBuilder(kana.length());
        Kana.katakana(kana)
                .chars()
                .forEach(c -> text.append((char) (c >= 0x30a1 && c <= 0x30f6 ? c - 0x60 : c)));
        return text.toString();
    }
}
