package jp.kyufu.cli;

import java.util.List;
import java.util.Objects;
import jp.kyufu.cli.CorrectionCommands.ActWithEvidence;
import jp.kyufu.reconciliation.AccountVersion;
import jp.kyufu.reconciliation.Accounts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kyufu accounts}: where payments go, by version, source and evidence. */
@Command(
        name = "accounts",
        subcommands = {AccountCommands.Change.class, AccountCommands.ListVersions.class})
final class AccountCommands {

    @Command(name = "change")
    static final class Change extends ActWithEvidence {

        @Parameters(paramLabel = "PAYMENT_NO", descriptionKey = "payment")
        long paymentNo;

        @ArgGroup(exclusive = true, multiplicity = "1")
        ReturnCommands.@Nullable Where where;

        @Override
        int run(Session session) {
            long fresh =
                    session.get(Accounts.class)
                            .change(
                                    session.program(),
                                    paymentNo,
                                    Objects.requireNonNull(where).target(),
                                    reason,
                                    evidence,
                                    as);
            session.say("accounts.changed", paymentNo, fresh);
            return 0;
        }
    }

    @Command(name = "list")
    static final class ListVersions extends SessionCommand {

        @Parameters(paramLabel = "PAYMENT_NO", descriptionKey = "payment")
        long paymentNo;

        @Override
        int run(Session session) {
            List<AccountVersion> versions =
                    session.get(Accounts.class).versions(session.program(), paymentNo);
            if (session.json()) {
                session.json(versions);
            } else {
                versions.forEach(version -> print(session, version));
            }
            return 0;
        }
    }

    private static void print(Session session, AccountVersion version) {
        String last3 = Objects.requireNonNullElse(version.last3(), "-");
        if (version.changedBy() == null) {
            session.say("accounts.written", version.version(), version.rail(), last3);
        } else {
            session.say(
                    "accounts.version",
                    version.version(),
                    version.rail(),
                    last3,
                    version.since(),
                    version.changedBy(),
                    String.valueOf(version.reason()),
                    String.valueOf(version.evidence()));
        }
    }
}
