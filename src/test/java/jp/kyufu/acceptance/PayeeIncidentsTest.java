package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.kyufu.bank.AccountForm;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.export.Export;
import jp.kyufu.pipeline.ImportJobs;
import jp.kyufu.reconciliation.Accounts;
import jp.kyufu.reconciliation.RetryTo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cases of the list of incidents about who is paid and where to, replayed from the upload to the
 * file for the bank.
 */
class PayeeIncidentsTest {

    @TempDir Path directory;
    private Village village;
    private int receipts;

    @BeforeEach
    void open() {
        village = new Village(directory, 25, 9_999, false);
    }

    @AfterEach
    void leave() {
        village.verify();
        village.close();
    }

    @Test
    void noto2020WhoeverSignsForAHouseholdIsNotPaidIntoAnAccountOfHisOwn() {
        String receipt = apply(5, Map.of("口座名義カナ", "ヤマダ　タロウ"));
        village.assess();
        assertThat(application(receipt))
                .containsEntry("state", "DEFECTIVE")
                .containsEntry("reasons", "HOLDER_MISMATCH");
        assertThat(payments()).isEmpty();
    }

    @Test
    void sendai2022AnAccountWithoutItsCopyIsNotPaidToAndNeitherIsAnother() {
        String first = apply(5, Map.of("口座確認書類", "無"));
        village.assess();
        assertThat(application(first))
                .containsEntry("state", "DEFECTIVE")
                .containsEntry("reasons", "ACCOUNT_DOCUMENT_MISSING");
        assertThat(payments()).isEmpty();
    }

    @Test
    void ise2022APostalSymbolIsAnAccountOfTheBankOrNoneAtAll() {
        Path banks =
                village.write(
                        "more-banks.csv",
                        """
                        金融機関コード,金融機関名,金融機関名カナ,支店コード,支店名,支店名カナ
                        0005,試験銀行,シケン,123,本店,ホンテン
                        9900,ゆうちよ銀行,ユウチヨ,018,〇一八,ゼロイチハチ
                        """);
        village.get(ImportJobs.class).bankMaster(banks, "OFFICE");
        Map<String, String> postal = Map.of("金融機関コード", "", "支店コード", "", "預金種目", "", "口座番号", "");
        Map<String, String> right = new java.util.HashMap<>(postal);
        right.putAll(Map.of("ゆうちょ記号", "10180", "ゆうちょ番号", "12345671"));
        String good = apply(5, right);
        String raw = apply(6, Map.of("支店コード", "10180", "口座番号", "12345671"));
        village.assess();
        assertThat(application(raw)).containsEntry("state", "DEFECTIVE");
        assertThat(application(good)).containsEntry("state", "DECIDED");
        assertThat(sent()).hasSize(1).allMatch(record -> record.startsWith("29900"));
        assertThat(sent().getFirst()).contains("11234567");
    }

    @Test
    void fuefuki2022WhoArrivedTheDayAfterTheReferenceDateHasNoShare() {
        String extract = village.extract(LocalDate.of(2026, 3, 1), Map.of());
        List<String> arrivals = List.of("2025-12-31", "2026-01-01", "2026-01-02");
        for (int m = 0; m < 3; m++) {
            extract =
                    extract.replaceFirst(
                            "(?m)^(" + Village.resident(5, m) + ",.*),2001-01-01,",
                            "$1," + arrivals.get(m) + ",");
        }
        village.register(LocalDate.of(2026, 3, 1), extract);
        apply(5, Map.of());
        village.assess();
        assertThat(payments()).containsExactly("1 PLANNED 10000");
        Map<String, Map<String, String>> all = village.export(Export.ENTITLEMENTS, "resident_no");
        assertThat(all.get(Village.resident(5, 1))).containsEntry("state", "PAYABLE");
        assertThat(all.get(Village.resident(5, 2))).containsEntry("state", "INELIGIBLE");
    }

