package jp.kyufu.city;

import java.util.List;
import java.util.random.RandomGenerator;
import jp.kyufu.city.Accounts.Owner;
import jp.kyufu.city.CasePlan.Plan;
import jp.kyufu.city.Seed.Purpose;
import jp.kyufu.value.ReasonCode;

/** Writes the applications of every {@link BlockCase}: what neighbours have in common. */
final class BlockMess {

    private static final List<String> RELATIONS = Lexicon.list("proxy.relations");

    private final Seed seed;
    private final Scribe scribe;

    BlockMess(Seed seed, Scribe scribe) {
        this.seed = seed;
        this.scribe = scribe;
    }

    Form write(BlockCase kind, Household home, RandomGenerator random) {
        Plan plan = home.plan;
        Form form = scribe.byHead(home, plan.channel(), random);
        int first = home.index - plan.role();
        switch (kind) {
            case NAMESAKES -> {
                if (plan.role() == 1) {
                    form.number = "";
                    form.postal = "";
                    form.address = "";
                    scribe.points(form, home, Owner.HEAD, random);
                    form.codes.add(ReasonCode.SEVERAL_CANDIDATES);
                }
            }
            case SHARED_ACCOUNT -> commonProxy(form, first);
            case NEIGHBOUR_ACCOUNT -> {
                if (plan.role() == 0) {
                    scribe.payHead(form, home, random);
                } else {
                    neighbourAsProxy(form, scribe.households.make(first), random);
                }
            }
            case SHARED_WALLET -> {
                form.grantPoints(Scribe.wallet(first, Owner.HEAD));
                form.codes.add(ReasonCode.SHARED_WALLET);
            }
        }
        return form;
    }

    /** Somebody of no household here receives for several. */
    private void commonProxy(Form form, int first) {
        RandomGenerator common = seed.of(Purpose.ROW, first);
        Names.Word surname = Names.surname(common);
        Names.Word given = Names.given(common.nextBoolean(), 1970, common);
        form.proxy(
                surname.text() + "\u3000" + given.text(),
                surname.kana() + "\u3000" + given.kana(),
                RELATIONS.getLast());
        Account account = scribe.accounts.of(first, Owner.PROXY);
        form.pay(account, Handwriting.holder(surname.kana(), given.kana(), common));
        form.codes.add(ReasonCode.SHARED_ACCOUNT);
    }

    private void neighbourAsProxy(Form form, Household neighbour, RandomGenerator random) {
        Person head = neighbour.head();
        form.proxy(
                Handwriting.writable(head.name("\u3000"), form.channel),
                head.kana("\u3000"),
                RELATIONS.getLast());
        Account account = scribe.accounts.of(neighbour.index, Owner.HEAD);
        form.pay(account, Handwriting.holder(head, random));
        form.codes.add(ReasonCode.SHARED_ACCOUNT);
    }
}
