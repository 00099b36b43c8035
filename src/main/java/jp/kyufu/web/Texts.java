package jp.kyufu.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Words;
import org.jspecify.annotations.Nullable;

/**
 * How figures, days and codes stand on a page, in the reader's language; the templates' {@code t}.
 * Days are those of Japan, in Japanese with the era.
 */
public final class Texts {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Words words;
    private final NumberFormat numbers;

    public Texts(Locale locale) {
        this.words = Words.onPages(locale);
        this.numbers = NumberFormat.getIntegerInstance(locale);
    }

    public Words words() {
        return words;
    }

    /** {@code 123,456}. */
    public String count(@Nullable Number number) {
        return number == null ? "" : numbers.format(number.longValue());
    }

    /** Yen with their unit; nothing for nothing known. */
    public String yen(@Nullable Number yen) {
        return yen == null ? "" : words.of("web.unit.yen", count(yen));
    }

    /** An amount on a rail: yen or points. */
    public String amount(@Nullable Number amount, @Nullable Object rail) {
        if (amount == null) {
            return "";
        }
        boolean points = rail != null && plain(rail).equals(Rail.POINTS.name());
        return words.of(points ? "web.unit.points" : "web.unit.yen", count(amount));
    }

    /** A day, in Japanese with its era. */
    public String day(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        if (!words.locale().getLanguage().equals(Locale.JAPANESE.getLanguage())) {
            return day.toString();
        }
        JapaneseDate era = JapaneseDate.from(day);
        String pattern = era.get(ChronoField.YEAR_OF_ERA) == 1 ? "web.day.first" : "web.day";
        return DateTimeFormatter.ofPattern(words.of(pattern), Locale.JAPANESE).format(era);
    }

    /**
     * The year of a day, in Japanese by its era; how a birth date is shown that nobody may read.
     */
    public String year(@Nullable LocalDate day) {
        if (day == null || !words.locale().getLanguage().equals(Locale.JAPANESE.getLanguage())) {
            return day == null ? "" : Integer.toString(day.getYear());
        }
        String year = words.of("web.year");
        return DateTimeFormatter.ofPattern(year, Locale.JAPANESE).format(JapaneseDate.from(day));
    }

    /** A moment to the minute. */
    public String time(@Nullable Object at) {
        return switch (at) {
            case null -> "";
            case LocalDateTime time -> minute(time);
            case OffsetDateTime time -> minute(time.atZoneSameInstant(TOKYO).toLocalDateTime());
            case Instant time -> minute(time.atZone(TOKYO).toLocalDateTime());
            default -> at.toString();
        };
    }

    /** Midnight is of what tells no hour, as paper. */
    private String minute(LocalDateTime time) {
        if (time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return day(time.toLocalDate());
        }
        return day(time.toLocalDate())
                + time.format(DateTimeFormatter.ofPattern(" HH:mm", Locale.ROOT));
    }

    /** What led to a movement, as its posting names it: {@code result file 1}. */
    public String cause(String cause) {
        int number = 0;
        while (number < cause.length() && !Character.isDigit(cause.charAt(number))) {
            number++;
        }
        String key = "web.cause." + cause.substring(0, number).strip().replace(' ', '-');
        return words.has(key) ? words.of(key, cause.substring(number)) : cause;
    }

    /** The word for an act of the audit trail; one that has none stands as it is recorded. */
    public String act(String act) {
        String key = "web.audit.act." + act;
        return words.has(key) ? words.of(key) : act;
    }

    /** What a code that a person or a rule gave means. */
    public String reason(@Nullable Object code) {
        if (code == null) {
            return "";
        }
        String name = plain(code);
        for (ReasonCode known : ReasonCode.values()) {
            if (known.name().equals(name)) {
                return words.of(known);
            }
        }
        return name;
    }

    /** The word for a state: {@code web.state.<kind>.<STATE>}. */
    public String state(String kind, @Nullable Object state) {
        return state == null || plain(state).isEmpty()
                ? ""
                : words.of("web.state." + kind + "." + plain(state));
    }

    /** The word for a way in; a city's own layout may name one that has none. */
    public String channel(String channel) {
        return switch (channel.toLowerCase(Locale.ROOT)) {
            case "online" -> words.of("web.channel.online");
            case "paper" -> words.of("web.channel.paper");
            default -> channel;
        };
    }

    /** What a job does, by its name. */
    public String job(String name) {
        return words.of("web.job." + name);
    }

    /** The headers of a list: the words of {@code prefix} and each of the columns. */
    public List<String> columns(String prefix, String... columns) {
        return Stream.of(columns).map(column -> words.of(prefix + column)).toList();
    }

    /** The word for a rail. */
    public String rail(@Nullable Object rail) {
        return rail == null ? "" : words.of("web.rail." + plain(rail));
    }

    /** An enum's name, or the text in capitals; what an Optional holds. */
    private static String plain(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.map(Texts::plain).orElse("");
            case Enum<?> name -> name.name();
            default -> value.toString().toUpperCase(Locale.ROOT);
        };
    }
}
