package jp.kyufu.city;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import jp.kyufu.city.Accounts.Owner;
import jp.kyufu.value.ReasonCode;

/** Writes the applications of every {@link HardCase}; {@link HardRegister} made the register. */
final class HardMess {

    private static final String SPACE = "\u3000";
    private static final List<String> ELSEWHERE = Lexicon.list("elsewhere");

    private final Scribe scribe;

    HardMess(Scribe scribe) {
        this.scribe = scribe;
    }

    Form write(HardCase kind, Household home, Channel channel, RandomGenerator random) {
        return switch (kind) {
            case NUMBER_STOLEN, NOT_RESIDENT, NOT_RESIDENT_NAME_BIRTH, NOT_RESIDENT_NAME_ADDRESS ->
                    stranger(kind, home, channel, random);
            case NUMBER_MISTYPED, NUMBER_OF_TWIN, NUMBER_OF_FATHER, REGISTER_DUPLICATE ->
                    numbered(kind, home, channel, random);
            default -> {
                Form form = scribe.byHead(home, channel, random);
                // A printed number would say whose it is: three in four have lost it.
                form.number = random.nextInt(4) == 0 ? form.number : "";
                who(kind, form, home, random);
                yield form;
            }
        };
    }

    private void who(HardCase kind, Form form, Household home, RandomGenerator random) {
        Person head = home.head();
        switch (kind) {
            case NAMESAKES_UNTOLD -> {
                form.number = "";
                form.postal = "";
                form.address = "";
                scribe.points(form, home, Owner.HEAD, random);
                form.codes.add(ReasonCode.SEVERAL_CANDIDATES);
            }
            case NAMESAKES -> form.number = "";
            case NAME_OCR -> misreadName(form, head, random);
            case KANA_OCR -> misreadKana(form, head, random);
            case BIRTH_OCR -> birth(form, Ocr.misread(head.birth, random), random);
            case ADDRESS_OCR -> misreadAddress(form, random);
            case KANA_MISSING -> form.kana = "";
            case NAME_IN_KANA -> {
                form.name = head.kana(random.nextBoolean() ? SPACE : "");
                form.kana = random.nextBoolean() ? "" : head.kana(SPACE);
            }
            case NAME_SWAPPED -> {
                form.name = writable(head.given + SPACE + head.surname, form);
                form.kana = head.givenKana + SPACE + head.surnameKana;
            }
            case LATIN_ORDER, LATIN_CASE, LATIN_MIDDLE, LATIN_IN_KANA, ALIAS ->
                    foreign(kind, form, head, random);
            case FORMER_NAME -> {
                Names.Word former = Objects.requireNonNull(head.former);
                form.name = writable(former.text() + SPACE + head.given, form);
                form.kana = former.kana() + SPACE + head.givenKana;
            }
            case MAIDEN_NAME -> {
                Names.Word maiden = Names.surname(random);
                form.name = writable(maiden.text() + SPACE + head.given, form);
                form.kana = maiden.kana() + SPACE + head.givenKana;
            }
            case MOVER -> {
                Address old = Address.draw(random);
                form.postal = old.postal();
                form.address = old.written(random);
            }
            case MOVER_FROM_ELSEWHERE -> elsewhere(form, random);
            case INSTITUTION -> {
                if (random.nextInt(3) == 0) {
                    birth(form, Ocr.misread(head.birth, random), random);
                }
            }
            case FATHER_AND_SON -> {
                if (random.nextBoolean()) {
                    birth(form, Ocr.misread(head.birth, random), random);
                }
            }
            case BIRTH_DAY_MONTH ->
                    birth(
                            form,
                            LocalDate.of(
                                    head.birth.getYear(),
                                    head.birth.getDayOfMonth(),
                                    head.birth.getMonthValue()),
                            random);
            case BIRTH_ERA -> birth(form, head.birth.plusYears(63), random);
            case BIRTH_YEAR ->
                    birth(form, head.birth.plusYears(random.nextBoolean() ? 1 : -1), random);
            case SEVERAL_SLIPS -> severalSlips(form, head, random);
            default -> {
                // Who lives in the household is the difficulty.
            }
        }
    }

