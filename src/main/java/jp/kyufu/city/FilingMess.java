package jp.kyufu.city;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import jp.kyufu.city.Accounts.Owner;
import jp.kyufu.value.ReasonCode;

/** Writes the applications of every {@link FilingCase}. */
final class FilingMess {

    private static final int MOST_REPEATS = 15;
    private static final String SEPARATOR = Lexicon.of("decline.separator");
    private static final List<String> UNKNOWN = Lexicon.list("decline.unknown");
    private static final List<String> RELATIONS = Lexicon.list("proxy.relations");

    private final Scribe scribe;

    FilingMess(Scribe scribe) {
        this.scribe = scribe;
    }

    List<Form> write(FilingCase kind, Household home, Channel channel, RandomGenerator random) {
        return switch (kind) {
            case NO_APPLICATION -> List.of();
            case CROSS_CHANNEL,
                    REPEATED,
                    CORRECTED,
                    DEFECTIVE_TWICE,
                    HEAD_THEN_MEMBER,
                    MEMBER_THEN_HEAD ->
                    several(kind, home, channel, random);
            case NOT_HEAD, NOT_HEAD_OWN_ACCOUNT -> {
                long arrival = Arrivals.first(channel, random);
                boolean ownAccount = kind == FilingCase.NOT_HEAD_OWN_ACCOUNT;
                yield List.of(member(home, channel, arrival, ownAccount, random));
            }
            case OUTSIDE_WINDOW -> {
                long early = Arrivals.tooEarly(channel, random);
                Form form = scribe.byHead(home, channel, early, random);
                form.codes.add(ReasonCode.OUTSIDE_WINDOW);
                yield List.of(form);
            }
            case PROXY, PROXY_HOLDER, PROXY_INCOMPLETE -> {
                Form form = scribe.byHead(home, channel, random);
                proxied(kind, form, home, random);
                yield List.of(form);
            }
            case RECEIPT_REPEATED,
                    RECEIPT_CONFLICT,
                    DECLINED_FULL_NAME,
                    DECLINED_GIVEN_NAME,
                    DECLINER_UNKNOWN,
                    ALL_DECLINED,
                    MEMBER_COUNT_DIFFERS,
                    LINE_BREAK_IN_ADDRESS,
                    ROW_COLUMN_COUNT,
                    ROW_DATE,
                    ROW_CONTROL_CHARACTER,
                    ROW_RECEIPT_EMPTY,
                    ROW_BYTES -> {
                Form form = scribe.byHead(home, channel, random);
                single(kind, form, home, random);
                yield List.of(form);
            }
        };
    }

    /** More than one application of the same household. */
    private List<Form> several(
            FilingCase kind, Household home, Channel channel, RandomGenerator random) {
        Channel firstChannel =
                kind == FilingCase.CROSS_CHANNEL && random.nextBoolean()
                        ? channel.other()
                        : channel;
        long early = Arrivals.early(firstChannel, random);
        if (kind == FilingCase.REPEATED) {
            return repeated(home, channel, early, random);
        }
        Channel secondChannel =
                kind == FilingCase.CROSS_CHANNEL ? firstChannel.other() : firstChannel;
        boolean atOnce = kind == FilingCase.CROSS_CHANNEL && random.nextInt(5) == 0;
        long late =
                atOnce
                        ? Arrivals.sameDay(early, secondChannel, random)
                        : Arrivals.after(early, 20, secondChannel, random);
        boolean memberFirst = kind == FilingCase.MEMBER_THEN_HEAD;
        boolean memberSecond = kind == FilingCase.HEAD_THEN_MEMBER;
        Form first =
                memberFirst
                        ? member(home, firstChannel, early, false, random)
                        : scribe.byHead(home, firstChannel, early, random);
        Form second =
                memberSecond
                        ? member(home, secondChannel, late, false, random)
                        : scribe.byHead(home, secondChannel, late, random);
        if (kind == FilingCase.CORRECTED || kind == FilingCase.DEFECTIVE_TWICE) {
            AccountMess.withoutIdentityCopy(first);
        }
        if (kind == FilingCase.DEFECTIVE_TWICE) {
            AccountMess.withoutIdentityCopy(second);
        }
        return List.of(first, second);
    }

    private List<Form> repeated(
            Household home, Channel channel, long early, RandomGenerator random) {
        List<Form> forms = new ArrayList<>();
        long arrival = early;
        do {
            forms.add(scribe.byHead(home, channel, arrival, random));
            arrival = Arrivals.after(arrival, 3, channel, random);
        } while (forms.size() < MOST_REPEATS && (forms.size() < 2 || random.nextInt(100) < 55));
        return forms;
    }

