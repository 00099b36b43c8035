package jp.kyufu.assessment;

import java.util.concurrent.CompletableFuture;
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
     * What opening a program gave.
     *
     * @param entitled residents
     * @param duplicates findings: two numbers that may be one person
     */
    public record Opening(int entitled, int duplicates) {}

    /**
     * Creates one entitlement per eligible resident of a program that was just opened, and a
     * finding for every two that may be one person: neither is paid until a person decides. Who is
     * worth comparing the register alone says: it is looked for meanwhile, on another connection.
     *
     * @throws Refusal if there is no complete register to open it on
     */
    @Transactional
    public Opening open(Program program) {
        CompletableFuture<EntitlementStore.Alike> alike =
                CompletableFuture.supplyAsync(store::residentsAlike);
        int entitled;
        try {
            entitled = store.update("open-entitlements", program);
            if (entitled == 0) {
                throw new Refusal(
                        "assessment.open.nobody", program.code(), program.terms().referenceDate());
            }
            store.refreshStatistics();
            exclude(program);
        } finally {
            alike.handle((_, _) -> true).join();
        }
        return new Opening(entitled, store.raiseDuplicates(program, stillTrue(alike.join())));
    }

    /** What was found, or found once more where a register was completed meanwhile. */
    private EntitlementStore.Alike stillTrue(EntitlementStore.Alike found) {
        return found.registers() == store.registers() ? found : store.residentsAlike();
    }

    /**
     * Takes the entitlement of those who are live or paid in a program beside this one, and gives
     * it back to those who are not any more. Comes with every run: the other program has runs of
     * its own.
     */
    void exclude(Program program) {
        if (!store.hasRivals(program)) {
            return;
        }
        if (store.update("readmit-entitlements", program) > 0) {
            store.raiseDuplicates(program, store.residentsAlike());
        }
        store.update("exclude-entitlements", program);
    }

    /** Takes over what a newer register says, each change with its event. */
    void follow(Program program) {
        store.update("add-entitlements", program);
        store.update("change-entitlements", program);
        store.update("close-register-duplicates", program);
        store.raiseDuplicates(program, store.residentsAlike());
        store.raiseLost(program);
    }
}