    @Test
    void iida2019AnAccountChangesForOneOfTwoOfTheSameName() {
        apply(1, Map.of());
        apply(21, Map.of());
        village.assess();
        assertThat(Village.kana(1, 0)).isEqualTo(Village.kana(21, 0));
        village.get(Accounts.class)
                .change(
                        village.program,
                        2,
                        new RetryTo.NewAccount(
                                new AccountForm(
                                        "0005",
                                        "124",
                                        "1",
                                        "7654321",
                                        Village.kana(21, 0),
                                        "",
                                        "")),
                        "moved",
                        "passbook",
                        "OFFICE2");
        List<String> records = sent();
        assertThat(records).hasSize(2);
        assertThat(records.getFirst()).contains(Village.account(1)).contains("0000000001");
        assertThat(records.getLast()).contains("17654321").contains("0000000003");
    }

    @Test
    void kurashiki2020WhoDeclinesOnTheFormIsNotPaidWithTheOthers() {
        apply(5, Map.of("辞退者", Village.surname(5) + "花1"));
        village.assess();
        assertThat(payments()).containsExactly("1 PLANNED 10000");
        assertThat(sent()).hasSize(1).allMatch(record -> record.contains("0000010000"));
    }

    @Test
    void zenkoku2020AllNamesUnderDeclineAreAskedAgainAndNotClosed() {
        String receipt =
                apply(
                        4,
                        Map.of(
                                "辞退者",
                                Village.surname(4)
                                        + Village.given(4)
                                        + "、"
                                        + Village.surname(4)
                                        + "花1"));
        village.assess();
        assertThat(application(receipt))
                .containsEntry("state", "REVIEW")
                .containsEntry("reasons", "ALL_DECLINED");
        assertThat(payments()).isEmpty();
        long finding =
                village.jdbc()
                        .sql("SELECT finding_no FROM finding WHERE code = 'ALL_DECLINED'")
                        .query(Long.class)
                        .single();
        assertThat(
                        village.command(
                                        "findings",
                                        "resolve",
                                        Long.toString(finding),
                                        "--decision",
                                        "DECLINE:NONE",
                                        "--reason",
                                        "by telephone",
                                        "--as",
                                        "OFFICE")
                                .exitCode())
                .isZero();
        village.assess();
        assertThat(payments()).containsExactly("1 PLANNED 12000");
    }

    @Test
    void zenkoku2020WhoAppliesFifteenTimesIsPaidOnceAndNobodyHasToLook() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            all.add(apply(5, Map.of("申請日時", "2026-04-%02d 10:00:00".formatted(15 - i))));
        }
        village.assess();
        assertThat(payments()).containsExactly("1 PLANNED 15000");
        assertThat(application(all.getLast())).containsEntry("state", "DECIDED");
        assertThat(all.subList(0, 14))
                .allSatisfy(receipt ->
                        assertThat(application(receipt))
                                .containsEntry("state", "DUPLICATE")
                                .containsEntry("duplicate_of", all.getLast()));
        assertThat(village.jdbc().sql("SELECT count(*) FROM finding").query(Long.class).single())
                .isZero();
    }

    /** Hands in the application of a household with other words in some fields. */
    private String apply(int household, Map<String, String> otherwise) {
        String receipt = "W%010d".formatted(++receipts);
        Map<String, String> row = Village.application(household, receipt, "2026-04-01 09:00:00");
        row.putAll(otherwise);
        village.apply(List.of(row));
        return receipt;
    }

    private Map<String, String> application(String receipt) {
        return village.export(Export.APPLICATIONS, "receipt_no").get(receipt);
    }

    private List<String> payments() {
        return village.jdbc()
                .sql(
                        "SELECT payment_no || ' ' || state || ' ' || amount FROM payment"
                                + " WHERE state <> 'CANCELLED' ORDER BY payment_no")
                .query(String.class)
                .list();
    }

    /** The data records of the first transfer file, released. */
    private List<String> sent() {
        Path out = directory.resolve("out");
        if (payments().stream().anyMatch(payment -> payment.contains("PLANNED"))) {
            List<Integer> files = village.build();
            FileActs acts = village.get(FileActs.class);
            acts.submit(files, "OFFICE");
            acts.approve(files, "APPROVER");
            acts.release(files, out, "FINANCE");
        }
        return new String(village.released(out, 1), StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.startsWith("2"))
                .toList();
    }
}
