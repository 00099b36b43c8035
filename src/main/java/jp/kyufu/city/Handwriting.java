package jp.kyufu.city;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * How people write what is not wrong: any width, spacing and script. Nothing here makes an
 * application harder than a careful reader of the contract can bear.
 */
final class Handwriting {

    static final Charset PAPER = Charset.forName("windows-31j");

    private static final List<String> UNWRITABLE = unwritable();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME_SLASHED =
            DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss", Locale.ROOT);
    private static final List<String> MOBILE = Lexicon.list("phone.mobile");
    private static final String AREA = Lexicon.of("phone.area");

    private Handwriting() {}

    static String name(Person person, Channel channel, RandomGenerator random) {
        return named(person.surname, person.given, person.latin, channel, random);
    }

    /** A name in kanji or Latin letters, parted in any way, at times in new-form kanji. */
    static String named(
            String surname, String given, boolean latin, Channel channel, RandomGenerator random) {
        int lot = random.nextInt(100);
        if (latin) {
            String name = surname + " " + given;
            return lot < 60 ? name : lot < 85 ? capitalised(name) : Kana.wide(name);
        }
        String separator = lot < 40 ? "\u3000" : lot < 80 ? " " : "";
        String name = surname + separator + given;
        return writable(random.nextInt(100) < 50 ? Names.inCommonForm(name) : name, channel);
    }

    /** The applicant's reading; empty where the register has none, and now and then by neglect. */
    static String kana(Person person, RandomGenerator random) {
        if (person.withoutKana || (!person.latin && random.nextInt(100) < 2)) {
            return "";
        }
        int lot = random.nextInt(100);
        String separator = lot % 3 == 0 ? "" : lot % 3 == 1 ? "\u3000" : " ";
        String kana = person.kana(separator);
        if (lot < 55) {
            return kana;
        }
        return lot < 85 || person.latin ? Kana.narrow(kana) : Kana.hiragana(kana);
    }

    /** An account holder's name: katakana of either width; Latin letters where there is no kana. */
    static String holder(Person person, RandomGenerator random) {
        if (person.withoutKana) {
            return person.name(" ");
        }
        return holder(person.surnameKana, person.givenKana, random);
    }

    static String holder(String surnameKana, String givenKana, RandomGenerator random) {
        int lot = random.nextInt(100);
        String kana = surnameKana + (lot % 4 == 0 ? "" : lot % 4 == 1 ? "\u3000" : " ") + givenKana;
        return lot < 60 ? Kana.narrow(kana) : kana;
    }

    /** The printed number, typed online with all that people add, from paper mostly clean. */
    static String number(String printed, Channel channel, RandomGenerator random) {
        int lot = random.nextInt(channel == Channel.ONLINE ? 100 : 1_000);
        if (lot < 15) {
            return printed.substring(0, 10) + "-" + printed.substring(10);
        }
        if (lot < 25) {
            return printed.substring(0, 4)
                    + "-"
                    + printed.substring(4, 8)
                    + "-"
                    + printed.substring(8);
        }
        if (lot < 33) {
            return Kana.wide(printed);
        }
        return lot < 37 ? printed.substring(0, 5) + " " + printed.substring(5) : printed;
    }

    static String received(LocalDateTime time, Channel channel, RandomGenerator random) {
        if (channel == Channel.ONLINE) {
            return time.format(random.nextInt(100) < 95 ? TIME : TIME_SLASHED);
        }
        int lot = random.nextInt(100);
        return lot < 80 ? Dates.iso(time.toLocalDate()) : Dates.written(time.toLocalDate(), random);
    }

    static String digits(String digits, RandomGenerator random) {
        return random.nextInt(100) < 5 ? Kana.wide(digits) : digits;
    }

    static String phone(RandomGenerator random) {
        String last = HouseholdMaker.digits(random.nextInt(10_000), 4);
        if (random.nextInt(100) < 40) {
            return AREA + "-" + (10 + random.nextInt(90)) + "-" + last;
        }
        String middle = HouseholdMaker.digits(random.nextInt(10_000), 4);
        String separator = random.nextBoolean() ? "-" : "";
        return MOBILE.get(random.nextInt(MOBILE.size())) + separator + middle + separator + last;
    }

    /** Paper is typed into Windows-31J: what it cannot hold is written in the common form. */
    static String writable(String text, Channel channel) {
        boolean fits = channel == Channel.ONLINE || UNWRITABLE.stream().noneMatch(text::contains);
        return fits ? text : Names.inCommonForm(text);
    }

    private static List<String> unwritable() {
        CharsetEncoder encoder = PAPER.newEncoder();
        return Names.variants().stream().filter(kanji -> !encoder.canEncode(kanji)).toList();
    }

    private static String capitalised(String name) {
        StringBuilder text = new StringBuilder(name.toLowerCase(Locale.ROOT));
        for (int i = 0; i < text.length(); i++) {
            if (i == 0 || text.charAt(i - 1) == ' ') {
                text.setCharAt(i, Character.toUpperCase(text.charAt(i)));
            }
        }
        return text.toString();
    }
}
