package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.kyufu.dispatch.Evidence;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.FileDoubts;
import jp.kyufu.export.Export;
import jp.kyufu.inquiry.Inquiry;
import jp.kyufu.inquiry.Story;
import jp.kyufu.pipeline.ProgramJobs;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.RetryTo;
import jp.kyufu.reconciliation.Returns;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Several programs side by side (rule I1): mutual exclusion and rounds, by resident and not by
 * head. The village's first program is paid; others are opened beside it.
 */
class SeveralProgramsTest {

    private static final LocalDate NEWER = LocalDate.of(2026, 5, 20);

    @TempDir Path directory;
    private Village village;

    @BeforeEach
    void settle() {
        village = new Village(directory, 12, 9_999, false);
    }

    @AfterEach
    void leave() {
        village.verify();
        village.close();
    }

    @Test
    void whoIsPaidInOneProgramIsNotPayableInTheOtherWhicheverNamesIt() {
        Program second = village.open("second", "excludes: [mura2026]");
        apply(village.program, 1, 2);
        village.assess();
        apply(second, 2, 3);
        village.assess(second);
        assertThat(state(second, 2)).containsEntry("state", "NOTHING_DUE");
        assertThat(state(second, 2).get("reasons")).isEqualTo("NOT_ENTITLED|PAID_IN_OTHER_PROGRAM");
        assertThat(state(second, 3)).containsEntry("state", "DECIDED");
        apply(village.program, 3);
        village.assess();
        assertThat(state(village.program, 3)).containsEntry("state", "NOTHING_DUE");
        assertThat(residents(second)).containsEntry(Village.resident(2, 1), "INELIGIBLE");
        assertThat(residents(second)).containsEntry(Village.resident(3, 0), "PAYABLE");
        assertThat(residents(village.program)).containsEntry(Village.resident(3, 0), "INELIGIBLE");
    }

    @Test
    void whoHasNoShareHereIsToldWhereHeIsPaidAndTheOthersOfTheHouseholdArePaid() {
        Map<String, String> twoOfThree = application(2, "W");
        twoOfThree.put("辞退者", "花2");
        village.apply(List.of(twoOfThree));
        village.assess();
        Program second = village.open("second", "excludes: [mura2026]");
        apply(second, 2);
        village.assess(second);
        assertThat(state(second, 2))
                .containsEntry("state", "DECIDED")
                .containsEntry("reasons", "PAID_IN_OTHER_PROGRAM");
        Story story = village.get(Inquiry.class).stories(second, receipt(second, 2)).getFirst();
        assertThat(story.amount()).isEqualTo(5_000);
        assertThat(story.elsewhere())
                .extracting(
                        Story.Elsewhere::residentNo,
                        Story.Elsewhere::program,
                        Story.Elsewhere::state)
                .containsExactly(
                        tuple(Village.resident(2, 0), "mura2026", "PLANNED"),
                        tuple(Village.resident(2, 1), "mura2026", "PLANNED"));
        assertThat(residents(second))
                .containsEntry(Village.resident(2, 0), "INELIGIBLE")
                .containsEntry(Village.resident(2, 2), "PAYABLE");
    }

    @Test
    void kamimine2024AHouseholdWhoseHeadDiedBetweenTheRoundsIsNotPaidAgainUnderTheNewHead() {
        apply(village.program, 2);
        village.assess();
        release(village.program);
        village.relations.put(Village.resident(2, 1), "世帯主");
        village.register(NEWER, Map.of(Village.resident(2, 0), "2026-05-01"));
        Program second = village.open("second", "continues: mura2026");
        Map<String, String> byTheNewHead = application(2, "S");
        byTheNewHead.put("申請者氏名", Village.surname(2) + " 花1");
        byTheNewHead.put("申請者氏名カナ", Village.kana(2, 1));
        byTheNewHead.put("申請者生年月日", Village.birthday(2, 1).toString());
        byTheNewHead.put("口座番号", "7654321");
        byTheNewHead.put("口座名義カナ", Village.kana(2, 1));
        village.apply(second, List.of(byTheNewHead));
        village.assess(second);
        assertThat(state(second, 2).get("reasons")).contains("PAID_IN_EARLIER_ROUND");
        assertThat(village.export(Export.PAYMENTS, second, "payment_no")).isEmpty();
        Story story = village.get(Inquiry.class).stories(second, receipt(second, 2)).getFirst();
        assertThat(story.elsewhere())
                .allSatisfy(one -> assertThat(one.applicant()).isEqualTo(Village.resident(2, 0)))
                .allSatisfy(one -> assertThat(one.round()).isTrue())
                .extracting(Story.Elsewhere::residentNo)
                .contains(Village.resident(2, 1), Village.resident(2, 2));
    }

