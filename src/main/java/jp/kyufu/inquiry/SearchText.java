package jp.kyufu.inquiry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.kyufu.inquiry.Clue.Word;
import jp.kyufu.text.Address;
import jp.kyufu.text.AddressParser;
import jp.kyufu.text.DateReading;
import jp.kyufu.text.Dates;
import jp.kyufu.text.Kana;
import jp.kyufu.text.Keys;
import jp.kyufu.text.NameKey;
import jp.kyufu.text.Width;
import jp.kyufu.value.Digits;
import jp.kyufu.value.PrintedNumber;

/**
 * Reads what somebody types into the one box: words in any width and order. A word that may mean
 * several things means all of them; a date or a telephone number may be written in several parts.
 */
final class SearchText {

    /** More words than a caller says; the rest is left out. */
    private static final int MOST_WORDS = 8;

    private static final int MOST_PARTS = 3;

    /** Shows where a city ends. */
    private static final String A_TOWN = "X 1";

    private static final String BREAK = "[ ,\u3001]+";

    /** Latin names have many parts, which only together are one. */
    private static final Pattern LETTERS_APART =
            Pattern.compile("(?<=\\p{IsLatin}) (?=\\p{IsLatin}{1,40}(?![^ ,]))");

    private static final String NUMBERS = "\\d+(-\\d+)+";

    private SearchText() {}

    /** The words of a search. */
    static List<Word> read(String text) {
        String[] parts = LETTERS_APART.matcher(Width.fold(text)).replaceAll("").split(BREAK);
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < parts.length && words.size() < MOST_WORDS; ) {
            int taken = Math.min(MOST_PARTS, parts.length - i);
            Optional<Word> word = Optional.empty();
            while (taken > 1 && word.isEmpty()) {
                word = joined(Arrays.asList(parts).subList(i, i + taken));
                taken -= word.isEmpty() ? 1 : 0;
            }
            (word.isPresent() ? word : word(parts[i])).ifPresent(words::add);
            i += taken;
        }
        return words;
    }

    /** Parts that are one date or one telephone number. */
    private static Optional<Word> joined(List<String> parts) {
        if (!Character.isDigit(parts.getLast().charAt(0))) {
            return Optional.empty();
        }
        return date(String.join("", parts))
                .or(() -> date(String.join("/", parts)))
                .or(() ->
                        parts.stream().allMatch(part -> Digits.isDigits(part, 1, 15))
                                ? phone(String.join("", parts))
                                : Optional.empty())
                .map(clue -> new Word(List.of(clue), false));
    }

    private static Optional<Word> word(String part) {
        if (part.isEmpty()) {
            return Optional.empty();
        }
        String digits = Width.digits(part);
        List<Clue> clues = new ArrayList<>();
        date(part).ifPresent(clues::add);
        if (Digits.isDigits(digits, 1, 15)) {
            numbers(part, digits, clues);
        } else if (clues.isEmpty()) {
            texts(part, clues);
        }
        return clues.isEmpty() ? Optional.empty() : Optional.of(new Word(clues, isCity(part)));
    }

    private static void numbers(String part, String digits, List<Clue> clues) {
        phone(digits).ifPresent(clues::add);
        PrintedNumber.read(digits)
                .map(number -> new Clue.Printed(Long.parseLong(number.household())))
                .ifPresent(clues::add);
        if (part.matches(NUMBERS)) {
            clues.add(new Clue.Block(utf8(part)));
        }
        clues.add(new Clue.Receipt(receiptKey(part)));
    }

    private static void texts(String part, List<Clue> clues) {
        Address address = AddressParser.WITHOUT_TOWNS.parse(part);
        boolean numbered = part.chars().anyMatch(Character::isDigit);
        boolean ascii = part.chars().allMatch(c -> c < 0x80);
        if (ascii) {
            clues.add(new Clue.Receipt(receiptKey(part)));
        } else if (!address.townKey().isEmpty()) {
            clues.add(new Clue.Place(utf8(address.key())));
        } else if (numbered && !address.block().isEmpty()) {
            clues.add(new Clue.Block(utf8(address.block())));
        }
        if (!numbered) {
            String reading = Kana.key(Kana.katakana(part));
            String name = NameKey.folded(part);
            if (!name.isEmpty() && !isReading(reading)) {
                clues.add(new Clue.Name(utf8(name)));
            }
            if (isReading(reading) || isLatin(reading)) {
                clues.add(new Clue.Reading(utf8(reading)));
            }
        }
    }

    /** Whether it may be a prefecture or a city, which says nothing of somebody who lives in it. */
    private static boolean isCity(String part) {
        Address address = AddressParser.WITHOUT_TOWNS.parse(part + A_TOWN);
        return (address.prefecture() + address.city()).equals(part);
    }

    /** Katakana alone, as a key has it. */
    private static boolean isReading(String key) {
        return !key.isEmpty() && key.chars().allMatch(c -> c >= 0x30a1 && c <= 0x30fe);
    }

    private static boolean isLatin(String key) {
        return !key.isEmpty() && key.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static Optional<Clue> date(String text) {
        return Dates.read(text) instanceof DateReading.Read read
                ? Optional.of(new Clue.Birth((int) read.date().toEpochDay()))
                : Optional.empty();
    }

    private static Optional<Clue> phone(String digits) {
        return isPhone(digits) ? Optional.of(new Clue.Phone(digits)) : Optional.empty();
    }

    /** Whether digits are a telephone number of Japan with its area. */
    static boolean isPhone(String digits) {
        return Digits.isDigits(digits, 10, 11) && digits.charAt(0) == '0';
    }

    /** The key under which the ways of writing a receipt number are equal. */
    static long receiptKey(String receiptNo) {
        return Keys.hash64(Width.digits(receiptNo).toUpperCase(Locale.ROOT));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
