package jp.kyufu.dispatch;

import java.util.Optional;
import jp.kyufu.value.TransferAccount;

/** Where the money or the points of one payment go, as a file says it. */
public sealed interface Destination {

    /** The payee as sent: a name on cash, a wallet id or a charge code on points. */
    String asSent();

    /** What fingerprints are computed over; empty for a charge code, which nobody owns yet. */
    Optional<String> identity();

    /** A bank account. */
    record Account(TransferAccount account) implements Destination {
        @Override
        public String asSent() {
            return account.holder();
        }

        @Override
        public Optional<String> identity() {
            return Optional.of(account.identity());
        }
    }

    /** A wallet of the digital currency. */
    record Wallet(String id) implements Destination {
        @Override
        public String asSent() {
            return id;
        }

        @Override
        public Optional<String> identity() {
            return Optional.of(id);
        }
    }

    /** A charge code, which its payee redeems. */
    record Code(String code) implements Destination {
        @Override
        public String asSent() {
            return code;
        }

        @Override
        public Optional<String> identity() {
            return Optional.empty();
        }
    }
}
