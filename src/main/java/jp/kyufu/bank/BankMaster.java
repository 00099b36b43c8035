package jp.kyufu.bank;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.value.BankCode;
import jp.kyufu.value.BranchCode;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.TransferAccount;

/** One snapshot of all banks and branches, in memory. Never changes. */
public final class BankMaster {

    private final int id;
    private final List<BankBranch> branches;
    private final Map<BankCode, Map<BranchCode, BankBranch>> byBank = new HashMap<>();

    /** A snapshot of these branches; {@code id} is its number in the database. */
    public BankMaster(int id, Collection<BankBranch> branches) {
        this.id = id;
        this.branches = List.copyOf(branches);
        for (BankBranch branch : branches) {
            byBank.computeIfAbsent(branch.bank(), _ -> new HashMap<>())
                    .put(branch.branch(), branch);
        }
    }

    /** The number of the snapshot: a higher one is newer. */
    public int id() {
        return id;
    }

    /** Every branch, in the order of bank and branch code. */
    public List<BankBranch> branches() {
        return branches;
    }

    /**
     * Whether a transfer on {@code day} finds the account's branch.
     *
     * @return BANK_UNKNOWN if the bank has no branch on that day, BRANCH_UNKNOWN if it has others
     */
    public Optional<ReasonCode> check(TransferAccount account, LocalDate day) {
        return check(account.bank(), account.branch(), day);
    }

    /**
     * As {@link #check(TransferAccount, LocalDate)}, where the rest of the account is unreadable.
     */
    public Optional<ReasonCode> check(BankCode bankCode, BranchCode branchCode, LocalDate day) {
        Map<BranchCode, BankBranch> bank = byBank.getOrDefault(bankCode, Map.of());
        BankBranch branch = bank.get(branchCode);
        if (branch != null && branch.existsOn(day)) {
            return Optional.empty();
        }
        boolean bankExists = bank.values().stream().anyMatch(other -> other.existsOn(day));
        return Optional.of(bankExists ? ReasonCode.BRANCH_UNKNOWN : ReasonCode.BANK_UNKNOWN);
    }

    /** The branch with its names, whatever the day; empty if the snapshot does not know it. */
    public Optional<BankBranch> find(BankCode bank, BranchCode branch) {
        return Optional.ofNullable(byBank.getOrDefault(bank, Map.of()).get(branch));
    }
}
