package jp.kyufu.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.kyufu.bank.AccountReading;
import jp.kyufu.bank.BankMasterStore;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.ResultStore.Returned;
import jp.kyufu.text.Width;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.TransferAccount;
import jp.kyufu.value.WalletId;
import jp.kyufu.vault.Keys;
import org.springframework.stereotype.Component;

/**
 * Where a payment goes next: a new version of its account, by a person's word and with evidence.
 */
@Component
class AccountVersions {

    private final ResultStore store;
    private final BankMasterStore banks;
    private final Keys keys;

    AccountVersions(ResultStore store, BankMasterStore banks, Keys keys) {
        this.store = store;
        this.banks = banks;
        this.keys = keys;
    }

    /**
     * The version to pay to; a Refusal for an account that cannot be paid to or a rail not offered.
     */
    short of(
            Program program,
            Returned old,
            RetryTo to,
            String reason,
            String evidence,
            String person,
            LocalDate today) {
        return switch (to) {
            case RetryTo.SameAccount() -> old.accountVersion();
            case RetryTo.Points() -> {
                mustOffer(program, Rail.POINTS);
                yield store.addAccount(
                        old.applicationId(),
                        Rail.POINTS,
                        null,
                        null,
                        null,
                        person,
                        reason,
                        evidence);
            }
            case RetryTo.Wallet(String written) -> {
                mustOffer(program, Rail.POINTS);
                WalletId wallet =
                        WalletId.of(Width.digits(written).toUpperCase(Locale.ROOT))
                                .orElseThrow(() -> new Refusal("reconciliation.wallet"));
                byte[] fingerprint = keys.fingerprints().of(wallet.id());
                if (store.isWalletElsewhere(old.applicationId(), fingerprint)) {
                    throw new Refusal("reconciliation.walletElsewhere", wallet.last3());
                }
                yield store.addAccount(
                        old.applicationId(),
                        Rail.POINTS,
                        wallet.last3(),
                        fingerprint,
                        keys.vault().sealText(wallet.id()),
                        person,
                        reason,
                        evidence);
            }
            case RetryTo.NewAccount(var form) -> {
                mustOffer(program, Rail.CASH);
                TransferAccount account =
                        account(form.read(program.bankProfile().symbols()), today);
                yield store.addAccount(
                        old.applicationId(),
                        Rail.CASH,
                        account.number().digits().substring(4),
                        keys.fingerprints().of(account.identity()),
                        keys.vault().seal(account.toBytes()),
                        person,
                        reason,
                        evidence);
            }
        };
    }

    /** An account that can be paid to today, or a refusal that lists what is wrong with it. */
    private TransferAccount account(AccountReading reading, LocalDate today) {
        List<ReasonCode> wrong =
                new ArrayList<>(
                        reading.codes().stream()
                                .filter(code -> code.kind() != ReasonCode.Kind.NOTE)
                                .toList());
        TransferAccount account = reading.account();
        if (account != null) {
            banks.latest().check(account, today).ifPresent(wrong::add);
        }
        if (!wrong.isEmpty() || account == null) {
            throw new Refusal(
                    wrong.stream().map(code -> new Refusal("value.reason." + code.name())).toList(),
                    "reconciliation.account");
        }
        return account;
    }

    private static void mustOffer(Program program, Rail rail) {
        if (!program.terms().offers(rail)) {
            throw new Refusal("reconciliation.rail", program.code(), rail);
        }
    }
}
