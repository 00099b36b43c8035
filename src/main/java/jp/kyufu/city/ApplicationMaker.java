package jp.kyufu.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import jp.kyufu.city.CasePlan.Plan;
import jp.kyufu.city.Seed.Purpose;

/** Makes the applications of a household, with the truth settled between them. */
final class ApplicationMaker {

    private final Seed seed;
    private final IdentityMess identity;
    private final HouseholdMess household;
    private final AccountMess account;
    private final FilingMess filing;
    private final BlockMess block;
    private final HardMess hard;

    ApplicationMaker(Seed seed, Scribe scribe) {
        this.seed = seed;
        this.identity = new IdentityMess(scribe);
        this.household = new HouseholdMess(scribe);
        this.account = new AccountMess(scribe);
        this.filing = new FilingMess(scribe);
        this.block = new BlockMess(seed, scribe);
        this.hard = new HardMess(scribe);
    }

    /** All applications of the household in order of arrival; the same ones at every call. */
    List<Form> make(Household home) {
        Plan plan = home.plan;
        Channel channel = plan.channel();
        RandomGenerator random = seed.of(Purpose.APPLICATION, home.index);
        List<Form> forms =
                switch (plan.kind()) {
                    case IdentityCase kind -> List.of(identity.write(kind, home, channel, random));
                    case HouseholdCase kind -> household.write(kind, home, channel, random);
                    case AccountCase kind -> List.of(account.write(kind, home, channel, random));
                    case FilingCase kind -> filing.write(kind, home, channel, random);
                    case BlockCase kind -> List.of(block.write(kind, home, random));
                    case HardCase kind -> List.of(hard.write(kind, home, channel, random));
                };
        if (forms.size() > 1) {
            forms = new ArrayList<>(forms);
            forms.sort(Comparator.comparingLong(form -> form.arrival));
            Truth.settle(forms);
        }
        return forms;
    }
}
