package jp.kyufu.dispatch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.kyufu.dispatch.DispatchStore.Sealed;
import jp.kyufu.value.Rail;
import jp.kyufu.value.TransferAccount;
import jp.kyufu.vault.ChargeCodeKey;
import jp.kyufu.vault.Keys;
import jp.kyufu.vault.Vault;
import org.springframework.stereotype.Component;

/** Opens the sealed destinations of payments. */
@Component
final class Destinations {

    private final Vault vault;
    private final ChargeCodeKey chargeCodeKey;

    Destinations(Keys keys) {
        this.vault = keys.vault();
        this.chargeCodeKey = keys.chargeCodeKey();
    }

    /** The items of payments, in the order given. */
    List<Item> open(Rail rail, List<Sealed> payments) {
        return payments.stream().map(payment -> open(rail, payment)).toList();
    }

    private Item open(Rail rail, Sealed payment) {
        byte[] sealed = payment.destination();
        Destination destination =
                sealed == null
                        ? new Destination.Code(ChargeCode.of(payment.paymentNo(), chargeCodeKey))
                        : opened(rail, vault.open(sealed));
        return new Item(payment.paymentNo(), payment.amount(), destination);
    }

    private static Destination opened(Rail rail, byte[] plain) {
        return switch (rail) {
            case CASH -> new Destination.Account(TransferAccount.fromBytes(plain));
            case POINTS -> new Destination.Wallet(new String(plain, StandardCharsets.UTF_8));
        };
    }
}
