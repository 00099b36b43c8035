package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.export.Export;
import jp.kyufu.pipeline.ImportJobs;
import jp.kyufu.reconciliation.RetryTo;
import jp.kyufu.reconciliation.Returns;
import jp.kyufu.samples.Answer;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What went wrong in other cities between the file and the bank, from applications to answers, the
 * files moved by the commands that people type (docs/safety.md).
 */
class ReleaseIncidentsTest {

    private static final String TOMORROW = "2026-06-02";

    @TempDir Path directory;
    private Village village;
    private Path out;

    @BeforeEach
    void settle() {
        village = new Village(directory, 36, 3, false);
        out = directory.resolve("out");
    }

    @AfterEach
    void leave() {
        village.verify();
        village.close();
    }

    /** A file already sent went out in another's place: same count, same total. */
    @Test
    void tarumi2024TheFileOfAnotherFolderDoesNotGoOutInThePlaceOfOneOfEqualCountAndSum() {
        List<Integer> files = build(3, 6, 9, 15, 18, 21);
        int sent = files.get(0);
        int next = files.get(1);
        release(sent);
        Answer submitted = command("submit", "OFFICE", next);
        assertThat(submitted.out()).contains("Take care: file " + sent, name(sent));
        acts().approve(List.of(next), "APPROVER");
        copy(name(sent), name(next));
        Answer refused = command("release", "FINANCE", next);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains(name(next));
        assertThat(state(next)).isEqualTo("APPROVED");
        assertThat(payments(next)).allMatch("IN_FILE"::equals);
        delete(name(next));
        acts().release(List.of(next), out, "FINANCE");
        assertThat(village.released(out, next)).isNotEqualTo(village.released(out, sent));
    }

    /** The same data was handed to the bank on two days. */
    @Test
    void tenei2020TheNextDayTheSameFileIsToldToBeReleasedAlready() {
        int file = released(3, 6, 9);
        for (String act : List.of("release", "submit")) {
            Answer again = command(act, "ALL", file, "--today", TOMORROW);
            assertThat(again.exitCode()).as(act).isEqualTo(1);
            assertThat(again.err()).as(act).contains("was released on", name(file));
        }
        done("download", "FINANCE", file);
        Answer twice = command("download", "FINANCE", file, "--today", TOMORROW);
        assertThat(twice.exitCode()).isEqualTo(1);
        assertThat(twice.err()).contains("files resend-request");
        village.assess();
        assertThat(village.build()).isEmpty();
    }

    /** The printer was off: believed not sent, sent again. */
    @Test
    void ishinomaki2016WhatIsBelievedNotSentWaitsForEvidenceAndThenTakesTwoPeople() {
        int file = released(3, 6, 9);
        done("unknown", "FINANCE", file, "--reason", "the printer was off");
        for (String act : List.of("download", "resend")) {
            assertThat(command(act, "FINANCE", file).exitCode()).as(act).isEqualTo(1);
        }
        assertThat(village.build()).isEmpty();
        assertThat(village.command("alarms").exitCode()).isEqualTo(1);
        done("never-received", "FINANCE", file, "--evidence", "fax 12", "--who", "Sato");
        done("resend-request", "FINANCE", file, "--reason", "fax 12 says it never came");
        assertThat(command("resend", "FINANCE", file).exitCode()).isEqualTo(1);
        byte[] first = village.released(out, file);
        delete(name(file));
        done("resend", "ALL", file);
        assertThat(village.released(out, file)).isEqualTo(first);
    }

    /** A cancellation was asked for and not confirmed; corrected data was sent beside it. */
    @Test
    void kanagawa2020WhileACancellationIsAskedForNothingElseCarriesItsPayments() {
        int file = released(3, 6, 9);
        long payment = paymentOf(3);
        done("cancel-request", "FINANCE", file, "--reason", "wrong day");
        assertThatThrownBy(() -> retry(payment)).isInstanceOf(Refusal.class);
        village.apply(List.of(Village.application(3, "W0000000903", "2026-03-02 09:00:00")));
        village.assess();
        assertThat(village.build()).isEmpty();
        assertThat(village.payment(payment)).isEqualTo("RELEASED");
        done("executed", "FINANCE", file, "--evidence", "letter 3", "--who", "Sato");
        assertThatThrownBy(() -> retry(payment)).isInstanceOf(Refusal.class);
        assertThat(payments(file)).allMatch("ACCEPTED"::equals);
    }

