package jp.kyufu.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.kyufu.upload.UsualLimits;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutsTest {

    static final String COUNTER =
            """
            channel: COUNTER
            columns: {整理番号: RECEIPT_NO, 受領日: RECEIVED, 氏名: NAME, 方法: RAIL, 写し: IDENTITY_DOCUMENT, 備考: MEMO}
            optional: [備考]
            words: {CASH: [振込, 口座], POINTS: [ポイント], ATTACHED: ["1"]}
            """;

    @TempDir Path folder;

    @Test
    void theHeaderOfAFileChoosesItsLayout() throws IOException {
        assertThat(choose(headers("online.yaml")).channel()).isEqualTo("ONLINE");
        assertThat(choose(headers("paper.yaml")).channel()).isEqualTo("PAPER");
    }

    @Test
    void theOrderOfColumnsIsFreeAndUnknownColumnsAreIgnored() throws IOException {
        List<String> headers = new ArrayList<>(headers("paper.yaml")).reversed();
        List<String> more = new ArrayList<>(headers);
        more.add("入力者");
        assertThat(choose(more).channel()).isEqualTo("PAPER");
    }

    @Test
    void aMemoMayBeMissing() throws IOException {
        List<String> headers = new ArrayList<>(headers("paper.yaml"));
        headers.remove("不備メモ");
        assertThat(choose(headers).channel()).isEqualTo("PAPER");
    }

    @Test
    void aHeaderThatFitsNoLayoutIsRefusedWithTheNearestAndWhatIsMissing() throws IOException {
        List<String> headers = new ArrayList<>(headers("online.yaml"));
        headers.remove("受取方法");
        headers.remove("口座番号");
        assertThatExceptionOfType(FileRefusal.class)
                .isThrownBy(() -> choose(headers))
                .satisfies(refusal -> {
                    assertThat(refusal.key()).isEqualTo("upload.columnMissing");
                    assertThat(new Words(Locale.JAPANESE).of(refusal))
                            .contains("a.csv", "受取方法,口座番号");
                });
    }

    @Test
    void aHeaderThatFitsTwoLayoutsIsRefused() throws IOException {
        List<String> both = new ArrayList<>(headers("online.yaml"));
        headers("paper.yaml").stream().filter(h -> !both.contains(h)).forEach(both::add);
        assertThatExceptionOfType(FileRefusal.class)
                .isThrownBy(() -> choose(both))
                .satisfies(refusal -> {
                    assertThat(refusal.key()).isEqualTo("intake.layoutSeveral");
                    assertThat(new Words(Locale.JAPANESE).of(refusal))
                            .contains("a.csv", "online, paper");
                    assertThat(new Words(Locale.ENGLISH).of(refusal))
                            .contains("a.csv", "online, paper");
                });
    }

    @Test
    void aCityAddsALayoutWithoutCode() throws IOException {
        Files.writeString(folder.resolve("counter.yaml"), COUNTER);
        Layout layout = choose(List.of("整理番号", "受領日", "氏名", "方法", "写し"));
        assertThat(layout.name()).isEqualTo("counter");
        assertThat(layout.channel()).isEqualTo("COUNTER");
        assertThat(layout.rail("振込")).isEqualTo(Rail.CASH);
        assertThat(layout.rail("ﾎﾟｲﾝﾄ")).isEqualTo(Rail.POINTS);
        assertThat(layout.rail("？")).isNull();
        assertThat(layout.isAttached("１")).isTrue();
        assertThat(layout.isAttached("有")).isFalse();
    }

    @Test
    void aCitysFileOfTheSameNameReplacesABuiltInLayout() throws IOException {
        Files.writeString(folder.resolve("paper.yaml"), COUNTER);
        assertThatExceptionOfType(FileRefusal.class)
                .isThrownBy(() -> choose(headers("paper.yaml")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COUNTER | counter | channel",
                "RECEIPT_NO | RECEIPT | 整理番号",
                "氏名: NAME | 氏名: RECEIVED | 氏名",
                "氏名: NAME | 受領日: NAME | 受領日",
                "受領日: RECEIVED, | '' | columns",
                "CASH: | CASH2: | CASH2",
                "'words: {' | 'word: {' | word",
                "[備考] | 備考 | ''",
                "'words: {' | 'words: [' | ''",
            })
    void aLayoutFileThatIsNoneIsRefusedAtThePlace(String from, String to, String place)
            throws IOException {
        Files.writeString(folder.resolve("counter.yaml"), COUNTER.replace(from, to));
        assertThatExceptionOfType(FileRefusal.class)
                .isThrownBy(() -> Layouts.load(folder))
                .satisfies(refusal -> {
                    assertThat(refusal.key()).isEqualTo("intake.layoutFile");
                    assertThat(refusal.args().get(0)).isEqualTo("counter.yaml");
                    assertThat(refusal.args().get(2)).isEqualTo(place);
                });
    }

    private Layout choose(List<String> headers) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), String.join(",", headers) + "\n");
        return Layouts.load(folder).open(file, UsualLimits.USUAL).layout();
    }

    private static List<String> headers(String file) {
        String header =
                file.equals("online.yaml") ? ApplicationFiles.ONLINE : ApplicationFiles.PAPER;
        return List.of(header.split(","));
    }
}
