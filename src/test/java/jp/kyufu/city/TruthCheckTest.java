package jp.kyufu.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A truth that somebody else has written. */
class TruthCheckTest {

    private static final String TRUTH =
            "receipt_no,resident_no,household_no,expected_state,codes,rail,amount,class\r\n"
                    + "W1,1,10,DECIDED,,CASH,5000,見本\r\n";

    @TempDir Path folder;

    @BeforeEach
    void export() throws IOException {
        Files.writeString(
                folder.resolve("applications.csv"),
                "receipt_no,state,reasons,household_no\nW1,DECIDED,,10\n");
        Files.writeString(
                folder.resolve("payments.csv"),
                "payment_no,receipt_no,rail,amount,state\n1,W1,CASH,5000,SETTLED\n");
    }

    @Test
    void aByteOrderMarkIsNoColumn() throws IOException {
        Path truth = Files.writeString(folder.resolve("truth.csv"), "\uFEFF" + TRUTH);
        TruthCheck.Result result = TruthCheck.compare(truth, folder);
        assertThat(result.harmless()).isTrue();
        assertThat(result.decided()).isEqualTo(1);
    }

    @Test
    void aFileThatIsNoTruthIsRefusedInWords() throws IOException {
        Path truth = folder.resolve("truth.csv");
        Files.writeString(truth, "a,b\n1,2\n");
        assertRefused(truth);
        Files.write(truth, TRUTH.getBytes(Charset.forName("windows-31j")));
        assertRefused(truth);
    }

    private void assertRefused(Path truth) {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> TruthCheck.compare(truth, folder));
        assertThat(refusal.key()).isEqualTo("city.truthUnreadable");
    }
}