    /** 45 of 3,897 had come back, and all 3,897 were sent again. */
    @Test
    void oyabeOnlyWhatCameBackCanBeTriedAgainAndTheFileHasThoseAlone() {
        int file = released(3, 6, 9);
        Map<Long, Character> codes = new LinkedHashMap<>();
        codes.put(paymentOf(3), '0');
        codes.put(paymentOf(6), '1');
        codes.put(paymentOf(9), '0');
        results(file, codes);
        for (int credited : List.of(3, 9)) {
            assertThatThrownBy(() -> retry(paymentOf(credited))).isInstanceOf(Refusal.class);
        }
        long next = retry(paymentOf(6));
        assertThatThrownBy(() -> retry(next)).isInstanceOf(Refusal.class);
        village.assess();
        List<Integer> again = village.build();
        assertThat(again).hasSize(1);
        assertThat(
                        village.jdbc()
                                .sql(
                                        "SELECT payment_no FROM dispatch_item WHERE file_no = "
                                                + again.getFirst())
                                .query(Long.class)
                                .list())
                .containsExactly(next);
        assertThat(Set.copyOf(village.export(Export.PAYMENTS, "payment_no").keySet())).hasSize(4);
    }

    private List<Integer> build(int... households) {
        village.apply(
                IntStream.of(households)
                        .mapToObj(h ->
                                Village.application(
                                        h, "W%010d".formatted(h), "2026-04-01 09:00:00"))
                        .toList());
        village.assess();
        return village.build();
    }

    private int released(int... households) {
        int file = build(households).getFirst();
        release(file);
        return file;
    }

    private void release(int file) {
        acts().submit(List.of(file), "OFFICE");
        acts().approve(List.of(file), "APPROVER");
        acts().release(List.of(file), out, "FINANCE");
    }

    private FileActs acts() {
        return village.get(FileActs.class);
    }

    private void done(String act, String person, int file, String... more) {
        Answer answer = command(act, person, file, more);
        assertThat(answer.exitCode()).as(act + ": " + answer.err()).isZero();
    }

    private Answer command(String act, String person, int file, String... more) {
        var words = new ArrayList<>(List.of("files", act, "" + file, "--as", person));
        words.addAll(List.of(more));
        if (Set.of("release", "download", "resend").contains(act)) {
            words.addAll(List.of("--out", out.toString()));
        }
        return village.command(words.toArray(String[]::new));
    }

    private void results(int file, Map<Long, Character> codes) {
        try {
            Path back = directory.resolve("results.txt");
            Files.write(back, ReturnedFile.of(village.released(out, file), codes, true));
            village.get(ImportJobs.class).results(back, village.program, "FINANCE");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long retry(long payment) {
        return village.get(Returns.class)
                .retry(
                        village.program,
                        payment,
                        new RetryTo.SameAccount(),
                        "the bank confirmed the account",
                        "OFFICE2");
    }

    private long paymentOf(int h) {
        return Long.parseLong(
                village.export(Export.PAYMENTS, "receipt_no")
                        .get("W%010d".formatted(h))
                        .get("payment_no"));
    }

    private String name(int file) {
        return one("SELECT name FROM dispatch_file WHERE file_no = " + file);
    }

    private String state(int file) {
        return one("SELECT state FROM dispatch_file WHERE file_no = " + file);
    }

    private String one(String sql) {
        return village.jdbc().sql(sql).query(String.class).single();
    }

    private List<String> payments(int file) {
        return village.jdbc()
                .sql(
                        "SELECT p.state::text FROM payment p JOIN dispatch_item USING (payment_no)"
                                + " WHERE file_no = "
                                + file)
                .query(String.class)
                .list();
    }

    private void copy(String from, String to) {
        try {
            Files.copy(out.resolve(from), out.resolve(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete(String name) {
        try {
            Files.delete(out.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