    /** Another adult applies for the household without being a proxy. */
    private Form member(
            Household home,
            Channel channel,
            long arrival,
            boolean ownAccount,
            RandomGenerator random) {
        Person who = home.otherAdult();
        Form form = scribe.by(home, who, channel, arrival, random);
        form.codes.add(ReasonCode.NOT_HEAD);
        if (ownAccount) {
            Account account = scribe.accounts.of(home.index, Owner.MEMBER);
            form.pay(account, Handwriting.holder(who, random));
            form.codes.add(ReasonCode.HOLDER_IS_MEMBER);
        } else {
            scribe.points(form, home, Owner.MEMBER, random);
        }
        return form;
    }

    private void proxied(FilingCase kind, Form form, Household home, RandomGenerator random) {
        boolean female = random.nextBoolean();
        Names.Word surname = Names.surname(random);
        Names.Word given = Names.given(female, 1975, random);
        String relation = RELATIONS.get(random.nextInt(RELATIONS.size()));
        String name = surname.text() + "\u3000" + given.text();
        String kana = surname.kana() + "\u3000" + given.kana();
        form.proxy(name, kana, relation);
        if (kind == FilingCase.PROXY_HOLDER) {
            Account account = scribe.accounts.of(home.index, Owner.PROXY);
            form.pay(account, Handwriting.holder(surname.kana(), given.kana(), random));
        }
        if (kind == FilingCase.PROXY_INCOMPLETE) {
            form.proxy(name, random.nextBoolean() ? kana : "", "");
            form.codes.add(ReasonCode.PROXY_INCOMPLETE);
        }
    }

    /** One application by the head, with something unusual in it. */
    private static void single(FilingCase kind, Form form, Household home, RandomGenerator random) {
        switch (kind) {
            case RECEIPT_REPEATED -> form.echo = Form.Echo.SAME;
            case RECEIPT_CONFLICT -> {
                form.echo = Form.Echo.DIFFERENT;
                form.codes.add(ReasonCode.RECEIPT_CONFLICT);
            }
            case DECLINED_FULL_NAME -> {
                String separator = random.nextBoolean() ? "\u3000" : "";
                decline(form, home.members.get(1).name(separator));
            }
            case DECLINED_GIVEN_NAME -> decline(form, home.members.get(1).given);
            case DECLINER_UNKNOWN -> {
                form.count = "";
                form.decliners = UNKNOWN.get(random.nextInt(UNKNOWN.size()));
                form.codes.add(ReasonCode.DECLINER_UNKNOWN);
            }
            case ALL_DECLINED -> {
                form.count = "";
                List<String> names =
                        home.members.stream().map(person -> person.name("\u3000")).toList();
                form.decliners = Handwriting.writable(String.join(SEPARATOR, names), form.channel);
                form.codes.add(ReasonCode.ALL_DECLINED);
            }
            case MEMBER_COUNT_DIFFERS -> {
                form.count = "" + (home.members.size() + 1 + random.nextInt(2));
                form.codes.add(ReasonCode.MEMBER_COUNT_DIFFERS);
            }
            case LINE_BREAK_IN_ADDRESS -> form.address = form.address + "\r\n(c/o, 1F)";
            case ROW_COLUMN_COUNT -> form.spoil = Form.Spoil.COLUMN_COUNT;
            case ROW_DATE -> form.spoil = Form.Spoil.DATE;
            case ROW_CONTROL_CHARACTER -> form.spoil = Form.Spoil.CONTROL_CHARACTER;
            case ROW_RECEIPT_EMPTY -> form.spoil = Form.Spoil.RECEIPT_EMPTY;
            case ROW_BYTES -> form.spoil = Form.Spoil.BYTES;
            case NO_APPLICATION,
                    CROSS_CHANNEL,
                    REPEATED,
                    CORRECTED,
                    DEFECTIVE_TWICE,
                    HEAD_THEN_MEMBER,
                    MEMBER_THEN_HEAD,
                    NOT_HEAD,
                    NOT_HEAD_OWN_ACCOUNT,
                    OUTSIDE_WINDOW,
                    PROXY,
                    PROXY_HOLDER,
                    PROXY_INCOMPLETE ->
                    throw new IllegalStateException("written elsewhere: " + kind);
        }
    }

    /** One member declines; the number applied for is what remains, where it is given. */
    private static void decline(Form form, String written) {
        form.decliners = Handwriting.writable(written, form.channel);
        form.payees--;
        form.count = form.count.isEmpty() ? "" : "" + form.payees;
    }
}
