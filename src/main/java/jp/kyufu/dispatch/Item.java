package jp.kyufu.dispatch;

import jp.kyufu.vault.Fingerprints;
import org.jspecify.annotations.Nullable;

/**
 * One payment of a file.
 *
 * @param amount yen or points
 */
public record Item(long paymentNo, long amount, Destination destination) {

    /** The fingerprint of account or wallet, computed from what is sent; null: a charge code. */
    byte @Nullable [] fingerprint(Fingerprints fingerprints) {
        return destination.identity().map(fingerprints::of).orElse(null);
    }
}
