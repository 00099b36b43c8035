package jp.kyufu.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kyufu.upload.UsualLimits;

/** Rows of application files for tests: a good one in each layout, and what differs from it. */
final class ApplicationFiles {

    static final String ONLINE =
            "受付番号,申請日時,申請書番号,申請者氏名,申請者氏名カナ,申請者生年月日,郵便番号,住所,電話番号,"
                    + "メールアドレス,世帯人数,辞退者,受取方法,桑都ペイID,金融機関コード,支店コード,預金種目,口座番号,"
                    + "口座名義カナ,ゆうちょ記号,ゆうちょ番号,本人確認書類,口座確認書類,代理人氏名,代理人氏名カナ,代理人続柄";
    static final String PAPER =
            "管理番号,受付日,申請書番号,世帯主氏名,世帯主カナ,生年月日,住所,電話番号,人数,希望しない者,給付方法,"
                    + "ポイントID,銀行コード,支店コード,種目,口座番号,口座名義,記号,番号,本人確認,口座確認,代理人,"
                    + "代理人カナ,続柄,不備メモ";

    private static final String ONLINE_ROW =
            "W0000000001,2026-05-01 10:20:30,00000000620,髙橋　太郎,タカハシ　タロウ,1988-01-09,192-0001,"
                    + "桑都市本町1-2-3,042-000-0001,taro@example.jp,2,,現金,,0001,001,普通,1234567,"
                    + "タカハシ　タロウ,,,有,有,,,";
    private static final String PAPER_ROW =
            "P0000000001,2026/5/1,620,高橋 太郎,ﾀｶﾊｼ ﾀﾛｳ,S63.1.9,桑都市本町１－２－３,0420000001,2,,1,,0001,001,"
                    + "1,1234567,ﾀｶﾊｼ ﾀﾛｳ,,,有,有,,,,";

    private ApplicationFiles() {}

    /** A row of the online layout; {@code changes} are header, text, header, text, ... */
    static String online(String... changes) {
        return row(ONLINE, ONLINE_ROW, changes);
    }

    static String paper(String... changes) {
        return row(PAPER, PAPER_ROW, changes);
    }

    /** The layout that a header chooses. */
    static Layout layout(Path folder, String header) {
        try {
            Path file = Files.writeString(folder.resolve("header.csv"), header + "\n");
            return Layouts.load(folder).open(file, UsualLimits.USUAL).layout();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of a header and some rows. */
    static Path write(Path folder, String name, Charset charset, String header, List<String> rows)
            throws IOException {
        String text = header + "\r\n" + String.join("\r\n", rows) + "\r\n";
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    /** The form that a row of a layout states. */
    static ApplicationForm form(Layout layout, String header, String row) {
        String[] headers = header.split(",", -1);
        String[] cells = row.split(",", -1);
        Map<String, String> byHeader = new HashMap<>();
        for (int i = 0; i < headers.length; i++) {
            byHeader.put(headers[i], cells[i]);
        }
        String[] texts = new String[Field.values().length];
        Arrays.fill(texts, "");
        for (Layout.Column column : layout.columns()) {
            texts[column.field().ordinal()] = byHeader.getOrDefault(column.header(), "");
        }
        return ApplicationForm.of(texts);
    }

    private static String row(String header, String good, String... changes) {
        String[] headers = header.split(",", -1);
        String[] cells = good.split(",", -1);
        for (int i = 0; i < changes.length; i += 2) {
            int at = List.of(headers).indexOf(changes[i]);
            if (at < 0) {
                throw new IllegalArgumentException(changes[i]);
            }
            cells[at] = changes[i + 1];
        }
        return String.join(",", cells);
    }
}
