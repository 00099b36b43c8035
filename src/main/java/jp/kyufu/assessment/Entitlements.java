package jp.kyufu.assessment;

import jp.kyufu.program.Program;
import jp.kyufu.value.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is entitled: filled when a program opens, kept true by every newer register (design §3.1).
 */
@Component
public class Entitlements {

    private final EntitlementStore store;

    Entitlements(EntitlementStore store) {
        this.store = store;
    }

    /**
     * Creates one entitlement per eligible resident of a program that was just opened.
     *
     * @return how many
     * @throws Refusal if there is no complete register to open it on
     */
    @Transactional
    public int open(Program program) {
        int entitled = store.update("open-entitlements", program);
        if (entitled == 0) {
            throw new Refusal(
                    "assessment.open.nobody", program.code(), program.terms().referenceDate());
        }
        store.refreshStatistics();
        return entitled;
    }

    /** Takes over what a newer register says, each change with its event. */
    void follow(Program program) {
        store.update("add-entitlements", program);
        store.update("change-entitlements", program);
        store.raiseLost(program);
    }
}