    private static void foreign(HardCase kind, Form form, Person head, RandomGenerator random) {
        switch (kind) {
            case LATIN_ORDER -> {
                form.name = head.given + " " + head.surname;
                form.kana =
                        form.kana.isEmpty() || random.nextBoolean()
                                ? ""
                                : head.givenKana + SPACE + head.surnameKana;
            }
            case LATIN_CASE -> {
                String small = head.name(" ").toLowerCase(Locale.ROOT);
                form.name =
                        switch (random.nextInt(4)) {
                            case 0 -> small;
                            case 1 -> small.replace(" ", "");
                            case 2 -> head.surname + ", " + head.given;
                            default -> head.surname + " " + head.given.replace(' ', '-');
                        };
            }
            case LATIN_MIDDLE -> {
                int end = head.given.lastIndexOf(' ');
                String initial = random.nextBoolean() ? head.given.substring(end, end + 2) : "";
                String given = head.given.substring(0, end) + initial;
                form.name = head.surname + " " + given + (initial.isEmpty() ? "" : ".");
                int kanaEnd = head.givenKana.lastIndexOf(' ');
                form.kana =
                        form.kana.isEmpty()
                                ? ""
                                : head.surnameKana + SPACE + head.givenKana.substring(0, kanaEnd);
            }
            case LATIN_IN_KANA -> {
                form.name = head.kana(SPACE);
                form.kana = head.kana(SPACE);
            }
            default -> {
                Names.Word alias = Objects.requireNonNull(head.alias);
                form.name = writable(alias.text(), form);
                form.kana = alias.kana();
            }
        }
    }

    /** Forms that carry a number, and it leads to the wrong household. */
    private Form numbered(HardCase kind, Household home, Channel channel, RandomGenerator random) {
        Form form = scribe.byHead(home, channel, random);
        boolean second = home.plan.role() == 1;
        switch (kind) {
            case NUMBER_MISTYPED -> {
                int other = (home.index + 1 + random.nextInt(scribe.count - 1)) % scribe.count;
                form.number = Household.printed(scribe.households.number(other));
                form.codes.add(ReasonCode.NUMBER_CONTRADICTS);
            }
            case NUMBER_OF_TWIN, NUMBER_OF_FATHER -> {
                if (second) {
                    form.number = Household.printed(scribe.households.number(home.index - 1));
                    form.codes.add(ReasonCode.NUMBER_CONTRADICTS);
                }
            }
            default -> form.number = random.nextInt(3) == 0 ? "" : form.number;
        }
        return form;
    }

    /** Somebody of another city; the household itself does not apply. */
    private Form stranger(HardCase kind, Household home, Channel channel, RandomGenerator random) {
        Person head = home.head();
        boolean female = random.nextBoolean();
        LocalDate birth = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(24_000));
        var surname = Names.surname(random);
        var given = Names.given(female, birth.getYear(), random);
        var who = new Person("", female, Relation.HEAD, surname, given, birth);
        if (kind == HardCase.NOT_RESIDENT_NAME_BIRTH
                || kind == HardCase.NOT_RESIDENT_NAME_ADDRESS) {
            HouseholdMaker.copyName(head, who);
            who.latin = head.latin;
        }
        if (kind == HardCase.NOT_RESIDENT_NAME_ADDRESS) {
            who.birth = birth;
        }
        Form form = scribe.by(home, who, channel, Arrivals.first(channel, random), random);
        scribe.points(form, home, Owner.PROXY, random);
        form.person = null;
        form.count = "";
        if (kind == HardCase.NUMBER_STOLEN) {
            form.codes.add(ReasonCode.NUMBER_CONTRADICTS);
            return form;
        }
        form.number = "";
        if (kind != HardCase.NOT_RESIDENT_NAME_ADDRESS) {
            elsewhere(form, random);
        }
        form.codes.add(ReasonCode.NOT_IN_REGISTER);
        return form;
    }

    private static void severalSlips(Form form, Person head, RandomGenerator random) {
        int slips = 2 + random.nextInt(2);
        int first = random.nextInt(4);
        for (int i = 0; i < slips; i++) {
            switch ((first + i) % 4) {
                case 0 -> misreadName(form, head, random);
                case 1 -> birth(form, Ocr.misread(head.birth, random), random);
                case 2 -> misreadAddress(form, random);
                default -> misreadKana(form, head, random);
            }
        }
    }

    private static void misreadName(Form form, Person head, RandomGenerator random) {
        String name = Names.inCommonForm(head.name(SPACE));
        String misread =
                Ocr.KANJI.misread(name, random).orElseGet(() -> Names.mistaken(name, random));
        form.name = writable(misread, form);
    }

    private static void misreadKana(Form form, Person head, RandomGenerator random) {
        String kana = head.kana(SPACE);
        form.kana = Ocr.KANA.misread(kana, random).orElseGet(() -> Kana.slip(kana));
    }

    private static void misreadAddress(Form form, RandomGenerator random) {
        form.address = Ocr.DIGIT.misread(form.address, random).orElse(form.address);
    }

    private static void birth(Form form, LocalDate written, RandomGenerator random) {
        form.birth = Dates.written(written, random);
    }

    private static void elsewhere(Form form, RandomGenerator random) {
        form.postal = "";
        form.address = ELSEWHERE.get(random.nextInt(ELSEWHERE.size()));
    }

    private static String writable(String text, Form form) {
        return Handwriting.writable(text, form.channel);
    }
}
