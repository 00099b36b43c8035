package jp.kyufu.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import jp.kyufu.bank.AccountForm;
import jp.kyufu.reconciliation.RetryTo;
import jp.kyufu.reconciliation.Returns;
import jp.kyufu.value.Refusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kyufu returns}: what becomes of payments that came back. */
@Command(name = "returns", subcommands = ReturnCommands.Retry.class)
final class ReturnCommands {

    /** Exactly one of the four ways. */
    static final class Where {

        private static final int ACCOUNT_PARTS = 5;

        @Option(
                names = "--account",
                paramLabel = "BANK,BRANCH,TYPE,NUMBER,HOLDER",
                descriptionKey = "account")
        @Nullable String account;

        @Option(names = "--same-account", descriptionKey = "same-account")
        boolean same;

        @Option(names = "--rail", paramLabel = "points", descriptionKey = "retry.toRail")
        @Nullable String rail;

        @Option(names = "--wallet", paramLabel = "SPnnnnnnnnnn", descriptionKey = "wallet")
        @Nullable String wallet;

        RetryTo target() {
            if (same) {
                return new RetryTo.SameAccount();
            }
            if (wallet != null) {
                return new RetryTo.Wallet(wallet);
            }
            if (rail != null) {
                if (!rail.equalsIgnoreCase("points")) {
                    throw new Refusal("cli.retry.rail", rail);
                }
                return new RetryTo.Points();
            }
            List<String> parts =
                    Arrays.asList(Objects.requireNonNull(account).split(",", ACCOUNT_PARTS));
            if (parts.size() != ACCOUNT_PARTS) {
                throw new Refusal("cli.retry.account", parts.size());
            }
            return new RetryTo.NewAccount(
                    new AccountForm(
                            parts.get(0),
                            parts.get(1),
                            parts.get(2),
                            parts.get(3),
                            parts.get(4),
                            "",
                            ""));
        }
    }

    @Command(name = "retry")
    static final class Retry extends SessionCommand {

        @Parameters(paramLabel = "PAYMENT_NO", descriptionKey = "payment")
        long paymentNo;

        @ArgGroup(exclusive = true, multiplicity = "1")
        @Nullable Where where;

        @Option(names = "--reason", required = true, paramLabel = "TEXT", descriptionKey = "reason")
        String reason = "";

        @Option(names = "--evidence", paramLabel = "TEXT", descriptionKey = "evidence")
        @Nullable String evidence;

        @Option(names = "--as", required = true, paramLabel = "PERSON", descriptionKey = "as")
        String as = "";

        @Override
        int run(Session session) {
            long fresh =
                    session.get(Returns.class)
                            .retry(
                                    session.program(),
                                    paymentNo,
                                    Objects.requireNonNull(where).target(),
                                    reason,
                                    Objects.requireNonNullElse(evidence, reason),
                                    as);
            session.say("retried", paymentNo, fresh);
            return 0;
        }
    }
}
