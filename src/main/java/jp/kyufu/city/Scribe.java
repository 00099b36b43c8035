package jp.kyufu.city;

import java.util.List;
import java.util.random.RandomGenerator;
import jp.kyufu.city.Accounts.Owner;

/** Writes an application without a defect; the cases then spoil it. */
final class Scribe {

    private static final int CASH_PERCENT = 65;
    private static final long WALLET_SCATTER = 7_368_787L;
    private static final long WALLETS = 10_000_000_000L;
    private static final List<String> NOBODY = Lexicon.list("decline.none");
    private static final String ABSENT = Lexicon.of("absent");
    private static final List<String> MAIL_HOSTS = List.of("example.jp", "example.com");

    final HouseholdMaker households;
    final Accounts accounts;
    final int count;

    /**
     * @param count households of the city
     */
    Scribe(HouseholdMaker households, Accounts accounts, int count) {
        this.households = households;
        this.accounts = accounts;
        this.count = count;
    }

    /** A complete application of the head for the household, when applications usually come. */
    Form byHead(Household home, Channel channel, RandomGenerator random) {
        return byHead(home, channel, Arrivals.first(channel, random), random);
    }

    Form byHead(Household home, Channel channel, long arrival, RandomGenerator random) {
        Form form = by(home, home.head(), channel, arrival, random);
        if (random.nextInt(100) < CASH_PERCENT) {
            payHead(form, home, random);
        } else {
            points(form, home, Owner.HEAD, random);
        }
        return form;
    }

    /** An application of any person for the household; how to receive is left to the caller. */
    Form by(Household home, Person who, Channel channel, long arrival, RandomGenerator random) {
        Form form = new Form(channel, arrival);
        form.person = who;
        form.number = Handwriting.number(home.printed(), channel, random);
        form.name = Handwriting.name(who, channel, random);
        form.kana = Handwriting.kana(who, random);
        form.birth = Dates.written(who.birth, random);
        int postal = random.nextInt(100);
        form.postal = postal < 70 ? home.address.postal() : "";
        form.address = home.address.written(random);
        form.phone = Handwriting.phone(random);
        form.mail =
                "m" + (home.index + 1) + "@" + MAIL_HOSTS.get(random.nextInt(MAIL_HOSTS.size()));
        form.payees = home.entitled().size() - home.reserved().size();
        int asked = random.nextBoolean() ? form.payees : home.entitled().size();
        form.count = random.nextInt(100) < 70 ? Handwriting.digits("" + asked, random) : "";
        if (random.nextInt(100) < 5) {
            form.decliners = NOBODY.get(random.nextInt(NOBODY.size()));
        }
        return form;
    }

    void payHead(Form form, Household home, RandomGenerator random) {
        Account account = accounts.of(home.index, Owner.HEAD);
        form.pay(account, Handwriting.holder(home.head(), random));
        form.account = Handwriting.digits(form.account, random);
    }

    /** Points to a wallet of this owner, or to a charge code. */
    void points(Form form, Household home, Owner owner, RandomGenerator random) {
        form.grantPoints(random.nextBoolean() ? wallet(home.index, owner) : "");
        form.accountCopy = random.nextBoolean() ? "" : ABSENT;
    }

    static String wallet(int index, Owner owner) {
        long place = index * 4L + owner.ordinal() + 1;
        return "SP" + HouseholdMaker.digits(place * WALLET_SCATTER % WALLETS, 10);
    }
}
