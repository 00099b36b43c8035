package jp.kyufu.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import jp.kyufu.samples.Mutation;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Results of a point provider, damaged by {@link Mutation}. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostilePointResultsTest {

    private static final int FILES = 4_000;
    private static final long SEED = Long.getLong("seed", 1);

    @Test
    void aFileOfNothingButAByteOrderMarkIsEmpty() {
        byte[] mark = "\uFEFF".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> PointResults.read(mark, "mark.csv"))
                .isInstanceOfSatisfying(
                        FileRefusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("reconciliation.empty"));
    }

    @Test
    void aDamagedFileIsRefusedOrEveryLineOfItIsALineOfTheResult() {
        System.out.println("seed " + SEED);
        StringBuilder file = new StringBuilder("付与番号,結果コード,付与日時,ポイント数\n");
        for (int i = 1; i <= 30; i++) {
            file.append(i)
                    .append(",0,2026-07-03 10:00:00,")
                    .append(6_000 * (1 + i % 4))
                    .append('\n');
        }
        int read = 0;
        for (int i = 0; i < FILES; i++) {
            byte[] bytes =
                    new Mutation(SEED + i).of(file.toString().getBytes(StandardCharsets.UTF_8));
            try {
                List<ResultLine> lines = PointResults.read(bytes, "damaged.csv");
                String text = new String(bytes, StandardCharsets.UTF_8);
                if (text.indexOf('"') >= 0 || text.indexOf('\r') >= 0) {
                    continue; // the independent reader below knows no quotes
                }
                List<String> expected =
                        text.lines().skip(1).filter(line -> !line.isBlank()).toList();
                assertThat(lines).as("seed %s", SEED + i).hasSize(expected.size());
                for (int line = 0; line < lines.size(); line++) {
                    Long payment = lines.get(line).paymentNo();
                    assertThat(payment == null || expected.get(line).contains(payment.toString()))
                            .as("seed %s line %s", SEED + i, line)
                            .isTrue();
                    assertThat(new String(lines.get(line).original(), StandardCharsets.UTF_8))
                            .isEqualTo(expected.get(line));
                }
                read++;
            } catch (Refusal refusal) {
                assertThat(Objects.requireNonNull(refusal.location())).startsWith("damaged.csv:");
            }
        }
        assertThat(read).isGreaterThan(FILES / 10);
    }
}
