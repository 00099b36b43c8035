package jp.kyufu.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import jp.kyufu.database.TestDatabase;
import jp.kyufu.vault.ChargeCodeKey;
import jp.kyufu.vault.Keys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChargeCodeTest {

    @TempDir Path directory;

    @Test
    void aCodeIsSixteenCharactersAndNoSingleSlipOfThePenIsAnother() {
        try (TestDatabase database = TestDatabase.create()) {
            ChargeCodeKey key =
                    Keys.open(database.appDataSource(), directory, true).chargeCodeKey();
            Set<String> codes = new HashSet<>();
            for (long payment = 1; payment <= 2_000; payment++) {
                String code = ChargeCode.of(payment, key);
                assertThat(code).matches("[2-9A-HJ-NP-Z]{16}");
                assertThat(ChargeCode.isWellFormed(code)).isTrue();
                int at = (int) (payment % 16);
                char other = code.charAt(at) == 'A' ? 'B' : 'A';
                assertThat(
                                ChargeCode.isWellFormed(
                                        code.substring(0, at) + other + code.substring(at + 1)))
                        .isFalse();
                codes.add(code);
            }
            assertThat(codes).hasSize(2_000);
            // 15 x 5 bits of HMAC-SHA-256("0000000001") under the training key, then Luhn mod 32.
            assertThat(ChargeCode.of(1, key)).isEqualTo("S848UJP92TRSC6YM");
        }
    }
}
