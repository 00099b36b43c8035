package jp.kyufu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void itSaysRowsRateAndTimeLeft() {
        Progress progress = new Progress("register", 5_000, out, true);
        assertThat(progress.line(1_000, 2_000_000_000L))
                .isEqualTo("register 1,000/5,000 20% 500/s 0:08");
    }

    @Test
    void ofAnUnknownTotalItSaysRowsAndRate() {
        Progress progress = new Progress("rows", 0, out, true);
        assertThat(progress.line(1_000, 1_000_000_000L)).isEqualTo("rows 1,000 1,000/s");
    }

    @Test
    void shortWorkPrintsNothingWhereThereIsNoTerminal() {
        try (Progress progress = new Progress("register", 10, out, false)) {
            progress.add(10);
        }
        assertThat(printed.size()).isZero();
    }
}
