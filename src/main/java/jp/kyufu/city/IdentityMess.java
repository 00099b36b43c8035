package jp.kyufu.city;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import jp.kyufu.city.Accounts.Owner;
import jp.kyufu.value.ReasonCode;

/** Writes the applications of every {@link IdentityCase}. */
final class IdentityMess {

    private static final List<String> UNREADABLE = Lexicon.list("birth.unreadable");
    private static final List<String> ELSEWHERE = Lexicon.list("elsewhere");

    private final Scribe scribe;

    IdentityMess(Scribe scribe) {
        this.scribe = scribe;
    }

    Form write(IdentityCase kind, Household home, Channel channel, RandomGenerator random) {
        if (kind == IdentityCase.NOT_RESIDENT || kind == IdentityCase.NUMBER_WITH_STRANGER) {
            return stranger(kind, home, channel, random);
        }
        Form form = scribe.byHead(home, channel, random);
        Person head = home.head();
        switch (kind) {
            case ORDINARY, LATIN_NAME, LATIN_WITHOUT_KANA, NUMBER_LONG -> {
                // The household itself, or nothing, is the difficulty.
            }
            case NUMBER_ABSENT -> form.number = "";
            case NUMBER_LOST_ZEROS -> form.number = home.printed().replaceFirst("^0+", "");
            case NUMBER_CHECK_DIGIT -> wrongCheckDigit(form, home, random);
            case NUMBER_OF_ANOTHER -> {
                int neighbour = (home.index + 1) % scribe.count;
                form.number = Household.printed(scribe.households.number(neighbour));
                form.codes.add(ReasonCode.NUMBER_CONTRADICTS);
            }
            case VARIANT_KANJI ->
                    form.name = Names.inCommonForm(head.name(random.nextBoolean() ? "" : "\u3000"));
            case KANA_MISSING -> form.kana = "";
            case NAME_SLIP ->
                    form.name =
                            Handwriting.writable(Names.mistaken(head.name(" "), random), channel);
            case KANA_SLIP -> form.kana = Kana.slip(head.kana("\u3000"));
            case BIRTH_SLIP -> form.birth = Dates.iso(aDigitAway(head.birth));
            case NAME_SWAPPED -> {
                form.name = Handwriting.writable(head.given + "\u3000" + head.surname, channel);
                form.kana = head.kana("\u3000");
            }
            case MAIDEN_NAME -> maidenName(form, home, channel, random);
            case TWINS -> form.number = random.nextBoolean() ? "" : form.number;
            case ERA_OVERRUN -> {
                form.birth = Dates.overrun(head.birth, random);
                form.codes.add(ReasonCode.ERA_OVERRUN);
            }
            case NAME_MISSING -> {
                form.name = "";
                form.kana = "";
                hide(form, home, random);
                form.codes.add(ReasonCode.NAME_MISSING);
            }
            case BIRTH_UNREADABLE -> {
                int lot = random.nextInt(UNREADABLE.size() + 1);
                form.birth = lot == 0 ? "" : UNREADABLE.get(lot - 1);
                hide(form, home, random);
                form.codes.add(ReasonCode.BIRTH_DATE_UNREADABLE);
            }
            case NUMBER_ABSENT_AND_SLIP -> {
                form.number = "";
                form.birth = Dates.iso(aDigitAway(head.birth));
            }
            case NOT_RESIDENT, NUMBER_WITH_STRANGER ->
                    throw new IllegalStateException("written by stranger()");
        }
        return form;
    }

    /** Somebody of another city; the household itself does not apply. */
    private Form stranger(
            IdentityCase kind, Household home, Channel channel, RandomGenerator random) {
        boolean female = random.nextBoolean();
        LocalDate birth = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(24_000));
        var who =
                new Person(
                        "",
                        female,
                        Relation.HEAD,
                        Names.rareSurname(random),
                        Names.given(female, birth.getYear(), random),
                        birth);
        Form form = scribe.by(home, who, channel, Arrivals.first(channel, random), random);
        scribe.points(form, home, Owner.PROXY, random);
        form.person = null;
        form.count = "";
        if (kind == IdentityCase.NOT_RESIDENT) {
            form.number = "";
            form.postal = "";
            form.address = ELSEWHERE.get(random.nextInt(ELSEWHERE.size()));
            form.codes.add(ReasonCode.NOT_IN_REGISTER);
        } else {
            form.codes.add(ReasonCode.NUMBER_CONTRADICTS);
        }
        return form;
    }

    /** A digit of the number or its check digit is mistyped, and the check digit shows it. */
    private static void wrongCheckDigit(Form form, Household home, RandomGenerator random) {
        String printed = home.printed();
        char[] digits = printed.toCharArray();
        int place = random.nextInt(2, digits.length);
        do {
            digits[place] = (char) ('0' + (digits[place] - '0' + 1) % 10);
        } while (Household.printed(new String(digits, 0, 10)).equals(new String(digits)));
        form.number = new String(digits);
        form.codes.add(ReasonCode.CHECK_DIGIT_WRONG);
    }

    /** A name that differs in more than a slip from everybody's in the household. */
    private void maidenName(Form form, Household home, Channel channel, RandomGenerator random) {
        Names.Word maiden = Names.rareSurname(random);
        Person head = home.head();
        form.name = Handwriting.writable(maiden.text() + "\u3000" + head.given, channel);
        form.kana = maiden.kana() + "\u3000" + head.givenKana;
        scribe.points(form, home, Owner.HEAD, random);
        form.codes.add(ReasonCode.NUMBER_CONTRADICTS);
    }

    /** Leaves nothing by which the office could find the household without the missing fact. */
    private void hide(Form form, Household home, RandomGenerator random) {
        form.number = "";
        form.postal = "";
        form.address = "";
        scribe.points(form, home, Owner.HEAD, random);
    }

    /** Another date of which one digit differs: of the day if it can, else of the year. */
    private static LocalDate aDigitAway(LocalDate date) {
        int day = date.getDayOfMonth();
        if (day % 10 == 0) {
            return date.getYear() % 10 < 9 ? date.plusYears(1) : date.minusYears(1);
        }
        return day == 1 ? date.plusDays(1) : date.minusDays(1);
    }
}
