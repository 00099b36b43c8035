package jp.kyufu.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Words;
import org.junit.jupiter.api.Test;

/** Fields and what they say now, one a line. */
class SaidFileTest {

    private static Map<Field, String> read(byte[] bytes) throws IOException {
        return SaidFile.read("said.txt", new ByteArrayInputStream(bytes));
    }

    private static Map<Field, String> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String refused(byte[] bytes) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(bytes));
        return new Words(Locale.ENGLISH).of(refusal);
    }

    @Test
    void whatStandsBehindTheFirstEqualsIsTheTextWhateverItIs() throws IOException {
        assertThat(read("\uFEFFHOLDER=マツダ　ハナコ\r\n\r\nEMAIL=a=b@example.jp\nPHONE=\n"))
                .isEqualTo(
                        Map.of(
                                Field.HOLDER, "マツダ　ハナコ",
                                Field.EMAIL, "a=b@example.jp",
                                Field.PHONE, ""));
        assertThat(read("ACCOUNT_NO=1234567")).isEqualTo(Map.of(Field.ACCOUNT_NO, "1234567"));
    }

    @Test
    void everyWrongLineIsNamedByItsNumberAndNoTextIsRepeated() {
        String words =
                refused(
                        "PHONE=0420000000\n山田花子\nNAMAE=山田花子\nPHONE=0429999999\n"
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(words.lines())
                .hasSize(4)
                .anyMatch(line -> line.contains("line 2") && line.contains("FIELD=TEXT"))
                .anyMatch(line -> line.contains("line 3") && line.contains("NAMAE"))
                .anyMatch(line -> line.contains("line 4") && line.contains("PHONE"));
        assertThat(words).doesNotContain("山田", "042");
    }

    @Test
    void aLineThatIsNotUtf8IsNamed() {
        byte[] bytes = "PHONE=1\nHOLDER=マツダ\n".getBytes(Charset.forName("Windows-31J"));
        assertThat(refused(bytes)).contains("line 2", "UTF-8");
    }

    @Test
    void aFileThatSaysNothingOrIsNoSuchFileIsRefused() {
        assertThat(refused(new byte[0])).contains("said.txt");
        assertThat(refused("\n \n".getBytes(StandardCharsets.UTF_8))).contains("said.txt");
        assertThat(refused(new byte[1 << 17])).contains("65536");
    }
}
