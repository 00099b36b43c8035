package jp.kyufu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipTest {

    @ParameterizedTest
    @CsvSource({
        "山田太郎, 山田太郎, true",
        "山田太郎, 山田太朗, true",
        "山田太郎, 山田太, true",
        "山田太郎, 山田大太郎, true",
        "山田太郎, 山太田郎, true",
        "ヤマダタロウ, ヤマダタウロ, true",
        "𠮷田, 吉田, true",
        "𠮷田, 田, true",
        "𠮷田, 田𠮷, true",
        "山田太郎, 山田次朗, false",
        "山田太郎, 田山郎太, false",
        "山田, 山田太郎, false",
        "abc, cba, false",
        "'', a, true",
        "'', ab, false",
    })
    void oneSlipIsOneInsertionDeletionSubstitutionOrSwap(String a, String b, boolean slip) {
        assertThat(Slip.distanceAtMostOne(a, b)).isEqualTo(slip);
    }

    @ParameterizedTest
    @CsvSource({
        "1988-01-09, 1988-01-08, true",
        "1988-01-09, 1978-01-09, true",
        "1988-01-09, 1988-01-09, false",
        "1988-01-09, 1989-01-08, false",
        "1988-01-31, 1988-02-01, false",
        "1999-12-31, 2000-01-01, false",
    })
    void oneDigitIsExactlyOne(LocalDate a, LocalDate b, boolean slip) {
        assertThat(Slip.oneDigit(a, b)).isEqualTo(slip);
        assertThat(Slip.oneDigit(b, a)).isEqualTo(slip);
    }

    @Test
    void theSlipIsSymmetricAndAgreesWithTheDefinition() {
        AnyText any = AnyText.seeded();
        int slips = 0;
        for (int i = 0; i < 200_000; i++) {
            String a = any.next();
            String b = any.below(10) == 0 ? any.next() : edited(a, any);
            boolean expected = byDefinition(a.codePoints().toArray(), b.codePoints().toArray());
            String told = any.seed + " " + FoldingTest.escaped(a) + " " + FoldingTest.escaped(b);
            assertThat(Slip.distanceAtMostOne(a, b)).as(told).isEqualTo(expected);
            assertThat(Slip.distanceAtMostOne(b, a)).as(told).isEqualTo(expected);
            slips += expected ? 1 : 0;
        }
        assertThat(slips).isBetween(20_000, 190_000);
    }

    /** The text after up to two edits of single UTF-16 units, so that pairs break too. */
    private static String edited(String text, AnyText any) {
        StringBuilder out = new StringBuilder(text);
        for (int edits = any.below(3); edits > 0 && !out.isEmpty(); edits--) {
            int at = any.below(out.length());
            switch (any.below(4)) {
                case 0 -> out.deleteCharAt(at);
                case 1 -> out.insert(at, out.charAt(any.below(out.length())));
                case 2 -> out.setCharAt(at, out.charAt(any.below(out.length())));
                default -> {
                    char c = out.charAt(at);
                    out.deleteCharAt(at).insert(Math.max(0, at - 1), c);
                }
            }
        }
        return out.toString();
    }

    private static boolean byDefinition(int[] a, int[] b) {
        int[][] d = new int[a.length + 1][b.length + 1];
        for (int i = 0; i <= a.length; i++) {
            for (int j = 0; j <= b.length; j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int same = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + same, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length][b.length] <= 1;
    }
}