    @Test
    void everyEarlierRoundCountsAndWhoWasPaidInNoneIsPaid() {
        Program second = village.open("second", "continues: mura2026");
        Program third = village.open("third", "continues: second");
        Program other = village.open("other", "");
        apply(village.program, 1);
        apply(second, 2);
        apply(third, 1, 2, 3);
        apply(other, 1, 2, 3);
        for (Program program : List.of(village.program, second, third, other)) {
            village.assess(program);
        }
        assertThat(state(third, 1)).containsEntry("state", "NOTHING_DUE");
        assertThat(state(third, 2)).containsEntry("state", "NOTHING_DUE");
        assertThat(state(third, 3)).containsEntry("state", "DECIDED");
        for (int h : List.of(1, 2, 3)) {
            assertThat(state(other, h)).containsEntry("state", "DECIDED");
        }
    }

    @Test
    void aPaymentThatCameBackFreesItsResidentsForTheOtherProgramAndIsNotTriedAgainBesideIt() {
        Program second = village.open("second", "excludes: [mura2026]");
        apply(village.program, 1);
        village.assess();
        long payment = paymentOf(village.program, 1);
        List<Integer> files = release(village.program);
        apply(second, 1);
        village.assess(second);
        assertThat(state(second, 1)).containsEntry("state", "NOTHING_DUE");
        FileDoubts doubts = village.get(FileDoubts.class);
        doubts.cancelRequested(files.getFirst(), "wrong day", "FINANCE");
        doubts.cancelledByBank(
                files.getFirst(), new Evidence("fax 12", "Sato", Village.TODAY), "FINANCE");
        village.assess(second);
        assertThat(state(second, 1)).containsEntry("state", "DECIDED").containsEntry("reasons", "");
        assertThatThrownBy(() ->
                        village.get(Returns.class)
                                .retry(
                                        village.program,
                                        payment,
                                        new RetryTo.SameAccount(),
                                        "the bank confirmed it",
                                        "OFFICE2"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.key()).isEqualTo("reconciliation.paidElsewhere");
                            assertThat(refusal.args())
                                    .containsExactly(Village.resident(1, 0), "second");
                        });
        assertThat(village.payment(payment)).isEqualTo("RETURNED");
    }

    @Test
    void twoProgramsThatPlanAtTheSameMomentNeverPayOneResidentBoth() throws Exception {
        Program second = village.open("second", "excludes: [mura2026]");
        int[] all = IntStream.rangeClosed(1, 12).toArray();
        apply(village.program, all);
        apply(second, all);
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            for (Future<Void> run :
                    workers.invokeAll(
                            List.<Callable<Void>>of(
                                    () -> assessed(village.program), () -> assessed(second)))) {
                run.get();
            }
        }
        assertThat(one("SELECT count(*) FROM payment_share WHERE live"))
                .isEqualTo(one("SELECT count(DISTINCT resident_no) FROM entitlement"));
        assertThat(
                        one(
                                "SELECT count(*) FROM (SELECT resident_no FROM payment_share WHERE live"
                                        + " GROUP BY resident_no HAVING count(*) > 1) twice"))
                .isZero();
    }

    @Test
    void theDatabaseItselfRefusesALiveShareBesideALiveOneOfARival() {
        Program second = village.open("second", "excludes: [mura2026]");
        apply(village.program, 1);
        apply(second, 1);
        village.assess(second);
        long planned = one("SELECT max(payment_no) FROM payment");
        assertThatThrownBy(() ->
                        JdbcClient.create(village.database.ownerDataSource())
                                .sql(
                                        "WITH p AS (INSERT INTO payment SELECT payment_no + 1, %d, application_id, 9, correction,"
                                                        .formatted(village.program.id())
                                                + " rail, amount, residents, account_version, state, postings"
                                                + " FROM payment WHERE payment_no = :no RETURNING 1)"
                                                + " INSERT INTO payment_share SELECT payment_no + 1, resident_no, "
                                                + village.program.id()
                                                + ", correction, amount, live FROM payment_share, p WHERE payment_no = :no")
                                .param("no", planned)
                                .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("is paid in program second");
    }

    @Test
    void aProgramNamesOpenProgramsOnlyAndKeepsToThemOnceItPays() {
        for (String beside :
                List.of("excludes: [nobody]", "continues: nobody", "continues: second")) {
            assertThatThrownBy(() -> village.open("second", beside))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.key()).isEqualTo("program.code.other"));
        }
        Program second = village.open("second", "");
        Path file = directory.resolve("second.yaml");
        String alone = text(file);
        village.write("second.yaml", alone + "excludes: [mura2026]\n");
        ProgramJobs programs = village.get(ProgramJobs.class);
        assertThat(programs.amend(file, "OFFICE").differences()).hasSize(1);
        apply(village.program, 1);
        apply(second, 1, 2);
        village.assess();
        village.assess(second);
        assertThat(state(second, 1)).containsEntry("state", "NOTHING_DUE");
        village.write("second.yaml", alone);
        assertThatThrownBy(() -> programs.amend(file, "OFFICE"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("program.amend.refused"));
    }

    @Test
    void aProtectedMemberPaidInTheOtherProgramIsNotMentionedToTheHead() {
        village.guarded.add(Village.resident(5, 1));
        village.register(LocalDate.of(2026, 3, 1), Map.of());
        Map<String, String> hers = application(5, "H");
        hers.put("申請者氏名", Village.surname(5) + " 花1");
        hers.put("申請者氏名カナ", Village.kana(5, 1));
        hers.put("申請者生年月日", Village.birthday(5, 1).toString());
        hers.put("口座番号", "7654321");
        hers.put("口座名義カナ", Village.kana(5, 1));
        village.apply(List.of(hers));
        village.assess();
        Program second = village.open("second", "excludes: [mura2026]");
        apply(second, 5);
        village.assess(second);
        assertThat(state(second, 5)).containsEntry("state", "DECIDED").containsEntry("reasons", "");
        assertThat(village.get(Inquiry.class).stories(second, receipt(second, 5)).getFirst())
                .satisfies(story -> assertThat(story.elsewhere()).isEmpty())
                .satisfies(story -> assertThat(story.toString()).doesNotContain("mura2026"));
    }

    @Test
    void filesOfTwoProgramsAreNotActedOnTogether() {
        Program second = village.open("second", "");
        apply(village.program, 1);
        apply(second, 2);
        village.assess();
        village.assess(second);
        List<Integer> both = List.of(village.build().getFirst(), village.build(second).getFirst());
        assertThatThrownBy(() -> village.get(FileActs.class).submit(both, "OFFICE"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("dispatch.severalPrograms"));
        both.forEach(file -> village.get(FileActs.class).submit(List.of(file), "OFFICE"));
    }

    private Void assessed(Program program) {
        village.assess(program);
        return null;
    }

    private void apply(Program program, int... households) {
        village.apply(
                program,
                IntStream.of(households)
                        .mapToObj(h -> application(h, program.code().substring(0, 1)))
                        .toList());
    }

    private static Map<String, String> application(int h, String kind) {
        String receipt = kind.toUpperCase(Locale.ROOT) + "%010d".formatted(h);
        return Village.application(h, receipt, "2026-04-01 09:00:00");
    }

    private String receipt(Program program, int h) {
        return village.export(Export.APPLICATIONS, program, "receipt_no").keySet().stream()
                .filter(one -> one.endsWith("%010d".formatted(h)))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> state(Program program, int h) {
        return village.export(Export.APPLICATIONS, program, "receipt_no").get(receipt(program, h));
    }

    private Map<String, String> residents(Program program) {
        Map<String, String> states = new HashMap<>();
        village.export(Export.ENTITLEMENTS, program, "resident_no")
                .forEach((resident, row) -> states.put(resident, row.get("state")));
        return states;
    }

    private long paymentOf(Program program, int h) {
        return Long.parseLong(
                village.export(Export.ENTITLEMENTS, program, "resident_no")
                        .get(Village.resident(h, 0))
                        .get("payment_no"));
    }

    private List<Integer> release(Program program) {
        List<Integer> files = village.build(program);
        FileActs acts = village.get(FileActs.class);
        acts.submit(files, "OFFICE");
        acts.approve(files, "APPROVER");
        acts.release(files, directory.resolve("out"), "FINANCE");
        return files;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long one(String sql) {
        return village.jdbc().sql(sql).query(Long.class).single();
    }
}
